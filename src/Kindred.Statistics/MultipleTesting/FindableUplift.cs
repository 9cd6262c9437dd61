namespace Kindred.Statistics.MultipleTesting;

/// <summary>The smallest difference a test would have found most of the time.</summary>
/// <param name="Coverage">Share of the rows that the subgroup covers.</param>
/// <param name="Rate">Smallest rate inside that is found with the stated power; null when not even a rate of 1 would be.</param>
/// <param name="Uplift">That rate minus the base rate; null likewise.</param>
/// <param name="Lift">That rate over the base rate; null likewise.</param>
public sealed record FindableUplift(double Coverage, double? Rate, double? Uplift, double? Lift)
{
    /// <summary>
    /// Normal approximation to the hypergeometric test at a critical p: the rate inside must exceed the base rate by z(critical/2) standard errors under the null
    /// plus z(power) under the alternative, margins fixed.
    /// </summary>
    /// <param name="rows">Rows, N.</param>
    /// <param name="baseRate">P/N in (0, 1).</param>
    /// <param name="coverage">Share of rows covered, in (0, 1).</param>
    /// <param name="criticalP">Largest unadjusted two-sided p that is called significant.</param>
    /// <param name="power">Probability of finding it; 0.8 by default.</param>
    public static FindableUplift At(int rows, double baseRate, double coverage, double criticalP, double power = 0.8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        if (criticalP <= 0 || baseRate is <= 0 or >= 1)
        {
            return new FindableUplift(coverage, null, null, null);
        }

        var n = rows * coverage;
        var critical = -NormalQuantile(criticalP / 2) * Math.Sqrt(baseRate * (1 - baseRate) * (1 - coverage) / n);
        var strength = NormalQuantile(power);
        double low = baseRate, high = Math.Min(1, baseRate / coverage);
        bool Found(double rate)
        {
            var rest = (baseRate - coverage * rate) / (1 - coverage);
            var deviation = Math.Sqrt(Math.Max(0, rate * (1 - rate) / n * (1 - coverage) * (1 - coverage) + rest * (1 - rest) / (rows - n) * (1 - coverage) * (1 - coverage)));
            return rate - baseRate >= critical + strength * deviation;
        }

        if (!Found(high))
        {
            return new FindableUplift(coverage, null, null, null);
        }

        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Found(middle) ? (low, middle) : (middle, high);
        }

        return new FindableUplift(coverage, high, high - baseRate, high / baseRate);
    }

    /// <summary>Standard normal quantile (MathNet.Numerics). Witness: R <c>qnorm</c>.</summary>
    public static double NormalQuantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);
    }
}
