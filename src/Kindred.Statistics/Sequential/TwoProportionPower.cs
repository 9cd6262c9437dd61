using Kindred.Statistics.MultipleTesting;

namespace Kindred.Statistics.Sequential;

/// <summary>Sample sizes and power of comparing two proportions (normal approximation, pooled variance under the null: Fleiss, Levin and Paik 2003, section 4.2). Witness: R <c>power.prop.test</c>.</summary>
public static class TwoProportionPower
{
    private const int Most = 100_000_000;

    /// <summary>Rows each of two equal samples takes; rounded up. O(1).</summary>
    /// <param name="first">Proportion in the first, in (0, 1).</param>
    /// <param name="second">Proportion in the second, in (0, 1), another one.</param>
    /// <param name="level">Two-sided chance of a false alarm.</param>
    /// <param name="power">Chance of finding it.</param>
    public static int Need(double first, double second, double level = 0.05, double power = 0.8)
    {
        Check(first, second);
        var mean = (first + second) / 2;
        var critical = -FindableUplift.NormalQuantile(level / 2) * Math.Sqrt(2 * mean * (1 - mean));
        var strength = FindableUplift.NormalQuantile(power) * Math.Sqrt((first * (1 - first)) + (second * (1 - second)));
        return (int)Math.Min(Most, Math.Ceiling(Math.Pow((critical + strength) / (first - second), 2)));
    }

    /// <summary>Rows the second sample takes when the first has so many; null when no number is enough.</summary>
    /// <param name="first">As in <see cref="Need"/>.</param>
    /// <param name="firstRows">Rows of the first sample.</param>
    /// <param name="second">As in <see cref="Need"/>.</param>
    /// <param name="level">As in <see cref="Need"/>.</param>
    /// <param name="power">As in <see cref="Need"/>.</param>
    public static int? NeedSecond(double first, int firstRows, double second, double level = 0.05, double power = 0.8)
    {
        Check(first, second);
        if (firstRows < 1 || Of(first, firstRows, second, Most, level) < power)
        {
            return null;
        }

        int low = 1, high = Most;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Of(first, firstRows, second, middle, level) >= power ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Power with so many rows; 0 where a sample is empty. The side that is not the true one is left out, as R does.</summary>
    /// <param name="first">As in <see cref="Need"/>.</param>
    /// <param name="firstRows">Rows of the first sample.</param>
    /// <param name="second">As in <see cref="Need"/>.</param>
    /// <param name="secondRows">Rows of the second.</param>
    /// <param name="level">As in <see cref="Need"/>.</param>
    public static double Of(double first, int firstRows, double second, int secondRows, double level = 0.05)
    {
        Check(first, second);
        if (firstRows < 1 || secondRows < 1)
        {
            return 0;
        }

        double n = firstRows, m = secondRows;
        var mean = ((n * first) + (m * second)) / (n + m);
        var critical = -FindableUplift.NormalQuantile(level / 2) * Math.Sqrt(mean * (1 - mean) * ((1 / n) + (1 / m)));
        var deviation = Math.Sqrt((first * (1 - first) / n) + (second * (1 - second) / m));
        return MathNet.Numerics.Distributions.Normal.CDF(0, 1, (Math.Abs(first - second) - critical) / deviation);
    }

    /// <summary>Smallest proportion above the second that the first sample would show with 80 % power; null when none.</summary>
    /// <param name="firstRows">Rows of the first sample.</param>
    /// <param name="second">Proportion in the second, in (0, 1).</param>
    /// <param name="secondRows">Rows of the second.</param>
    /// <param name="level">As in <see cref="Need"/>.</param>
    public static double? Findable(int firstRows, double second, int secondRows, double level = 0.05)
    {
        double low = second, high = 1 - 1e-9;
        if (Of(high, firstRows, second, secondRows, level) < 0.8)
        {
            return null;
        }

        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Of(middle, firstRows, second, secondRows, level) >= 0.8 ? (low, middle) : (middle, high);
        }

        return high;
    }

    private static void Check(double first, double second)
    {
        if (!(first is > 0 and < 1 && second is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(first), "Proportions lie between 0 and 1.");
        }
    }
}
