using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;

namespace Kindred.Core.Patterns;

/// <summary>How finely fields are cut, coarser where the search space would be too large.</summary>
/// <param name="PairBins">Quantile bins behind intervals in pairs.</param>
/// <param name="TripleBins">Quantile bins behind intervals in triples.</param>
/// <param name="SetsUpTo">Longest description that may hold a value set.</param>
public sealed record SelectorResolution(int PairBins, int TripleBins, int SetsUpTo)
{
    /// <summary>Finest first. Edges nest: 20, 10 and 5 bins share theirs.</summary>
    public static IReadOnlyList<SelectorResolution> FinestFirst { get; } = [new(10, 10, 3), new(10, 5, 3), new(10, 5, 2), new(5, 2, 2), new(5, 2, 1)];
}

/// <summary>
/// Rich selectors: besides <c>field = value</c> also intervals of adjacent bins (about 20 quantiles, moved to the nearest round number), sets of two or three words and tags of multi-value fields.
/// None looks at the outcome, so that permuting it is a fair test of all of them.
/// </summary>
public static class RichSelectors
{
    /// <summary>Quantile bins of a number.</summary>
    public const int Bins = 20;

    /// <summary>Most words of a field that are taken one by one; the commonest are kept.</summary>
    public const int MostWords = 40;

    private const int MostWordsForPairs = 12;
    private const int MostWordsForTriples = 6;
    private const int MostTags = 6;

