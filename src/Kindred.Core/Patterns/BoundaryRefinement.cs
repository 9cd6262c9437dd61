using System.Collections.Concurrent;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>
/// After the search, moves each numeric boundary of a pattern over the values observed within one bin of it to where the likelihood is largest,
/// and then to the roundest number the data does not contradict. Bins are cut without looking at the outcome, so a true boundary at 50 may sit inside one. The p value stays that of the unrefined pattern.
/// </summary>
internal sealed class BoundaryRefinement(Table table, ulong[] labels, int minimumRows)
{
    /// <summary>Units of G² within which a boundary is as good as the best one: the 95 % profile-likelihood interval of a change point's side.</summary>
    private const double Contradiction = 3.841;

    /// <summary>Units of G² by which moving a boundary must gain: the 99 % point of χ² with one degree of freedom.</summary>
    private const double Overruled = 6.635;

    private readonly ConcurrentDictionary<string, Lazy<SortedColumn>> _sorted = new(StringComparer.Ordinal);

    /// <summary>The pattern with its boundaries moved, and its rows.</summary>
    /// <param name="conditions">The pattern.</param>
    /// <param name="rows">Its rows among all rows.</param>
    /// <param name="dataSet">Rows that may be looked at.</param>
    public (Conjunction Conditions, ulong[] Rows) Refine(Conjunction conditions, ulong[] rows, ulong[] dataSet)
    {
        var refined = conditions.Conditions.ToArray();
        var changed = false;
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < refined.Length; i++)
            {
                if (refined[i].Op != ConditionOp.Interval || table.Find(refined[i].Field) is not NumberColumn column)
                {
                    continue;
                }

                var others = ConditionRows.Of(table, new Conjunction([.. refined.Where((_, index) => index != i)]));
                RowBits.Intersect(others, dataSet, others);
                var moved = Move(refined[i], column, others, dataSet);
                changed |= !moved.Equals(refined[i]);
                refined[i] = moved;
            }
        }

        if (!changed)
        {
            return (conditions, rows);
        }

        var conjunction = new Conjunction(refined);
        return (conjunction, ConditionRows.Of(table, conjunction));
    }

    private Condition Move(Condition condition, NumberColumn column, ulong[] others, ulong[] dataSet)
    {
        var (order, sorted, slack, isWhole) = Sorted(column);
        var totals = new Totals(Math.Max(1, RowBits.Count(dataSet)), RowBits.CountOfBoth(dataSet, labels));

        // Cumulative counts over the distinct values, of rows that satisfy the other conditions.
        var values = new List<double>();
        var tp = new List<int> { 0 };
        var n = new List<int> { 0 };
        for (var at = 0; at < order.Length; at++)
        {
            var (row, value) = (order[at], sorted[at]);
            if (!RowBits.Has(others, row))
            {
                continue;
            }

            if (values.Count == 0 || value > values[^1])
            {
                values.Add(value);
                tp.Add(tp[^1]);
                n.Add(n[^1]);
            }

            n[^1]++;
            tp[^1] += RowBits.Has(labels, row) ? 1 : 0;
        }

        if (values.Count == 0)
        {
            return condition;
        }

        int low = CountUpTo(values, condition.Above), high = CountUpTo(values, condition.UpTo);
        if (low >= high)
        {
            return condition;
        }

        var isHigher = (long)(tp[high] - tp[low]) * totals.Rows >= (long)(n[high] - n[low]) * totals.Positives;
        (int Low, int High) lowRange = Range(values, slack, condition.Above), highRange = Range(values, slack, condition.UpTo);
        var (bestLow, bestHigh) = (low, high);
        for (var turn = 0; turn < 2; turn++)
        {
            if (!double.IsNegativeInfinity(condition.Above))
            {
                var upper = bestHigh;
                bestLow = Best(lowRange.Low, Math.Min(lowRange.High, upper - 1), candidate => Signed(candidate, upper)) ?? bestLow;
            }

            if (!double.IsPositiveInfinity(condition.UpTo))
            {
                var lower = bestLow;
                bestHigh = Best(Math.Max(highRange.Low, lower + 1), highRange.High, candidate => Signed(lower, candidate)) ?? bestHigh;
            }
        }

        // The search's own boundaries are round already; they stay unless the data contradicts them.
        if (Signed(low, high) is var kept && kept > 0 && kept >= Signed(bestLow, bestHigh) - Overruled)
        {
            (bestLow, bestHigh) = (low, high);
        }

        // What people can use: the roundest boundary the data does not contradict.
        var (above, upTo) = (double.NegativeInfinity, double.PositiveInfinity);
        if (!double.IsNegativeInfinity(condition.Above) && bestLow > 0)
        {
            above = Rounded(bestLow, candidate => candidate < bestHigh ? Signed(candidate, bestHigh) : -1, isLower: true);
            bestLow = CountUpTo(values, above);
        }

        if (!double.IsPositiveInfinity(condition.UpTo) && bestHigh < values.Count)
        {
            upTo = Rounded(bestHigh, candidate => candidate > bestLow ? Signed(bestLow, candidate) : -1, isLower: false);
        }

        return !(above < upTo) || (double.IsNegativeInfinity(above) && double.IsPositiveInfinity(upTo)) ? condition : Condition.Between(condition.Field, above, upTo);

        double Rounded(int best, Func<int, double> signed, bool isLower)
        {
            var least = signed(best) - Contradiction;
            int first = best, last = best;
            while (first > 1 && signed(first - 1) >= least)
            {
                first--;
            }

            while (last < values.Count - 1 && signed(last + 1) >= least)
            {
                last++;
            }

            // A boundary "50 or more" lies just below 50; "up to 200" at 200. Between two observed values any number serves.
            var (from, to) = (values[first - 1], values[Math.Min(last, values.Count - 1)]);
            foreach (var round in RoundBoundary.Between(from, to).GroupBy(RoundBoundary.Roughness).OrderBy(group => group.Key))
            {
                var usable = round.Where(value => !isWhole || value == Math.Floor(value)).Select(value => isLower && isWhole ? value - 1 : value).Where(value => value > 0 && CountUpTo(values, value) is var at && at > 0 && at < values.Count && signed(at) >= least)
                    .Select(value => (value, Score: signed(CountUpTo(values, value)))).OrderByDescending(entry => entry.Score).ToArray();
                if (usable.Length > 0)
                {
                    return usable[0].value;
                }
            }

            return values[best - 1];
        }

        double Signed(int from, int to)
        {
            int rows = n[to] - n[from], positives = tp[to] - tp[from];
            var higher = (long)positives * totals.Rows >= (long)rows * totals.Positives;
            return higher == isHigher && rows >= Math.Min(minimumRows, n[high] - n[low]) ? LikelihoodRatio(positives, rows - positives, totals) : -1;
        }
    }

    /// <summary>The boundary of the largest G²; null when none goes the pattern's way.</summary>
    private static int? Best(int from, int to, Func<int, double> signed)
    {
        int? best = null;
        var largest = 0.0;
        for (var candidate = from; candidate <= to; candidate++)
        {
            if (signed(candidate) is var score && score > largest)
            {
                (best, largest) = (candidate, score);
            }
        }

        return best;
    }

    /// <summary>G² of the 2 × 2 table: twice the log-likelihood gained by one rate inside and another outside; its maximum over boundaries is the maximum-likelihood change point.</summary>
    private static double LikelihoodRatio(int tp, int fp, Totals totals)
    {
        static double Term(double count, double rate) => count == 0 ? 0 : count * Math.Log(rate);
        double n = tp + fp, restTp = totals.Positives - tp, restFp = totals.Negatives - fp, rest = totals.Rows - n;
        if (n == 0 || rest == 0)
        {
            return 0;
        }

        var apart = Term(tp, tp / n) + Term(fp, fp / n) + Term(restTp, restTp / rest) + Term(restFp, restFp / rest);
        var together = Term(totals.Positives, totals.BaseRate) + Term(totals.Negatives, 1 - totals.BaseRate);
        return 2 * (apart - together);
    }

    /// <summary>Cumulative positions that lie within one coarse bin of a boundary.</summary>
    private static (int Low, int High) Range(List<double> values, double[] edges, double boundary)
    {
        if (double.IsInfinity(boundary))
        {
            return (0, values.Count);
        }

        var below = Array.FindLast(edges, edge => edge < boundary);
        var above = Array.Find(edges, edge => edge > boundary);
        return (edges.Any(edge => edge < boundary) ? CountUpTo(values, below) : 0, edges.Any(edge => edge > boundary) ? CountUpTo(values, above) : values.Count);
    }

    private static int CountUpTo(List<double> values, double bound)
    {
        var index = values.BinarySearch(bound);
        return index >= 0 ? index + 1 : ~index;
    }

    private SortedColumn Sorted(NumberColumn column) => _sorted.GetOrAdd(column.Name, _ => new Lazy<SortedColumn>(() =>
    {
        var rows = Enumerable.Range(0, column.Length).Where(row => !column.IsMissing(row)).ToArray();
        var values = Array.ConvertAll(rows, row => column[row]);
        Array.Sort(values, rows);
        return new SortedColumn(rows, values, EqualFrequencyBins.Edges(values, RichSelectors.Bins / 2), Array.TrueForAll(values, value => value == Math.Floor(value)));
    })).Value;

    /// <summary>Rows with a value in the order of their values, and what boundaries may move by.</summary>
    private sealed record SortedColumn(int[] Order, double[] Values, double[] Edges, bool IsWhole);
}
