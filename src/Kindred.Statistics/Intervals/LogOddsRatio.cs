namespace Kindred.Statistics.Intervals;

/// <summary>A log odds ratio with its variance.</summary>
/// <param name="Value">ln(ad / bc), ½ added to each cell.</param>
/// <param name="Variance">Sum of the reciprocals of the four cells, ½ added to each.</param>
public sealed record LogOddsRatio(double Value, double Variance)
{
    /// <summary>Of a 2 × 2 table, with ½ added to each cell (Haldane 1956; Anscombe 1956; variance Gart 1966). Witness: computed by hand in the tests.</summary>
    /// <param name="a">Positives inside.</param>
    /// <param name="b">Negatives inside.</param>
    /// <param name="c">Positives outside.</param>
    /// <param name="d">Negatives outside.</param>
    public static LogOddsRatio Of(int a, int b, int c, int d)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(a);
        ArgumentOutOfRangeException.ThrowIfNegative(b);
        ArgumentOutOfRangeException.ThrowIfNegative(c);
        ArgumentOutOfRangeException.ThrowIfNegative(d);
        double p = a + 0.5, q = b + 0.5, r = c + 0.5, s = d + 0.5;
        return new LogOddsRatio(Math.Log(p * s / (q * r)), 1 / p + 1 / q + 1 / r + 1 / s);
    }
}
