using MathNet.Numerics;

namespace Kindred.Statistics.Intervals;

/// <summary>The exact interval of the mean of a count (Garwood 1936). Witness: his table of limits.</summary>
public static class PoissonInterval
{
    /// <summary>Interval of a count.</summary>
    /// <param name="count">≥ 0.</param>
    public static Interval Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new Interval(count == 0 ? 0 : Gamma(count, 0.025), Gamma(count + 1, 0.975));
    }

    private static double Gamma(double shape, double level)
    {
        double low = 0, high = shape + 12 * Math.Sqrt(shape) + 12;
        for (var i = 0; i < 200 && high - low > 1e-13 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = SpecialFunctions.GammaLowerRegularized(shape, middle) < level ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
