namespace Kindred.Statistics.Intervals;

/// <summary>The median with the interval of two order statistics (Thompson 1936): exact without any assumption about the distribution. Witness: binomial tables in the tests.</summary>
public static class MedianInterval
{
    /// <summary>Median and ends; the ends are null below six values, where no pair of order statistics covers 95 %.</summary>
    /// <param name="values">At least one, finite; not modified.</param>
    public static (double Median, Interval? Interval95) Of(IReadOnlyCollection<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        var sorted = values.Order().ToArray();
        var n = sorted.Length;
        var median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;

        // The largest k with P(Binomial(n, ½) < k) ≤ 2.5 %: the interval runs from the k-th value to the k-th from the end.
        double probability = Math.Exp(-n * Math.Log(2)), below = 0;
        var k = 0;
        if (n > 1000)
        {
            k = (int)Math.Floor(n / 2.0 - 0.98 * Math.Sqrt(n));
        }
        else
        {
            while (k < n && below + probability <= 0.025)
            {
                below += probability;
                probability *= (double)(n - k) / (k + 1);
                k++;
            }
        }

        return (median, k == 0 ? null : new Interval(sorted[k - 1], sorted[n - k]));
    }
}
