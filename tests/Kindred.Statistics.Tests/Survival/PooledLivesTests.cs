using Kindred.Statistics.Resampling;
using Kindred.Statistics.Survival;

namespace Kindred.Statistics.Tests.Survival;

/// <summary>Pooled lives against the same model drawn by brute force, and their coverage over a stated population.</summary>
public sealed class PooledLivesTests
{
    private static readonly double[] MeanSpreads = [0.1, 0.2, 0.4, 0.7, 1.2, 2.0];
    private static readonly double[] ConcentrationSpreads = [0.5, 1.5, 4];

    // Brute force: hyperparameters and both groups' lives drawn from the prior (truncated normals of the logarithms), weighted by the product of hazards. 400,000 draws, seed 4; Simulation tolerance: three standard errors.
    [Fact]
    public void Posterior_TwoGroups_EqualsWeightedDrawsFromThePrior()
    {
        double[][] atRisk = [[12, 10, 9, 7, 5, 4], [60, 55, 52, 49, 47, 45]], ended = [[2, 0, 1, 0, 1, 0], [3, 1, 2, 0, 1, 0]];
        var random = new SeededRandom(4);
        double sum = 0, total = 0;
        for (var draw = 0; draw < 400_000; draw++)
        {
            double centre = Log(0.003, 0.4, random.NextUnit()), spread = MeanSpreads[random.Below(6)], middle = Log(1, 400, random.NextUnit()), width = ConcentrationSpreads[random.Below(3)];
            ShiftedBetaGeometric first = Life(), second = Life();
            var weight = Math.Exp(first.LogLikelihood(ended[0], atRisk[0]) + second.LogLikelihood(ended[1], atRisk[1]) + 70);
            sum += weight * first.Survival(12);
            total += weight;

            ShiftedBetaGeometric Life()
            {
                double m = Math.Exp(Truncated(centre, spread, 0.003, 0.4)), c = Math.Exp(Truncated(middle, width, 1, 400));
                return new ShiftedBetaGeometric(m * c, (1 - m) * c);
            }
        }

        var posterior = PooledLives.Of(ended, atRisk)[0];
        Assert.Equal(sum / total, posterior.Mean(life => life.Survival(12)), 0.015);

        static double Log(double low, double high, double at) => Math.Log(low) + at * Math.Log(high / low);

        double Truncated(double centre, double spread, double low, double high)
        {
            for (; ; )
            {
                var x = centre + spread * random.NextNormal();
                if (x >= Math.Log(low) && x <= Math.Log(high))
                {
                    return x;
                }
            }
        }
    }

    // Population: ln mean normal about ln 0.03 (0.5), ln concentration about ln 20 (0.7); eight groups of 12 or 40 that started at even distances over 24 periods; life discounted at 0.8 % over 60 periods.
    // 120 companies, seed 6; Simulation tolerance: 480 intervals a size, standard error one point.
    [Fact]
    public void Interval95_OverAStatedPopulation_CoversAsItSays()
    {
        var random = new SeededRandom(6);
        int small = 0, large = 0;
        for (var company = 0; company < 120; company++)
        {
            var lives = Enumerable.Range(0, 8).Select(_ => Population(random)).ToArray();
            var counts = lives.Select((life, i) => Counts(random, life, i % 2 == 0 ? 12 : 40)).ToArray();
            var posteriors = PooledLives.Of([.. counts.Select(pair => pair.Ended)], [.. counts.Select(pair => pair.AtRisk)]);
            for (var i = 0; i < lives.Length; i++)
            {
                var (truth, interval) = (lives[i].DiscountedLife(0.008, 60), posteriors[i].Of(life => life.DiscountedLife(0.008, 60)).Interval95);
                var covered = interval.Low <= truth && truth <= interval.High ? 1 : 0;
                (small, large) = i % 2 == 0 ? (small + covered, large) : (small, large + covered);
            }
        }

        Assert.InRange(small / 480.0, 0.92, 0.98);
        Assert.InRange(large / 480.0, 0.92, 0.98);
    }

    [Fact]
    public void Of_WithAFactor_IsWiderAndKeepsTheMean()
    {
        var posterior = PooledLives.Of([[2, 1, 0, 1]], [[30, 28, 27, 25]])[0];
        var (known, interval) = posterior.Of(life => life.DiscountedLife(0.01, 36));
        var (loose, wider) = posterior.Of(life => life.DiscountedLife(0.01, 36), 0.3);
        Assert.Equal(known, loose, Tolerances.Strict);
        Assert.True(wider.Low < interval.Low && wider.High > interval.High);
    }

    private static ShiftedBetaGeometric Population(SeededRandom random)
    {
        double mean = Math.Clamp(0.03 * Math.Exp(0.5 * random.NextNormal()), 0.003, 0.4), concentration = Math.Clamp(20 * Math.Exp(0.7 * random.NextNormal()), 1, 400);
        return new ShiftedBetaGeometric(mean * concentration, (1 - mean) * concentration);
    }

    private static (double[] Ended, double[] AtRisk) Counts(SeededRandom random, ShiftedBetaGeometric life, int units)
    {
        double[] ended = new double[24], atRisk = new double[24];
        for (var unit = 0; unit < units; unit++)
        {
            double x = random.NextGamma(life.Alpha), y = random.NextGamma(life.Beta), rate = x / (x + y);
            var seen = 1 + unit * 24 / units;
            for (var period = 0; period < seen; period++)
            {
                atRisk[period]++;
                if (random.NextUnit() < rate)
                {
                    ended[period]++;
                    break;
                }
            }
        }

        return (ended, atRisk);
    }
}