    /// <summary>Encodes a column; null when it has nothing to select by (dates, no word frequent enough).</summary>
    /// <param name="column">The column.</param>
    /// <param name="minimumRows">Rows a selector must cover.</param>
    /// <param name="resolution">How finely.</param>
    /// <param name="withPlaceholders">Whether words for "missing" stay categories of their own (mining) or not (an ICP).</param>
    public static EncodedField? Encode(Column column, int minimumRows, SelectorResolution resolution, bool withPlaceholders)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(resolution);
        var encoded = column switch
        {
            TextColumn { Separator: not null } tags => Tags(tags, minimumRows, resolution),
            TextColumn text => Words(text, minimumRows, resolution, withPlaceholders),
            NumberColumn number => Numbers(number, minimumRows, resolution),
            _ => null,
        };
        return encoded is { Selectors.Count: > 0 } ? encoded : null;
    }

    private static EncodedField Words(TextColumn column, int minimumRows, SelectorResolution resolution, bool withPlaceholders)
    {
        var counts = EqualitySelectors.CountCodes(column.Codes, column.Dictionary.Length);
        var kept = Enumerable.Range(1, counts.Length - 1)
            .Where(code => counts[code] >= Math.Max(5, minimumRows / 4) && (withPlaceholders || !column.IsPlaceholder(code)))
            .OrderByDescending(code => counts[code]).ThenBy(code => column.Dictionary[code], StringComparer.Ordinal).Take(MostWords).ToArray();
        var map = new int[counts.Length];
        for (var cell = 0; cell < kept.Length; cell++)
        {
            map[kept[cell]] = cell + 1;
        }

        var selectors = new List<FieldSelector>();
        void Add(int depth, params int[] members)
        {
            var covered = members.Sum(member => counts[kept[member]]);
            if (covered >= minimumRows && covered <= column.Length - minimumRows / 2)
            {
                selectors.Add(new FieldSelector(Condition.OneOf(column.Name, members.Select(member => column.Dictionary[kept[member]])), [.. members.Select(member => member + 1)], depth));
            }
        }

        for (var i = 0; i < kept.Length; i++)
        {
            Add(3, i);
        }

        for (var i = 0; i < kept.Length && kept.Length is > 2 and <= MostWordsForPairs; i++)
        {
            for (var j = i + 1; j < kept.Length; j++)
            {
                Add(resolution.SetsUpTo, i, j);
            }
        }

        for (var i = 0; i < kept.Length && kept.Length is > 4 and <= MostWordsForTriples; i++)
        {
            for (var j = i + 1; j < kept.Length; j++)
            {
                for (var k = j + 1; k < kept.Length; k++)
                {
                    Add(Math.Min(2, resolution.SetsUpTo), i, j, k);
                }
            }
        }

        return new EncodedField(column.Name, EqualitySelectors.Recode(column.Codes, map, kept.Length), kept.Length, selectors);
    }

    /// <summary>A cell is a combination of the commonest tags, so that "has A" and "has A or B" are unions of cells like any other selector.</summary>
    private static EncodedField Tags(TextColumn column, int minimumRows, SelectorResolution resolution)
    {
        var counts = EqualitySelectors.CountCodes(column.Codes, column.Dictionary.Length);
        var tagRows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var code = 1; code < counts.Length; code++)
        {
            if (column.IsPlaceholder(code))
            {
                continue;
            }

            foreach (var tag in ConditionRows.Tags(column, column.Dictionary[code]).Distinct(StringComparer.Ordinal))
            {
                tagRows[tag] = tagRows.GetValueOrDefault(tag) + counts[code];
            }
        }

        var tags = tagRows.Where(tag => tag.Value >= minimumRows).OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal).Take(MostTags).Select(tag => tag.Key).ToArray();
        var map = new int[counts.Length];
        for (var code = 1; code < counts.Length; code++)
        {
            var present = column.IsPlaceholder(code) ? [] : ConditionRows.Tags(column, column.Dictionary[code]).ToHashSet(StringComparer.Ordinal);
            var mask = 0;
            for (var t = 0; t < tags.Length; t++)
            {
                mask |= present.Contains(tags[t]) ? 1 << t : 0;
            }

            map[code] = mask;
        }

        var cells = (1 << tags.Length) - 1;
        var selectors = new List<FieldSelector>();
        for (var i = 0; i < tags.Length; i++)
        {
            for (var j = i; j < tags.Length; j++)
            {
                var wanted = (1 << i) | (1 << j);
                selectors.Add(new FieldSelector(
                    Condition.HasAny(column.Name, i == j ? [tags[i]] : [tags[i], tags[j]]),
                    [.. Enumerable.Range(1, cells).Where(mask => (mask & wanted) != 0)],
                    i == j ? 3 : resolution.SetsUpTo));
            }
        }

        return new EncodedField(column.Name, EqualitySelectors.Recode(column.Codes, map, cells), cells, selectors);
    }

    private static EncodedField Numbers(NumberColumn column, int minimumRows, SelectorResolution resolution)
    {
        var values = column.ToArray();
        var distinct = EqualitySelectors.FewDistinct(values);
        if (distinct is not null)
        {
            var edges = distinct.Length < 2 ? [] : distinct[..^1];
            return Intervals(column.Name, values, edges, minimumRows, (_, _) => 3, (low, high) => low == high ? Condition.Is(column.Name, Format.Number(distinct[low])) : null);
        }

        var series = RoundBoundary.Series(values);
        var triple = series.Length > 0 && resolution.TripleBins >= 5 ? series : RoundBoundary.Edges(EqualFrequencyBins.PlainEdges(values, resolution.TripleBins));
        double[] pair = series.Length > 0 ? series : [.. triple.Union(RoundBoundary.Edges(EqualFrequencyBins.PlainEdges(values, resolution.PairBins))).Order()];
        double[] fine = [.. pair.Union(RoundBoundary.Edges(EqualFrequencyBins.PlainEdges(values, Bins))).Order()];
        return Intervals(column.Name, values, fine, minimumRows, (above, upTo) => Known(triple, above, upTo) ? 3 : Known(pair, above, upTo) ? 2 : 1, (_, _) => null);
    }

    private static EncodedField Intervals(string name, double[] values, double[] edges, int minimumRows, Func<double, double, int> depth, Func<int, int, Condition?> single)
    {
        var cells = EqualFrequencyBins.Assign(values, edges);
        var counts = new int[edges.Length + 2];
        foreach (var cell in cells)
        {
            counts[cell]++;
        }

        var present = values.Length - counts[0];
        var selectors = new List<FieldSelector>();
        for (var low = 0; low <= edges.Length; low++)
        {
            var covered = 0;
            for (var high = low; high <= edges.Length; high++)
            {
                covered += counts[high + 1];
                if (covered < minimumRows || covered > present - minimumRows / 2 || (low == 0 && high == edges.Length))
                {
                    continue;
                }

                var above = low == 0 ? double.NegativeInfinity : edges[low - 1];
                var upTo = high == edges.Length ? double.PositiveInfinity : edges[high];
                selectors.Add(new FieldSelector(single(low, high) ?? Condition.Between(name, above, upTo), [.. Enumerable.Range(low + 1, high - low + 1)], depth(above, upTo)));
            }
        }

        return new EncodedField(name, CodeArray.Of(cells, cells.Length), edges.Length + 1, selectors);
    }

    private static bool Known(double[] edges, double above, double upTo) =>
        (double.IsNegativeInfinity(above) || Array.BinarySearch(edges, above) >= 0) && (double.IsPositiveInfinity(upTo) || Array.BinarySearch(edges, upTo) >= 0);
}
