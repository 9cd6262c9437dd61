using Kindred.Statistics.Counts;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Sequential;

namespace Kindred.Statistics.Tests;

/// <summary>Trials: sample sizes and the ratio check against R's documented examples, always-valid intervals against every path of short trials.</summary>
public sealed class SequentialTests
{
    // R's documentation of power.prop.test: p 0.50 and 0.75 take n = 76.7 for power 0.90; n = 50 gives power 0.740. The requirement: 20 → 30 % takes 294 an arm (R: 293.15).
    [Fact]
    public void Power_IsThatOfR_power_prop_test()
    {
        Assert.Equal(77, TwoProportionPower.Need(0.5, 0.75, power: 0.9));
        Assert.Equal(0.740, TwoProportionPower.Of(0.5, 50, 0.75, 50), 0.0005);
        Assert.Equal(294, TwoProportionPower.Need(0.2, 0.3));
        Assert.Equal(293, TwoProportionPower.NeedSecond(0.2, 294, 0.3));
        Assert.Null(TwoProportionPower.NeedSecond(0.2, 100, 0.3));
    }

    [Fact]
    public void Findable_HasPowerOfEightyPercent()
    {
        var rate = TwoProportionPower.Findable(80, 0.2, 300)!.Value;
        Assert.Equal(0.8, TwoProportionPower.Of(rate, 80, 0.2, 300), Tolerances.Standard);
        Assert.Null(TwoProportionPower.Findable(3, 0.9, 3));
    }

    // R's documentation of binom.test: 682 of 925 against 3/4, p-value = 0.3825.
    [Fact]
    public void SampleRatio_IsThatOfR_binom_test()
    {
        Assert.Equal(0.3825, SampleRatio.P(682, 925, 0.75), 0.00005);
        Assert.Equal(1, SampleRatio.P(0, 0, 0.1));

        // By hand: 0 of 3 at one half is 1/8, and 3 of 3 is as unlikely.
        Assert.Equal(0.25, SampleRatio.P(0, 3, 0.5), Tolerances.Standard);
    }

    // Agresti (2007), section 2.2: heart attacks of 189 of 11,034 on placebo and 104 of 11,037 on aspirin; relative risk 1.82, 95 % interval (1.43, 2.30).
    [Fact]
    public void RiskRatio_IsAgrestis_Aspirin()
    {
        var ratio = RiskRatio.Of(189, 11034, 104, 11037);
        Assert.Equal((1.82, 1.43), (Math.Round(ratio.Ratio, 2), Math.Round(ratio.Low, 2)));
        Assert.Equal(2.305, ratio.High, 0.006);
        Assert.True(double.IsFinite(RiskRatio.Of(0, 5, 0, 7).High));
    }

    [Fact]
    public void PoissonBinomial_IsTheSumOverAllResults()
    {
        double[] chances = [0.1, 0.5, 0.35, 0.9, 0.2];
        double Chance(int mask) => chances.Select((p, i) => (mask >> i & 1) == 1 ? p : 1 - p).Aggregate(1.0, (a, b) => a * b);
        for (var count = 0; count <= 5; count++)
        {
            var low = Enumerable.Range(0, 32).Where(mask => int.PopCount(mask) <= count).Sum(Chance);
            var high = Enumerable.Range(0, 32).Where(mask => int.PopCount(mask) >= count).Sum(Chance);
            Assert.Equal(Math.Min(1, 2 * Math.Min(low, high)), PoissonBinomial.TwoSidedP(chances, count), Tolerances.Strict);
        }
    }

    // Every path of six looks with one row an arm, and of four looks with one row against two: weights of all paths add to 1, the mean e-value is never above 1, and the chance that it ever reaches 20 never above 5 %.
    [Theory]
    [InlineData(6, 1, 1, 0.3, 0.0)]
    [InlineData(6, 1, 1, 0.5, 0.0)]
    [InlineData(6, 1, 1, 0.05, 0.0)]
    [InlineData(4, 1, 2, 0.4, 0.0)]
    [InlineData(6, 1, 1, 0.3, 0.4)]
    [InlineData(4, 2, 1, 0.5, -0.35)]
    public void Evidence_OverEveryPath_HasMeanAtMostOne_AndRarelyReachesTwenty(int looks, int firstRows, int secondRows, double second, double difference)
    {
        double total = 0, mean = 0, called = 0;
        void Walk(SequentialBlock[] path, double weight)
        {
            if (path.Length == looks)
            {
                total += weight;
                mean += weight * Math.Exp(AlwaysValidDifference.Final(path, difference));
                called += AlwaysValidDifference.Largest(path, difference) >= Math.Log(20) ? weight : 0;
                return;
            }

            for (var x = 0; x <= firstRows; x++)
            {
                for (var y = 0; y <= secondRows; y++)
                {
                    Walk([.. path, new SequentialBlock(x, firstRows, y, secondRows)], weight * Binomial(x, firstRows, second + difference) * Binomial(y, secondRows, second));
                }
            }
        }

        Walk([], 1);
        Assert.Equal(1, total, Tolerances.Standard);
        Assert.InRange(mean, 0.1, 1 + Tolerances.Standard);
        Assert.InRange(called, 0, 0.05);
    }

    // By hand: the first block is bet on at 0.5 and 0.5, which is the null itself; the second at (1 + 0.18)/1.36 against 0.18/1.36, whose null is 0.5.
    [Fact]
    public void Evidence_OfTwoBlocks_IsTheProductByHand()
    {
        SequentialBlock[] path = [new(1, 1, 0, 1), new(1, 1, 0, 1)];
        double first = 1.18 / 1.36, second = 0.18 / 1.36;
        Assert.Equal(Math.Log(first / 0.5 * (1 - second) / 0.5), AlwaysValidDifference.Largest(path, 0), Tolerances.Standard);
    }

    [Fact]
    public void Interval_NarrowsToTheTruth_AndTellsADifference()
    {
        var random = new SeededRandom(2);
        var blocks = Enumerable.Range(0, 60).Select(_ => new SequentialBlock(Drawn(random, 20, 0.45), 20, Drawn(random, 10, 0.2), 10)).ToArray();
        var read = AlwaysValidDifference.Of(blocks);
        Assert.True(read.IsCalled && read.Evidence >= 20 && read.Interval.Low > 0 && read.Interval.High < 0.45, read.ToString());
        Assert.InRange(0.25, read.Interval.Low, read.Interval.High);
        Assert.Equal(new Interval(-1, 1), AlwaysValidDifference.Of([]).Interval);
    }

    // 400 null trials of 60 days watched daily, 10 against 3 leads a day at 20 %: 5 % gives at most 29 in 97.5 % of such files. Seeds 1–400. ./dev bench reviews runs 2,000.
    [Fact]
    public void NullTrials_WatchedDaily_AreCalledInAtMostFivePercent()
    {
        var called = Enumerable.Range(1, 400).Count(seed =>
        {
            var random = new SeededRandom(seed, 9);
            return AlwaysValidDifference.Largest([.. Enumerable.Range(0, 60).Select(_ => new SequentialBlock(Drawn(random, 10, 0.2), 10, Drawn(random, 3, 0.2), 3))], 0) >= Math.Log(20);
        });
        Assert.InRange(called, 0, 29);
    }

    private static int Drawn(SeededRandom random, int rows, double rate) => Enumerable.Range(0, rows).Count(_ => random.NextUnit() < rate);

    private static double Binomial(int x, int n, double p) => (n, x) switch { (2, 1) => 2 * p * (1 - p), _ => Math.Pow(p, x) * Math.Pow(1 - p, n - x) };
}
