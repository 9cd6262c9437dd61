using MathNet.Numerics;

namespace Kindred.Statistics.Intervals;

/// <summary>
/// Rates of several groups at once. Each group's rate is a draw from one beta distribution whose mean and concentration are unknown; both are integrated over, never plugged in
/// (Gelman et al. 2013, Bayesian Data Analysis, chapter 5.3: a plugged-in estimate makes the intervals of small groups far too short). Small groups lean on the others, large ones hardly.
/// Prior: mean Jeffreys, concentration κ on [2, 5000] with κ^−½ even, which is even in the spread of the rates (Gelman et al., 5.9). Witness: brute-force quadrature over the same hyperparameters in the tests; coverage over stated populations.
/// O(groups × 640 + groups × grid × used hyperparameters).
/// </summary>
public static class PooledRates
{
    private const int Means = 40;
    private const int Concentrations = 16;
    private const int Points = 320;
    private const double LeastWeight = 1e-5;

    /// <summary>What is known of each group's rate.</summary>
    /// <param name="successes">Per group, ≥ 0; real numbers are allowed (effective counts).</param>
    /// <param name="trials">Per group, ≥ successes.</param>
    public static IReadOnlyList<RatePosterior> Of(IReadOnlyList<double> successes, IReadOnlyList<double> trials)
    {
        ArgumentNullException.ThrowIfNull(successes);
        ArgumentNullException.ThrowIfNull(trials);
        ArgumentOutOfRangeException.ThrowIfNotEqual(trials.Count, successes.Count);
        for (var i = 0; i < trials.Count; i++)
        {
            if (!(successes[i] >= 0 && successes[i] <= trials[i] && double.IsFinite(trials[i])))
            {
                throw new ArgumentException("Successes lie between 0 and the trials.", nameof(successes));
            }
        }

        var (mean, concentration, prior) = Hyper();
        var weights = Weights(mean, concentration, prior, successes, trials);
        var used = Enumerable.Range(0, weights.Length).Where(h => weights[h] > LeastWeight).ToArray();
        return [.. Enumerable.Range(0, trials.Count).Select(i => Posterior(successes[i], trials[i], used, weights, mean, concentration))];
    }

    private static (double[] Mean, double[] Concentration, double[] Prior) Hyper()
    {
        double[] mean = new double[Means * Concentrations], concentration = new double[mean.Length], prior = new double[mean.Length];
        for (var j = 0; j < Means; j++)
        {
            var middle = 1 / (1 + Math.Exp(-(-8 + 12.0 * j / (Means - 1))));
            for (var k = 0; k < Concentrations; k++)
            {
                var at = j * Concentrations + k;
                mean[at] = middle;
                concentration[at] = 2 * Math.Pow(2500, (double)k / (Concentrations - 1));

                // Jeffreys on the mean, seen on the log odds; even on κ^−½, seen on ln κ.
                prior[at] = 0.5 * Math.Log(middle * (1 - middle)) - 0.5 * Math.Log(concentration[at]);
            }
        }

        return (mean, concentration, prior);
    }

    private static double[] Weights(double[] mean, double[] concentration, double[] prior, IReadOnlyList<double> successes, IReadOnlyList<double> trials)
    {
        var weights = new double[mean.Length];
        for (var h = 0; h < weights.Length; h++)
        {
            double a = mean[h] * concentration[h], b = concentration[h] - a, log = prior[h];
            var empty = LogBeta(a, b);
            for (var i = 0; i < trials.Count; i++)
            {
                log += trials[i] == 0 ? 0 : LogBeta(a + successes[i], b + trials[i] - successes[i]) - empty;
            }

            weights[h] = log;
        }

        var largest = weights.Max();
        for (var h = 0; h < weights.Length; h++)
        {
            weights[h] = Math.Exp(weights[h] - largest);
        }

        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private static RatePosterior Posterior(double successes, double trials, int[] used, double[] weights, double[] mean, double[] concentration)
    {
        double low = double.MaxValue, high = double.MinValue, sum = 0, total = 0;
        var parts = new (double A, double B, double Log)[used.Length];
        for (var u = 0; u < used.Length; u++)
        {
            var h = used[u];
            double a = mean[h] * concentration[h] + successes, b = (1 - mean[h]) * concentration[h] + trials - successes;
            parts[u] = (a, b, Math.Log(weights[h]) - LogBeta(a, b));
            var middle = Math.Log(a / b);
            low = Math.Min(low, middle - 8 * Math.Sqrt(1 / a + 1 / b) - 4 / a);
            high = Math.Max(high, middle + 8 * Math.Sqrt(1 / a + 1 / b) + 4 / b);
            sum += weights[h] * a / (a + b);
            total += weights[h];
        }

        (low, high) = (Math.Max(low, -20), Math.Min(high, 20));
        double[] logOdds = new double[Points], density = new double[Points];
        for (var g = 0; g < Points; g++)
        {
            logOdds[g] = low + (high - low) * g / (Points - 1);
            double p = -Math.Log(1 + Math.Exp(-logOdds[g])), q = p - logOdds[g];
            foreach (var (a, b, log) in parts)
            {
                density[g] += Math.Exp(log + a * p + b * q);
            }
        }

        return new RatePosterior(sum / total, logOdds, density);
    }

    private static double LogBeta(double a, double b) => SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);
}
