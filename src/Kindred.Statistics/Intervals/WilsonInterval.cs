namespace Kindred.Statistics.Intervals;

/// <summary>A closed interval.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>Wilson's score interval of a proportion (Wilson 1927). Witness: R <c>prop.test(x, n, correct = FALSE)</c>.</summary>
public static class WilsonInterval
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Interval of <paramref name="successes"/> of <paramref name="trials"/> (real numbers, for effective sample sizes); [0, 1] without trials.</summary>
    /// <param name="successes">0 ≤ successes ≤ trials.</param>
    /// <param name="trials">≥ 0.</param>
    /// <param name="z">Standard normal quantile of the level; 95 % by default.</param>
    public static Interval Of(double successes, double trials, double z = Z95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
        {
            return new Interval(0, 1);
        }

        var rate = successes / trials;
        var z2 = z * z;
        var centre = (rate + z2 / (2 * trials)) / (1 + z2 / trials);
        var half = z / (1 + z2 / trials) * Math.Sqrt(rate * (1 - rate) / trials + z2 / (4 * trials * trials));
        return new Interval(successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }
}
