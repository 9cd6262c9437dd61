using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>Everything a proof searches: selectors with their conditions and rows, and the attributes of each family (singles, pairs, triples).</summary>
public sealed class PatternSearchSpace
{
    /// <summary>Descriptions of one length that a family may hold before the fields are cut more coarsely.</summary>
    public const double MostCovers = 2e7;

    private readonly List<Condition> _conditions = [];
    private readonly List<ulong[]> _rows = [];
    private readonly List<ulong[][]> _memberRows = [];
    private readonly List<ulong[]?> _known = [];

    private PatternSearchSpace(int rowCount) => RowCount = rowCount;

    /// <summary>Rows of the table.</summary>
    public int RowCount { get; }

    /// <summary>Attributes for descriptions of length 1, 2, 3.</summary>
    public IReadOnlyList<IReadOnlyList<SweepAttribute>> Families { get; private set; } = [];

    /// <summary>How finely the fields were cut.</summary>
    public SelectorResolution Resolution { get; private set; } = SelectorResolution.FinestFirst[0];

    /// <summary>Number of selectors.</summary>
    public int SelectorCount => _conditions.Count;

    /// <summary>By selector whether it is plain: one word, one tag, or a number above or up to a bound.</summary>
    public bool[] IsPlain { get; private set; } = [];

    /// <summary>Descriptions of one length, an upper bound; of plain selectors alone, or of all.</summary>
    public long EstimatedCovers(int length, bool plainOnly = false)
    {
        var sums = new double[length + 1];
        sums[0] = 1;
        foreach (var attribute in Families[length - 1])
        {
            var count = plainOnly ? attribute.Selectors.Count(selector => IsPlain[selector]) : attribute.SelectorCount;
            for (var k = length; k >= 1; k--)
            {
                sums[k] += sums[k - 1] * count;
            }
        }

        return (long)Math.Min(1e15, sums[length]);
    }

    /// <summary>Rows (words) of one selector.</summary>
    public ulong[] RowsOf(int selector) => _rows[selector];

    /// <summary>Condition of one selector.</summary>
    public Condition ConditionOf(int selector) => _conditions[selector];

    /// <summary>Builds the space of some columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="fields">Columns to search, in order.</param>
    /// <param name="minimumRows">Rows a selector must cover.</param>
    /// <param name="depth">Longest description, 1 to 3.</param>
    /// <param name="isRich">Intervals, sets and tags, or equality selectors only.</param>
    /// <param name="withPlaceholders">Whether words for "missing" are categories.</param>
    public static PatternSearchSpace Build(Table table, IReadOnlyList<string> fields, int minimumRows, int depth, bool isRich, bool withPlaceholders)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(fields);
        var space = new PatternSearchSpace(table.RowCount);
        List<EncodedField> encoded = [];
        foreach (var resolution in SelectorResolution.FinestFirst)
        {
            space.Resolution = resolution;
            encoded = [.. fields.Select(field => Encode(table.Find(field)!, minimumRows, resolution, isRich, withPlaceholders)).OfType<EncodedField>()];
            if (!isRich || Enumerable.Range(1, depth).All(length => Covers(encoded, length) <= MostCovers))
            {
                break;
            }
        }

        while (depth > 2 && Covers(encoded, depth) > 5 * MostCovers)
        {
            depth--;
        }

        var numbered = new List<(EncodedField Field, int First)>();
        foreach (var field in encoded)
        {
            numbered.Add((field, space._conditions.Count));
            var known = Known(table.Find(field.Name)!);
            foreach (var selector in field.Selectors)
            {
                var member = new bool[field.CellCount + 1];
                foreach (var cell in selector.Cells)
                {
                    member[cell] = true;
                }

                space._conditions.Add(selector.Condition);
                space._rows.Add(ConditionRows.WhereCode(field.Cells, member));
                space._known.Add(known);
                space._memberRows.Add(selector.Condition.Op is ConditionOp.OneOf or ConditionOp.HasAny && selector.Condition.Values.Count > 1
                    ? [.. selector.Condition.Values.Select(value => ConditionRows.Of(table, Single(selector.Condition, value)))]
                    : []);
            }
        }

