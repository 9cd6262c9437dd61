namespace Kindred.Core.Segments;

/// <summary>Rates of loss in other periods, exactly: whoever is left after twelve months is left after each of them.</summary>
public static class RatePeriods
{
    /// <summary>1 − (1 − rate)^(to / from): the rate over <paramref name="to"/> months of a rate over <paramref name="from"/> months.</summary>
    /// <param name="rate">0–1.</param>
    /// <param name="from">Months the rate is over, ≥ 1.</param>
    /// <param name="to">Months wanted, ≥ 1.</param>
    public static double Convert(double rate, int from, int to)
    {
        if (!(rate >= 0 && rate <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Rates lie between 0 and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        return rate >= 1 ? 1 : -Expm1((double)to / from * Log1p(-rate));
    }

    private static double Log1p(double x) => Math.Abs(x) > 1e-4 ? Math.Log(1 + x) : x - x * x / 2 + x * x * x / 3;

    private static double Expm1(double x) => Math.Abs(x) > 1e-4 ? Math.Exp(x) - 1 : x + x * x / 2 + x * x * x / 6;
}
