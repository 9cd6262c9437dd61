using Kindred.Core.Leads;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class BackTestTests
{
    private static readonly DateOnly Learned = new(2026, 1, 1);

    [Fact]
    public void Run_OutcomesAfterLearning_CountsOnlyThem()
    {
        var outcomes = Enumerable.Range(0, 60).Select(i => new ScoredOutcome(i % 2 == 0 ? 80 : 20, i % 2 == 0 && i % 4 == 0, Learned.AddDays(i - 29), 10 + i, i)).ToArray();
        var result = BackTest.Run(outcomes, Learned).Value;
        Assert.Equal((30, true, Learned.AddDays(1)), (result.Rows, result.IsAfterLearning, result.From));
        Assert.Equal([(0, 39, 15, 0), (40, 54, 0, 0), (55, 69, 0, 0), (70, 84, 15, 7), (85, 100, 0, 0)], result.Bands.Select(band => (band.From, band.To, band.Rows, band.Positives)));

        // Wilson for 7 of 15 by hand: centre (7 + 1.9207) / 18.8415 = 0.4735, half width 1.96 · √(7 · 8 / 15 + 0.9604) / 18.8415 = 0.2254.
        Assert.Equal(0.248, result.Bands[3].Low, 3);
        Assert.Equal(0.699, result.Bands[3].High, 3);
        Assert.True(double.IsNaN(result.Bands[1].WinRate));
        Assert.True(double.IsNaN(result.Bands[3].ToValue.Low), "seven values are too few for an interval");
        Assert.Equal(15, result.Bands[0].Cycle.Count);
        Assert.InRange(result.Bands[0].Cycle.Mean, result.Bands[0].Cycle.Low, result.Bands[0].Cycle.High);
    }

    [Fact]
    public void Run_NothingAfterLearning_TakesTheLastFifth()
    {
        var outcomes = Enumerable.Range(0, 200).Select(i => new ScoredOutcome(50, i >= 160, Learned.AddDays(-200 + i))).ToArray();
        var result = BackTest.Run(outcomes, Learned).Value;
        Assert.Equal((40, false), (result.Rows, result.IsAfterLearning));
        Assert.Equal(1, result.Bands[1].WinRate);
    }

    [Fact]
    public void Run_WithoutDates_CountsAllAndSaysSo()
    {
        var result = BackTest.Run([.. Enumerable.Range(0, 50).Select(i => new ScoredOutcome(i * 2, i > 25, null))], Learned).Value;
        Assert.Equal((50, null, false), (result.Rows, result.From, result.IsAfterLearning));
    }

    [Fact]
    public void Run_SameSeed_SameInterval()
    {
        var outcomes = Enumerable.Range(0, 40).Select(i => new ScoredOutcome(80, true, null, i * i % 37)).ToArray();
        Assert.Equal(BackTest.Run(outcomes, Learned, seed: 4).Value.Bands[3].Cycle, BackTest.Run(outcomes, Learned, seed: 4).Value.Bands[3].Cycle);
    }

    [Fact]
    public void Run_TooFew_IsRefusedWithBothFigures()
    {
        var reason = Assert.Single(BackTest.Run([.. Enumerable.Range(0, 19).Select(_ => new ScoredOutcome(1, true, null))], Learned).Reasons);
        Assert.Equal("leads.too-few-outcomes", reason.Code);
        Assert.Contains("19", reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains("20", reason.Message.En, StringComparison.Ordinal);
    }
}
