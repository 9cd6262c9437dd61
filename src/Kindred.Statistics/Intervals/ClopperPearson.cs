namespace Kindred.Statistics.Intervals;

/// <summary>The exact interval of a proportion (Clopper and Pearson 1934): never covers less than it says, and is wide for it. Witness: Newcombe (1998), table I, method 5.</summary>
public static class ClopperPearson
{
    /// <summary>Interval of <paramref name="successes"/> of <paramref name="trials"/>; [0, 1] without trials.</summary>
    /// <param name="successes">0 ≤ successes ≤ trials.</param>
    /// <param name="trials">≥ 0.</param>
    /// <param name="level">Level of the interval.</param>
    public static Interval Of(double successes, double trials, double level = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        var tail = (1 - level) / 2;
        return new Interval(
            successes == 0 ? 0 : BetaQuantile.Of(successes, trials - successes + 1, tail),
            successes == trials ? 1 : BetaQuantile.Of(successes + 1, trials - successes, 1 - tail));
    }
}
