using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Kindred.Statistics.Binning;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>
/// After the search, moves each numeric boundary of a pattern over the values observed within one bin of it to where χ² is largest.
/// Bins are cut without looking at the outcome, so a true boundary at 50 may sit inside one. The p value stays that of the unrefined pattern.
/// </summary>
internal sealed class BoundaryRefinement(Table table, ulong[] labels, int minimumRows)
{
    /// <summary>Units of χ² that a narrower range may cost.</summary>
    private const double Slack = 0.5;

    private readonly Dictionary<string, (int[] Order, double[] Sorted)> _sorted = new(StringComparer.Ordinal);

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
        var (order, sorted) = Sorted(column);
        var totals = new Totals(Math.Max(1, RowBits.Count(dataSet)), RowBits.CountOfBoth(dataSet, labels));

        // Cumulative counts over the distinct values, of rows that satisfy the other conditions.
        var values = new List<double>();
        var tp = new List<int> { 0 };
        var n = new List<int> { 0 };
        foreach (var (row, value) in order.Zip(sorted))
        {
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

        var slack = EqualFrequencyBins.Edges(sorted, RichSelectors.Bins / 2);
        int low = CountUpTo(values, condition.Above), high = CountUpTo(values, condition.UpTo);
        var isHigher = (long)(tp[high] - tp[low]) * totals.Rows >= (long)(n[high] - n[low]) * totals.Positives;
        (int Low, int High) lowRange = Range(values, slack, condition.Above), highRange = Range(values, slack, condition.UpTo);
        var (bestLow, bestHigh) = (low, high);
        for (var turn = 0; turn < 2; turn++)
        {
            if (!double.IsNegativeInfinity(condition.Above))
            {
                var upper = bestHigh;
                bestLow = Best(lowRange.Low, Math.Min(lowRange.High, upper - 1), candidate => Signed(candidate, upper), isNarrowerLater: true) ?? bestLow;
            }

            if (!double.IsPositiveInfinity(condition.UpTo))
            {
                var lower = bestLow;
                bestHigh = Best(Math.Max(highRange.Low, lower + 1), highRange.High, candidate => Signed(lower, candidate), isNarrowerLater: false) ?? bestHigh;
            }
        }

        if (bestLow == low && bestHigh == high)
        {
            return condition;
        }

        var above = double.IsNegativeInfinity(condition.Above) || bestLow == 0 ? double.NegativeInfinity : bestLow == low ? condition.Above : values[bestLow - 1];
        var upTo = double.IsPositiveInfinity(condition.UpTo) || bestHigh == values.Count ? double.PositiveInfinity : bestHigh == high ? condition.UpTo : values[bestHigh - 1];
        return double.IsNegativeInfinity(above) && double.IsPositiveInfinity(upTo) ? condition : Condition.Between(condition.Field, above, upTo);

        double Signed(int from, int to)
        {
            int rows = n[to] - n[from], positives = tp[to] - tp[from];
            var higher = (long)positives * totals.Rows >= (long)rows * totals.Positives;
            return higher == isHigher && rows >= Math.Min(minimumRows, n[high] - n[low]) ? ChiSquaredQuality.Of(positives, rows - positives, totals) : -1;
        }
    }

    /// <summary>Of the boundaries whose χ² is within <see cref="Slack"/> of the largest, the one that leaves the range narrowest: values the data does not speak for stay outside.</summary>
    private static int? Best(int from, int to, Func<int, double> signed, bool isNarrowerLater)
    {
        if (from > to)
        {
            return null;
        }

        var scores = Enumerable.Range(from, to - from + 1).Select(candidate => (candidate, Chi: signed(candidate))).ToArray();
        var largest = scores.Max(score => score.Chi);
        if (largest <= 0)
        {
            return null;
        }

        var near = scores.Where(score => score.Chi >= largest - Slack).Select(score => score.candidate);
        return isNarrowerLater ? near.Max() : near.Min();
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

    private (int[] Order, double[] Sorted) Sorted(NumberColumn column)
    {
        if (!_sorted.TryGetValue(column.Name, out var pair))
        {
            var rows = Enumerable.Range(0, column.Length).Where(row => !column.IsMissing(row)).ToArray();
            var values = Array.ConvertAll(rows, row => column[row]);
            Array.Sort(values, rows);
            pair = (rows, values);
            _sorted.Add(column.Name, pair);
        }

        return pair;
    }
}
