using MathNet.Numerics;

namespace Kindred.Statistics.Intervals;

/// <summary>Quantiles of a beta distribution, by bisection of its distribution function: slow and always right. Witness: Clopper–Pearson limits printed in the literature.</summary>
public static class BetaQuantile
{
    /// <summary>The x in [0, 1] with I(a, b; x) = level.</summary>
    /// <param name="a">&gt; 0.</param>
    /// <param name="b">&gt; 0.</param>
    /// <param name="level">0–1.</param>
    public static double Of(double a, double b, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(a, 0);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(b, 0);
        if (!(level >= 0 && level <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "Levels lie between 0 and 1.");
        }

        double low = 0, high = 1;
        for (var i = 0; i < 100 && high - low > 1e-16 * high; i++)
        {
            // Near 0 the middle is taken of the logarithms, or tiny quantiles would never be reached.
            var middle = low > 0 && high > 4 * low ? Math.Sqrt(low * high) : low == 0 && i < 60 && high < 0.01 ? high / 16 : (low + high) / 2;
            if (SpecialFunctions.BetaRegularized(a, b, middle) < level)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }
}
