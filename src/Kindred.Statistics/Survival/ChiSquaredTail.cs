using MathNet.Numerics;

namespace Kindred.Statistics.Survival;

/// <summary>Upper tail of the χ² distribution as a logarithm, so that it says something beyond the smallest number there is. Witness: R <c>pchisq(…, lower.tail = FALSE, log.p = TRUE)</c>.</summary>
public static class ChiSquaredTail
{
    /// <summary>ln P(X ≥ x).</summary>
    /// <param name="x">≥ 0.</param>
    /// <param name="degrees">≥ 1.</param>
    public static double Log(double x, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        double a = degrees / 2.0, half = x / 2;
        if (half < a + 1)
        {
            return half == 0 ? 0 : Math.Log(SpecialFunctions.GammaUpperRegularized(a, half));
        }

        // Continued fraction of the upper incomplete gamma function, by Lentz's method.
        double b = half + 1 - a, c = 1e300, d = 1 / b, h = d;
        for (var i = 1; i < 10_000; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = 1 / (an * d + b);
            c = b + an / c;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16)
            {
                break;
            }
        }

        return Math.Min(0, -half + a * Math.Log(half) - SpecialFunctions.GammaLn(a) + Math.Log(h));
    }
}
