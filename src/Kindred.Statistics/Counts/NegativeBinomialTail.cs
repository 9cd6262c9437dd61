namespace Kindred.Statistics.Counts;

/// <summary>
/// Whether a count exceeds what earlier counts of the same thing let one expect. The predictive distribution is negative binomial: for Poisson counts with the Jeffreys prior
/// Γ(½, 0) on their mean, m earlier counts with sum S predict mean μ = (S + ½)/m and variance μ(1 + 1/m) (Gelman et al., Bayesian Data Analysis, section 2.6); counts that scatter φ times
/// as widely as Poisson ones have variance φμ(1 + 1/m). Witness: sums of binomial probabilities in exact fractions (shape whole), and simulated false alarms.
/// </summary>
public static class NegativeBinomialTail
{
    /// <summary>P(Y ≥ count) for a given mean and variance. O(count).</summary>
    /// <param name="count">≥ 0; 0 gives 1.</param>
    /// <param name="mean">&gt; 0.</param>
    /// <param name="variance">&gt; mean.</param>
    public static double AtLeast(int count, double mean, double variance)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(mean, 0);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(variance, mean);
        var p = mean / variance;
        var shape = mean * mean / (variance - mean);
        var logTerm = shape * Math.Log(p);
        var below = 0.0;
        for (var k = 0; k < count; k++)
        {
            below += Math.Exp(logTerm);
            logTerm += Math.Log((shape + k) / (k + 1.0) * (1 - p));
        }

        return Math.Clamp(1 - below, 0, 1);
    }

    /// <summary>Mean and variance of the next count.</summary>
    /// <param name="sum">Sum of the earlier counts, ≥ 0.</param>
    /// <param name="periods">How many earlier counts, ≥ 1.</param>
    /// <param name="dispersion">Variance ÷ mean of the counts, ≥ 1; 1 for Poisson counts.</param>
    public static (double Mean, double Variance) Next(double sum, int periods, double dispersion)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sum);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dispersion, 1);
        var mean = (sum + 0.5) / periods;
        return (mean, dispersion * mean * (1 + 1.0 / periods));
    }

    /// <summary>Pooled variance ÷ mean of several rows of counts (Pearson's χ² over its degrees of freedom), at least 1. Rows with a mean below ½ say nothing about scatter and are left out.</summary>
    public static double Dispersion(IEnumerable<IReadOnlyList<int>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        double sum = 0, freedom = 0;
        foreach (var row in rows)
        {
            var mean = row.Count < 2 ? 0 : row.Average();
            if (mean >= 0.5)
            {
                sum += row.Sum(count => (count - mean) * (count - mean)) / mean;
                freedom += row.Count - 1;
            }
        }

        return freedom == 0 ? 1 : Math.Max(1, sum / freedom);
    }
}
