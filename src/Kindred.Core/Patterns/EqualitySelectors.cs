using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;

namespace Kindred.Core.Patterns;

/// <summary>
/// The selectors of a plain search: text columns and numeric columns with at most 12 distinct values give <c>field = value</c>;
/// other numbers give 5 equal-frequency bins (a, b], equal values never split.
/// </summary>
public static class EqualitySelectors
{
    /// <summary>Most distinct values of a numeric column whose values are taken one by one.</summary>
    public const int MostDistinctNumbers = 12;

    /// <summary>Bins of other numeric columns.</summary>
    public const int Bins = 5;

    /// <summary>Encodes a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="minimumRows">Words in fewer rows are left out: no description with them could have that many rows.</param>
    public static EncodedField Encode(Column column, int minimumRows)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column switch
        {
            TextColumn text => Words(text, minimumRows),
            NumberColumn number => Numbers(number.Name, number, minimumRows),
            DateColumn date => Numbers(date.Name, DayNumbers(date), minimumRows),
            _ => throw new ArgumentException("Unknown kind of column.", nameof(column)),
        };
    }

    internal static NumberColumn DayNumbers(DateColumn column)
    {
        var days = new double[column.Length];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = column.DateAt(i)?.DayNumber ?? double.NaN;
        }

        return new NumberColumn(column.Name, days);
    }

    /// <summary>Rows per code.</summary>
    internal static int[] CountCodes(CodeArray codes, int count)
    {
        var counts = new int[count];
        if (codes.Width == 1)
        {
            foreach (var code in codes.Bytes)
            {
                counts[code]++;
            }
        }
        else
        {
            for (var i = 0; i < codes.Length; i++)
            {
                counts[codes[i]]++;
            }
        }

        return counts;
    }

    /// <summary>Renumbers codes by a map, at the narrowest width.</summary>
    internal static CodeArray Recode(CodeArray codes, int[] map, int count)
    {
        if (codes.Width == 1 && count < 256)
        {
            var bytes = new byte[codes.Length];
            var source = codes.Bytes;
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)map[source[i]];
            }

            return CodeArray.Of(bytes, bytes.Length);
        }

        var mapped = new int[codes.Length];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = map[codes[i]];
        }

        return CodeArray.From(mapped, count + 1);
    }

    private static EncodedField Words(TextColumn column, int minimumRows)
    {
        var kept = Frequent(column.Codes, column.Dictionary.Length, minimumRows);
        Array.Sort(kept, (x, y) => string.CompareOrdinal(column.Dictionary[x], column.Dictionary[y]));
        return OneByOne(column.Name, column.Codes, column.Dictionary.Length, kept, code => column.Dictionary[code]);
    }

    private static EncodedField Numbers(string name, NumberColumn column, int minimumRows)
    {
        if (column is { Codes: { } codes, Distinct: { } distinct } && distinct.Length - 1 <= MostDistinctNumbers)
        {
            var kept = Frequent(codes, distinct.Length, minimumRows);
            Array.Sort(kept, (x, y) => distinct[x].CompareTo(distinct[y]));
            return OneByOne(name, codes, distinct.Length, kept, code => Basics.Format.Number(distinct[code]));
        }

        var values = column.ToArray();
        var few = FewDistinct(values);
        if (few is not null)
        {
            var coded = new int[values.Length];
            for (var i = 0; i < coded.Length; i++)
            {
                coded[i] = double.IsNaN(values[i]) ? 0 : Array.BinarySearch(few, values[i]) + 1;
            }

            return Numbers(name, new NumberColumn(name, CodeArray.From(coded, few.Length + 1), [double.NaN, .. few]), minimumRows);
        }

        var edges = EqualFrequencyBins.PlainEdges(values, Bins);
        var cells = EqualFrequencyBins.Assign(values, edges);
        var selectors = new List<FieldSelector>();
        for (var bin = 0; bin <= edges.Length && edges.Length > 0; bin++)
        {
            selectors.Add(new FieldSelector(
                Condition.Between(name, bin == 0 ? double.NegativeInfinity : edges[bin - 1], bin == edges.Length ? double.PositiveInfinity : edges[bin]), [bin + 1], int.MaxValue));
        }

        return new EncodedField(name, CodeArray.Of(cells, cells.Length), edges.Length + 1, selectors);
    }

    /// <summary>Codes worth a selector. One-byte codes are few enough to be counted later, on their row sets, at no extra pass.</summary>
    private static int[] Frequent(CodeArray codes, int codeCount, int minimumRows)
    {
        if (codes.Width == 1)
        {
            return [.. Enumerable.Range(1, codeCount - 1)];
        }

        var counts = CountCodes(codes, codeCount);
        return [.. Enumerable.Range(1, codeCount - 1).Where(code => counts[code] >= minimumRows)];
    }

    internal static double[]? FewDistinct(double[] values)
    {
        var seen = new SortedSet<double>();
        foreach (var value in values)
        {
            if (!double.IsNaN(value) && seen.Add(value) && seen.Count > MostDistinctNumbers)
            {
                return null;
            }
        }

        return [.. seen];
    }

    private static EncodedField OneByOne(string name, CodeArray codes, int codeCount, int[] kept, Func<int, string> word)
    {
        var map = new int[codeCount];
        for (var cell = 0; cell < kept.Length; cell++)
        {
            map[kept[cell]] = cell + 1;
        }

        var isSame = codes.Width == 1 && kept.Length == codeCount - 1 && !kept.Where((code, cell) => code != cell + 1).Any();
        var selectors = kept.Select((code, cell) => new FieldSelector(Condition.Is(name, word(code)), [cell + 1], int.MaxValue)).ToArray();
        return new EncodedField(name, isSame ? codes : Recode(codes, map, kept.Length), kept.Length, selectors);
    }
}
