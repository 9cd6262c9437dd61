using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

/// <summary>Pooling against the same model drawn by brute force, and its coverage over a stated population.</summary>
public sealed class PooledRatesTests
{
    // Brute force: a million draws of (mean, concentration, two rates) from the prior, weighted by the binomial likelihood, seed 3. Simulation tolerance: about three standard errors of the weighted draws.
    [Fact]
    public void Posterior_TwoGroups_EqualsWeightedDrawsFromThePrior()
    {
        double[] successes = [1, 9], trials = [12, 60];
        var random = new SeededRandom(3);
        var drawn = new List<(double Rate, double Weight)>();
        for (var draw = 0; draw < 1_000_000; draw++)
        {
            var x = -8 + 12 * random.NextUnit();
            double mean = 1 / (1 + Math.Exp(-x)), concentration = 2 * Math.Pow(2500, random.NextUnit()), prior = Math.Sqrt(mean * (1 - mean) / concentration);
            double first = Beta(mean * concentration, (1 - mean) * concentration), second = Beta(mean * concentration, (1 - mean) * concentration);
            var weight = prior * Likelihood(first, successes[0], trials[0]) * Likelihood(second, successes[1], trials[1]);
            if (weight > 0)
            {
                drawn.Add((first, weight));
            }
        }

        var sorted = drawn.OrderBy(pair => pair.Rate).ToArray();
        var total = sorted.Sum(pair => pair.Weight);
        var posterior = PooledRates.Of(successes, trials)[0];
        Assert.Equal(sorted.Sum(pair => pair.Rate * pair.Weight) / total, posterior.Mean, 0.002);
        Assert.Equal(At(0.025), posterior.Quantile(0.025), 0.003);
        Assert.Equal(At(0.5), posterior.Quantile(0.5), 0.002);
        Assert.Equal(At(0.975), posterior.Quantile(0.975), 0.006);

        double At(double level)
        {
            double sum = 0;
            return sorted.First(pair => (sum += pair.Weight) >= level * total).Rate;
        }

        double Beta(double a, double b)
        {
            double x = random.NextGamma(a), y = random.NextGamma(b);
            return x + y == 0 ? 0.5 : x / (x + y);
        }

        static double Likelihood(double rate, double successes, double trials) => Math.Exp(successes * Math.Log(Math.Max(rate, 1e-300)) + (trials - successes) * Math.Log(Math.Max(1 - rate, 1e-300)));
    }

    // Population: mean rate log-normal about 0.03 (spread 0.6), eight groups of 12 or 60 units seen for 14 periods each; 250 companies, seed 5. Simulation tolerance: 1,000 intervals a size, standard error 0.7 points.
    [Fact]
    public void Interval95_OverAStatedPopulation_CoversAsItSays()
    {
        var random = new SeededRandom(5);
        var covered = new Dictionary<int, int> { [12] = 0, [60] = 0 };
        for (var company = 0; company < 250; company++)
        {
            var rates = Enumerable.Range(0, 8).Select(_ => Math.Min(0.5, 0.03 * Math.Exp(0.6 * random.NextNormal()))).ToArray();
            double[] trials = [.. rates.Select((_, i) => 14.0 * (i % 2 == 0 ? 12 : 60))];
            double[] successes = [.. rates.Select((rate, i) => (double)Enumerable.Range(0, (int)trials[i]).Count(_ => random.NextUnit() < rate))];
            var posteriors = PooledRates.Of(successes, trials);
            for (var i = 0; i < rates.Length; i++)
            {
                var interval = posteriors[i].Interval95;
                covered[i % 2 == 0 ? 12 : 60] += interval.Low <= rates[i] && rates[i] <= interval.High ? 1 : 0;
            }
        }

        Assert.InRange(covered[12] / 1000.0, 0.93, 0.98);
        Assert.InRange(covered[60] / 1000.0, 0.93, 0.97);
    }

    [Fact]
    public void Posterior_NoSuccess_IsAboveZeroAndBelowTheExactBound()
    {
        var interval = PooledRates.Of([0, 3, 4], [40, 300, 280])[0].Interval95;
        Assert.InRange(interval.Low, 1e-9, 0.01);
        Assert.InRange(interval.High, 0.005, ClopperPearson.Of(0, 40).High);
    }

    [Fact]
    public void Posterior_VeryLargeGroup_IsItsOwnRate()
    {
        var posterior = PooledRates.Of([30_000, 1], [100_000, 50])[0];
        Assert.Equal(0.3, posterior.Mean, 0.0005);
        Assert.Equal(0.3 - 1.96 * Math.Sqrt(0.21 / 100_000), posterior.Quantile(0.025), 0.0003);
    }

    [Fact]
    public void Posterior_OrderOfGroups_DoesNotMatter() =>
        Assert.Equal(PooledRates.Of([1, 5, 9], [20, 30, 40])[0].Interval95.High, PooledRates.Of([9, 5, 1], [40, 30, 20])[2].Interval95.High, Tolerances.Standard);

    [Fact]
    public void States_Drawn_SumToOneAndFollowTheCounts()
    {
        var states = PooledStates.Of([[10, 5, 80, 5], [2, 1, 20, 1], [40, 20, 320, 20]]);
        var random = new SeededRandom(9);
        var shares = new double[4];
        var sums = new double[4];
        for (var draw = 0; draw < 4000; draw++)
        {
            states.Draw(2, random, shares);
            Assert.Equal(1, shares.Sum(), Tolerances.Standard);
            for (var s = 0; s < 4; s++)
            {
                sums[s] += shares[s] / 4000;
            }
        }

        Assert.Equal(0.1, sums[0], 0.01);
        Assert.Equal(0.05, sums[1], 0.01);
        Assert.Equal(0.8, sums[2], 0.015);
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => PooledRates.Of([3], [2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PooledRates.Of([3], [4, 5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaQuantile.Of(0, 1, 0.5));
    }
}
