namespace Kindred.Statistics.Survival;

/// <summary>
/// Shifted beta-geometric lives of several groups at once. Each group's mean and concentration lie on a grid; their logarithms are draws from normal distributions over groups whose centres and
/// spreads are unknown and integrated over (weak, even priors over a grid). A group of a dozen units leans on the others without borrowing their certainty; maximum likelihood would put it at an
/// edge of the parameters half of the time. Witness: the same sums by brute force in the tests; coverage over stated populations.
/// </summary>
public static class PooledLives
{
    private const int MeanCentres = 20;
    private const int ConcentrationCentres = 6;
    private static readonly double[] MeanSpreads = [0.1, 0.2, 0.4, 0.7, 1.2, 2.0];
    private static readonly double[] ConcentrationSpreads = [0.5, 1.5, 4];
    private static readonly double[][] MeanShapes = LivesGrid.Shapes(LivesGrid.Means, Math.Log(LivesGrid.MostMean / LivesGrid.LeastMean), MeanCentres, MeanSpreads);
    private static readonly double[][] ConcentrationShapes = LivesGrid.Shapes(LivesGrid.Concentrations, Math.Log(LivesGrid.MostConcentration / LivesGrid.LeastConcentration), ConcentrationCentres, ConcentrationSpreads);

    /// <summary>What is known of each group's lives. O(groups × grid × (periods + hyperparameters)).</summary>
    /// <param name="ended">Per group and period those that ended in it.</param>
    /// <param name="atRisk">Per group and period those that were seen through it or ended in it.</param>
    public static IReadOnlyList<LivesPosterior> Of(IReadOnlyList<double[]> ended, IReadOnlyList<double[]> atRisk)
    {
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(atRisk);
        ArgumentOutOfRangeException.ThrowIfNotEqual(atRisk.Count, ended.Count);
        var likelihoods = ended.Zip(atRisk, Likelihood).ToArray();
        var marginals = likelihoods.Select(Marginal).ToArray();
        var hyper = Hyper(marginals);
        return [.. likelihoods.Select((likelihood, i) => Posterior(likelihood, hyper, marginals[i]))];
    }

    /// <summary>Likelihood of one group at every point of the grid, the largest being 1.</summary>
    private static double[] Likelihood(double[] ended, double[] atRisk)
    {
        var logs = LivesGrid.All.Select(life => life.LogLikelihood(ended, atRisk)).ToArray();
        var largest = logs.Max();
        return [.. logs.Select(log => Math.Exp(log - largest))];
    }

    /// <summary>Marginal likelihood of one group under every pair of shapes.</summary>
    private static double[] Marginal(double[] likelihood)
    {
        const int Count = LivesGrid.Concentrations;
        var result = new double[MeanShapes.Length * ConcentrationShapes.Length];
        var folded = new double[Count];
        for (var h = 0; h < MeanShapes.Length; h++)
        {
            Array.Clear(folded);
            var shape = MeanShapes[h];
            for (var j = 0; j < shape.Length; j++)
            {
                for (var k = 0; k < Count; k++)
                {
                    folded[k] += shape[j] * likelihood[j * Count + k];
                }
            }

            for (var g = 0; g < ConcentrationShapes.Length; g++)
            {
                double sum = 0;
                for (var k = 0; k < Count; k++)
                {
                    sum += folded[k] * ConcentrationShapes[g][k];
                }

                result[h * ConcentrationShapes.Length + g] = sum;
            }
        }

        return result;
    }

    private static double[] Hyper(double[][] marginals)
    {
        var logs = new double[MeanShapes.Length * ConcentrationShapes.Length];
        foreach (var marginal in marginals)
        {
            for (var at = 0; at < logs.Length; at++)
            {
                logs[at] += Math.Log(Math.Max(marginal[at], 1e-300));
            }
        }

        var largest = logs.Max();
        return [.. logs.Select(log => Math.Exp(log - largest))];
    }

    /// <summary>Every group weighs the shapes by all groups; dividing by its own marginal gives its prior from the others, which its own likelihood then meets.</summary>
    private static LivesPosterior Posterior(double[] likelihood, double[] hyper, double[] marginal)
    {
        const int Count = LivesGrid.Concentrations;
        var weights = new double[likelihood.Length];
        var mixed = new double[Count];
        for (var h = 0; h < MeanShapes.Length; h++)
        {
            Array.Clear(mixed);
            double any = 0;
            for (var g = 0; g < ConcentrationShapes.Length; g++)
            {
                var at = h * ConcentrationShapes.Length + g;
                var weight = hyper[at] / Math.Max(marginal[at], 1e-300);
                any = Math.Max(any, weight);
                for (var k = 0; k < Count; k++)
                {
                    mixed[k] += weight * ConcentrationShapes[g][k];
                }
            }

            if (any == 0)
            {
                continue;
            }

            for (var j = 0; j < MeanShapes[h].Length; j++)
            {
                for (var k = 0; k < Count; k++)
                {
                    weights[j * Count + k] += MeanShapes[h][j] * mixed[k];
                }
            }
        }

        for (var at = 0; at < weights.Length; at++)
        {
            weights[at] *= likelihood[at];
        }

        return new LivesPosterior(weights);
    }
}