        space.IsPlain = [.. space._conditions.Select(IsPlainCondition)];
        space.Families = [.. Enumerable.Range(1, depth).Select(length => (IReadOnlyList<SweepAttribute>)[.. numbered.Select(pair => Attribute(pair.Field, pair.First, length))])];
        return space;
    }

    /// <summary>For a set of values the rows of each value; empty for other selectors.</summary>
    public ulong[][] MembersOf(int selector) => _memberRows[selector];

    /// <summary>
    /// Takes from <paramref name="rows"/> those in which the selector's field is not known: a condition must be better than its opposite, not than missing values,
    /// which often differ by outcome. Of a list of tags, none is a value like any other.
    /// </summary>
    public void KeepKnown(int selector, ulong[] rows)
    {
        if (_known[selector] is { } known)
        {
            RowBits.Intersect(rows, known, rows);
        }
    }

    /// <summary>Rows of a conjunction of selectors.</summary>
    public ulong[] RowsOf(ReadOnlySpan<int> selectors)
    {
        var rows = (ulong[])_rows[selectors[0]].Clone();
        foreach (var selector in selectors[1..])
        {
            RowBits.Intersect(rows, _rows[selector], rows);
        }

        return rows;
    }

    /// <summary>Rows with a value; null where every row has one, or where the column is a list of tags.</summary>
    private static ulong[]? Known(Column column)
    {
        if (column is TextColumn { Separator: not null })
        {
            return null;
        }

        var known = new ulong[RowBits.WordsFor(column.Length)];
        var isComplete = true;
        for (var row = 0; row < column.Length; row++)
        {
            // A word for "missing" is a word where such words are categories; an empty cell never is.
            if (column is TextColumn text ? text.Codes[row] != 0 : !column.IsMissing(row))
            {
                RowBits.Set(known, row);
            }
            else
            {
                isComplete = false;
            }
        }

        return isComplete ? null : known;
    }

    private static bool IsPlainCondition(Condition condition) => condition.Op switch
    {
        ConditionOp.Equal => true,
        ConditionOp.Interval => double.IsInfinity(condition.Above) || double.IsInfinity(condition.UpTo),
        _ => condition.Values.Count == 1,
    };

    private static Condition Single(Condition set, string value) => set.Op == ConditionOp.HasAny ? Condition.HasAny(set.Field, [value]) : Condition.Is(set.Field, value);

    private static EncodedField? Encode(Column column, int minimumRows, SelectorResolution resolution, bool isRich, bool withPlaceholders)
    {
        var field = isRich ? RichSelectors.Encode(column, minimumRows, resolution, withPlaceholders) : EqualitySelectors.Encode(column, minimumRows);
        return field is null || field.CellCount is 0 or > 250 ? null : field;
    }

    private static SweepAttribute Attribute(EncodedField field, int first, int length)
    {
        var cells = new byte[field.Cells.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = (byte)field.Cells[row];
        }

        var selectors = field.Selectors.Select((selector, index) => (Id: first + index, selector.Cells, selector.Depth)).Where(selector => selector.Depth >= length);
        return SweepAttribute.Of(cells, field.CellCount, [.. selectors.Select(selector => (selector.Id, selector.Cells))]);
    }

    /// <summary>Elementary symmetric polynomial: how many descriptions of a length there are.</summary>
    private static double Covers(List<EncodedField> fields, int length)
    {
        var sums = new double[length + 1];
        sums[0] = 1;
        foreach (var field in fields)
        {
            var count = field.Selectors.Count(selector => selector.Depth >= length);
            for (var k = length; k >= 1; k--)
            {
                sums[k] += sums[k - 1] * count;
            }
        }

        return sums[length];
    }
}
