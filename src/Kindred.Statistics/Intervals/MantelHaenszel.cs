namespace Kindred.Statistics.Intervals;

/// <summary>A pooled odds ratio with its 95 % interval.</summary>
/// <param name="OddsRatio">NaN when no stratum has both discordant products.</param>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public readonly record struct PooledOddsRatio(double OddsRatio, double Low, double High);

/// <summary>
/// Common odds ratio over strata (Mantel and Haenszel 1959) with the variance of Robins, Breslow and Greenland (1986, eq. 5).
/// Witness: R <c>mantelhaen.test</c>.
/// </summary>
public static class MantelHaenszel
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Pools 2 × 2 tables: (inside, positive), (inside, negative), (outside, positive), (outside, negative).</summary>
    public static PooledOddsRatio OddsRatio(IReadOnlyList<(int A, int B, int C, int D)> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        double sumR = 0, sumS = 0, sumPr = 0, sumPsQr = 0, sumQs = 0;
        foreach (var (a, b, c, d) in strata)
        {
            double n = a + b + c + d;
            if (n == 0)
            {
                continue;
            }

            double p = (a + d) / n, q = (b + c) / n, r = (double)a * d / n, s = (double)b * c / n;
            sumR += r;
            sumS += s;
            sumPr += p * r;
            sumPsQr += p * s + q * r;
            sumQs += q * s;
        }

        if (sumR == 0 || sumS == 0)
        {
            return new PooledOddsRatio(double.NaN, double.NaN, double.NaN);
        }

        var ratio = sumR / sumS;
        var deviation = Math.Sqrt(sumPr / (2 * sumR * sumR) + sumPsQr / (2 * sumR * sumS) + sumQs / (2 * sumS * sumS));
        return new PooledOddsRatio(ratio, ratio * Math.Exp(-Z95 * deviation), ratio * Math.Exp(Z95 * deviation));
    }
}
