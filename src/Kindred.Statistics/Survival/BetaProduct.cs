using Kindred.Statistics.Intervals;

namespace Kindred.Statistics.Survival;

/// <summary>
/// Pointwise intervals of a survival curve by products of beta variables (Fay, Brittain and Proschan 2013, Biostatistics 14:723; Fay and Brittain 2016, Stat. Med. 35:2726), by their
/// method of moments. Without censoring they are the intervals of Clopper and Pearson; they never shrink to a point: without an event the lower end is (α/2)^(1/n), the upper 1.
/// Witness: Clopper–Pearson where nothing is censored, products drawn by brute force elsewhere.
/// </summary>
public static class BetaProduct
{
    /// <summary>The 95 % interval after each step.</summary>
    /// <param name="steps">Steps of a curve, in order.</param>
    public static Interval[] Of(IReadOnlyList<SurvivalStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var intervals = new Interval[steps.Count];

        // First and second moment of the product so far; each failure time multiplies by Beta(n − d + 1, d).
        double mean = 1, square = 1;
        for (var step = 0; step < intervals.Length; step++)
        {
            var at = steps[step];
            if (at.Events > 0)
            {
                double a = at.AtRisk - at.Events + 1, all = at.AtRisk + 1.0;
                mean *= a / all;
                square *= a * (a + 1) / (all * (all + 1));
            }

            var left = at.AtRisk - at.Events - at.Censored;
            var high = mean == 1 ? 1 : Quantile(mean, square, 0.975);
            var low = left == 0 ? 0 : Quantile(mean * left / (left + 1.0), square * left / (left + 2.0), 0.025);
            intervals[step] = new Interval(low, high);
        }

        return intervals;
    }

    private static double Quantile(double mean, double square, double level)
    {
        var variance = square - mean * mean;
        var total = mean * (1 - mean) / variance - 1;
        return BetaQuantile.Of(mean * total, (1 - mean) * total, level);
    }
}
