using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Survival;

namespace Kindred.Statistics.Tests.Survival;

/// <summary>Identities, brute force and misuse.</summary>
public sealed class SurvivalRelationTests
{
    // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 5 (Clopper–Pearson), printed to four places.
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676)]
    [InlineData(15, 148, 0.0578, 0.1617)]
    [InlineData(0, 20, 0.0000, 0.1684)]
    [InlineData(1, 29, 0.0009, 0.1776)]
    public void ClopperPearson_Newcombe1998(int successes, int trials, double low, double high)
    {
        var interval = ClopperPearson.Of(successes, trials);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void BetaProduct_WithoutCensoring_IsClopperPearson()
    {
        var curve = KaplanMeier.Of([1, 2, 2, 3, 5, 8, 9, 9, 9, 12], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        var left = 10;
        for (var step = 0; step < curve.Steps.Count; step++)
        {
            left -= curve.Steps[step].Events;
            var (expected, actual) = (ClopperPearson.Of(left, 10), curve.IntervalAt(step, SurvivalInterval.BetaProduct));
            Assert.Equal(expected.Low, actual.Low, 1e-9);
            Assert.Equal(expected.High, actual.High, 1e-9);
        }
    }

    [Fact]
    public void BetaProduct_WithoutEvents_IsABoundAndOne()
    {
        var curve = KaplanMeier.Of([4, 5, 6, 7, 8], [0, 0, 0, 0, 0]);
        Assert.Equal(new Interval(Math.Pow(0.025, 1 / 4.0), 1), curve.IntervalAt(0, SurvivalInterval.BetaProduct), IntervalComparer);
        Assert.Equal(new Interval(0, 1), curve.IntervalAt(4, SurvivalInterval.BetaProduct));
    }

    // Brute force: the two products drawn 200,000 times, seed 11. Simulation tolerance: the standard error of a drawn 2.5 % quantile is about 0.001; the method of moments differs by up to 0.005 here.
    [Fact]
    public void BetaProduct_WithCensoring_IsCloseToDrawnProducts()
    {
        double[] times = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
        byte[] events = [1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1];
        var curve = KaplanMeier.Of(times, events);
        var random = new SeededRandom(11);
        const int Draws = 200_000;
        double[] upper = new double[Draws], lower = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            // Failures with 12, 10, 7, 6, 4 at risk; after time 9 three are left.
            upper[draw] = new[] { 12, 10, 7, 6, 4 }.Aggregate(1.0, (product, atRisk) => product * Draw(atRisk));
            lower[draw] = upper[draw] * Draw(3);
        }

        Array.Sort(upper);
        Array.Sort(lower);
        var interval = curve.IntervalAt(8, SurvivalInterval.BetaProduct);
        Assert.Equal(lower[(int)(0.025 * Draws)], interval.Low, 0.006);
        Assert.Equal(upper[(int)(0.975 * Draws)], interval.High, 0.006);

        double Draw(int atRisk) => Math.Pow(1 - random.NextUnit(), 1.0 / atRisk);
    }

    [Fact]
    public void KaplanMeier_WithoutCensoring_IsTheShareStillThere()
    {
        var curve = KaplanMeier.Of([3, 1, 4, 1, 5, 9, 2, 6], [1, 1, 1, 1, 1, 1, 1, 1]);
        Assert.Equal(6 / 8.0, curve.At(1), 1e-12);
        Assert.Equal(3 / 8.0, curve.At(4.5), 1e-12);
        Assert.Equal(0, curve.At(9), 1e-12);
        Assert.Equal(31 / 8.0, curve.RestrictedMean(9).Mean, 1e-12);
        Assert.Equal(3.5, curve.Quantile(0.5).Time);
        Assert.Equal(new Interval(double.NaN, double.NaN), curve.IntervalAt(curve.Steps.Count - 1, SurvivalInterval.Log));
    }

    [Fact]
    public void KaplanMeier_OrderOfRows_DoesNotMatter()
    {
        double[] times = [3, 1, 4, 1, 5, 9, 2, 6];
        byte[] events = [0, 1, 1, 0, 1, 0, 1, 1];
        Assert.Equal(KaplanMeier.Of(times, events).Steps, KaplanMeier.Of([.. times.Reverse()], [.. events.Reverse()]).Steps);
    }

    [Fact]
    public void LogRank_OneGroup_SaysNothing() => Assert.Equal((0, 0, 1), Of(LogRank.Of([1, 2, 3], [1, 0, 1], [0, 0, 0], 1)));

    [Fact]
    public void LogRank_NamesOfGroups_DoNotMatter()
    {
        double[] times = [3, 1, 4, 1, 5, 9, 2, 6, 7, 3];
        byte[] events = [1, 1, 1, 0, 1, 0, 1, 1, 1, 1];
        int[] groups = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];
        var test = LogRank.Of(times, events, groups, 3);
        var turned = LogRank.Of(times, events, [.. groups.Select(group => (group + 1) % 3)], 3);
        Assert.Equal(test.ChiSquared, turned.ChiSquared, 1e-12);
        Assert.Equal(test.Observed.Sum(), test.Expected.Sum(), 1e-12);
    }

    /// <summary>With one covariate of 0 and 1 and no ties the score test is the log-rank test (Cox 1972).</summary>
    [Fact]
    public void Cox_ScoreTestOfTwoGroups_IsTheLogRank()
    {
        double[] times = [3, 1, 4, 1.5, 5, 9, 2, 6, 7, 3.5];
        byte[] events = [1, 1, 1, 0, 1, 0, 1, 1, 1, 1];
        int[] groups = [0, 1, 1, 0, 1, 0, 1, 0, 0, 0];
        Assert.Equal(LogRank.Of(times, events, groups, 2).ChiSquared, CoxRegression.Fit(times, events, [[.. groups.Select(group => (double)group)]]).Score, 1e-10);
    }

    [Fact]
    public void Cox_ColumnThatRepeatsAnother_IsLeftOut()
    {
        double[] times = [3, 1, 4, 1.5, 5, 9, 2, 6, 7, 3.5], x = [1, 2, 0, 4, 1, 0, 5, 2, 2, 1], constant = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3];
        byte[] events = [1, 1, 1, 0, 1, 0, 1, 1, 1, 1];
        var alone = CoxRegression.Fit(times, events, [x]);
        var fit = CoxRegression.Fit(times, events, [x, [.. x.Select(value => 7 - 2 * value)], constant]);
        Assert.Equal(alone.Coefficients[0], fit.Coefficients[0], 1e-10);
        Assert.Equal([double.NaN, double.NaN], fit.Coefficients.Skip(1));
        Assert.Equal(1, fit.Degrees);
    }

    [Fact]
    public void Cox_EventsAllOnOneSide_SaysTheEstimateIsUnbounded()
    {
        double[] times = [1, 2, 3, 4, 5, 6, 7, 8], x = [1, 1, 1, 1, 0, 0, 0, 0];
        Assert.Equal([true], CoxRegression.Fit(times, [1, 1, 1, 1, 0, 0, 0, 0], [x]).IsUnbounded);
    }

    [Fact]
    public void Misuse_Throws()
    {
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([], []));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([-1], [1]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([1], [2]));
        Assert.Throws<ArgumentException>(() => CoxRegression.Fit([1, 2], [0, 0], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => CoxRegression.Fit([1, 2], [1, 0], []));
        Assert.Throws<ArgumentException>(() => CoxRegression.Fit([1, 2], [1, 0], [[1, double.NaN]]));
        Assert.Throws<ArgumentException>(() => ParametricSurvival.Fit([0, 2], [1, 0], [], LifeDistribution.Weibull));
        Assert.Throws<ArgumentException>(() => ShiftedBetaGeometric.Fit([0, 0], [5, 5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShiftedBetaGeometric(1, 1).DiscountedLife(0));
    }

    private static (double, int, double) Of(LogRankTest test) => (test.ChiSquared, test.Degrees, test.P);

    private static readonly IEqualityComparer<Interval> IntervalComparer = EqualityComparer<Interval>.Create((a, b) => Math.Abs(a.Low - b.Low) < 1e-9 && Math.Abs(a.High - b.High) < 1e-9);
}
