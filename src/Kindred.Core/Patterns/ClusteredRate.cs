using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>
/// A rate with a Wilson interval on the effective number of rows: n / deff, where deff compares the variance between accounts with that of independent rows
/// (Kish 1965; Korn and Graubard 1998). Never more rows than there are.
/// </summary>
public static class ClusteredRate
{
    /// <summary>Rate of positives among some rows.</summary>
    public static Rate Of(ulong[] rows, ulong[] labels, Clusters clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        int n = RowBits.Count(rows), tp = RowBits.CountOfBoth(rows, labels);
        if (n == 0)
        {
            return new Rate(0, 0, 0, 0, 1);
        }

        var rate = (double)tp / n;
        var effective = clusters.AreSingle ? n : Effective(rows, labels, clusters, n, rate);
        var interval = WilsonInterval.Of(rate * effective, effective);
        return new Rate(n, tp, rate, interval.Low, interval.High);
    }

    private static double Effective(ulong[] rows, ulong[] labels, Clusters clusters, int n, double rate)
    {
        double between = 0;
        var used = 0;
        for (var cluster = 0; cluster < clusters.Count; cluster++)
        {
            int inside = 0, positives = 0;
            foreach (var row in clusters.RowsOf(cluster))
            {
                if (RowBits.Has(rows, row))
                {
                    inside++;
                    positives += RowBits.Has(labels, row) ? 1 : 0;
                }
            }

            if (inside > 0)
            {
                used++;
                var residual = positives - rate * inside;
                between += residual * residual;
            }
        }

        // All alike: nothing to estimate a variance from, so every account counts once.
        if (rate is 0 or 1 || used < 2)
        {
            return used;
        }

        var variance = between * used / (used - 1) / ((double)n * n);
        return Math.Clamp(rate * (1 - rate) / variance, 1, n);
    }
}
