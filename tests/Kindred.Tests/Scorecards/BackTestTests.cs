using Kindred.Core.Scorecards;
using Xunit;

namespace Kindred.Tests.Scorecards;

public sealed class BackTestTests
{
    private static readonly DateOnly Learned = new(2026, 1, 1);

    [Fact]
    public void Run_WithTimeSplit_CountsTheLaterScoresAndShowsAllBeside()
    {
        // 60 decisions; the last 40 have a score of the card of the earlier ones: 80 for even rows (every other of them won), 20 for odd ones.
        var rows = Rows(60, row => Row(row, score: 50, later: row < 20 ? null : row % 2 == 0 ? 80 : 20, won: row % 4 == 0, cycle: 10 + row));
        var result = Result(rows);
        Assert.Equal((BackTestBasis.TimeSplit, 40, 10, 60), (result.Basis, result.Rows, result.Positives, result.AllRows));
        Assert.Equal(Learned.AddDays(20), result.From);
        Assert.Equal([(0, 39, 20, 0), (40, 54, 0, 0), (55, 69, 0, 0), (70, 84, 20, 10), (85, 100, 0, 0)], result.Bands.Select(band => (band.From, band.To, band.Rows, band.Positives)));
        Assert.Equal([0, 60, 0, 0, 0], result.AllBands.Select(band => band.Rows));
        Assert.Equal(0.5, result.Bands[3].Share);

        // Wilson for 10 of 20 by hand: centre (10 + 1.9207) / 23.8415 = 0.5, half width 1.96 · √(10 · 10 / 20 + 0.9604) / 23.8415 = 0.2007.
        Assert.Equal(0.5, result.Bands[3].WinRate);
        Assert.Equal(0.2993, result.Bands[3].Low, 3);
        Assert.Equal(0.7007, result.Bands[3].High, 3);

        // Rows 20, 22 … 58 took 30, 32 … 68 days: 49 on average.
        Assert.Equal((20, 49.0), (result.Bands[3].Cycle.Count, result.Bands[3].Cycle.Mean));
        Assert.InRange(49, result.Bands[3].Cycle.Low, result.Bands[3].Cycle.High);
        // Standard error of that mean: √(4 · 33.25 / 20) = 2.58; the percentile interval is about ± 1.96 of it.
        Assert.InRange(result.Bands[3].Cycle.High - result.Bands[3].Cycle.Low, 8, 12);
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void Run_SmallBand_IsNotEnoughToSay(int inside, bool isEnough)
    {
        var band = Result(Rows(60, row => Row(row, row < inside ? 90 : 10, null, won: true, cycle: row, toValue: 3))).Bands[4];
        Assert.Equal((inside, isEnough, !isEnough, !isEnough), (band.Rows, band.IsEnough, double.IsNaN(band.WinRate), double.IsNaN(band.Low)));
        Assert.Equal((isEnough, !isEnough), (band.Cycle.IsEnough, double.IsNaN(band.Cycle.Mean)));
        Assert.Equal((isEnough, isEnough ? 3.0 : double.NaN), (band.ToValue.IsEnough, band.ToValue.Mean));
        var words = BackTestBand.NotEnough(12);
        Assert.Equal("not enough to say (need 20, have 12)", words.En);
        Assert.Contains("지금 12건", words.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutDates_CountsAllByLeftOutFolds()
    {
        var rows = new BackTestRows("id", Learned, 1, [.. Enumerable.Range(0, 50).Select(i => new BackTestRow(i, 0, i * 2, null, i > 25, new DecisionTimes(null, null, null)))]);
        var result = BackTest.Run(rows, Evidence(), 70).Value;
        Assert.Equal((BackTestBasis.LeftOutFolds, null, 50), (result.Basis, result.From, result.Rows));
        Assert.Equal(result.AllBands, result.Bands);
    }

    [Fact]
    public void Run_LostDeals_HaveNoTimeToValue_AndTheCutIsAnEdge()
    {
        var result = BackTest.Run(Rows(60, row => Row(row, 62, null, won: row < 25, cycle: 5, toValue: row)), Evidence(), 60).Value;
        Assert.Equal([0, 40, 55, 60, 70, 85], result.Bands.Select(band => band.From));
        Assert.Equal((60, 25, 12.0), (result.Bands[3].Cycle.Count, result.Bands[3].ToValue.Count, result.Bands[3].ToValue.Mean));
    }

    [Fact]
    public void Run_SameSeed_SameInterval()
    {
        var rows = Rows(40, row => Row(row, 80, null, true, row * row % 37));
        Assert.Equal(Result(rows).Bands[3].Cycle, Result(rows).Bands[3].Cycle);
        Assert.NotEqual(Result(rows).Bands[3].Cycle, Result(rows with { Seed = 9 }).Bands[3].Cycle);
    }

    [Fact]
    public void Run_TooFew_IsRefusedWithBothFigures()
    {
        var reason = Assert.Single(BackTest.Run(Rows(19, row => Row(row, 1, null, true, 1)), Evidence(), 70).Reasons);
        Assert.Equal("scorecards.too-few-outcomes", reason.Code);
        Assert.Contains("19", reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains("20", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EdgesThatDoNotRise_AreMisuse() =>
        Assert.Throws<ArgumentException>(() => BackTest.Run(Rows(30, row => Row(row, 1, null, true, 1)), Evidence(), 70, [0, 50, 50]));

    [Fact]
    public void Json_RoundTrip_KeepsEveryRow()
    {
        var rows = Rows(25, row => Row(row, row, row % 3 == 0 ? row : null, row % 2 == 0, row, row % 2 == 0 ? 4 : null));
        var read = BackTestRows.Read(rows.ToJson(), "x.json").Value;
        Assert.Equal((rows.CardId, rows.LearnedOn, rows.Seed), (read.CardId, read.LearnedOn, read.Seed));
        Assert.Equal(rows.Rows, read.Rows);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("""{"cardId":"a"}""")]
    [InlineData("""{"cardId":"a","learnedOn":"2026-01-01","seed":1,"rows":[{"row":0,"fold":0,"score":101,"laterScore":null,"isPositive":true,"times":{"startedOn":null,"endedOn":null,"daysToValue":null}}]}""")]
    public void Read_BrokenFile_IsRefusedWithItsName(string json)
    {
        var reason = Assert.Single(BackTestRows.Read(json, "card-draft.backtest.json").Reasons);
        Assert.Equal(("scorecards.back-test-unreadable", "card-draft.backtest.json"), (reason.Code, reason.Subject));
        Assert.Contains("kindred scorecard learn", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void CycleDays_WrongWayRound_IsUnknown()
    {
        Assert.Equal(9, new DecisionTimes(Learned, Learned.AddDays(9), null).CycleDays);
        Assert.Null(new DecisionTimes(Learned.AddDays(1), Learned, null).CycleDays);
    }

    private static BackTestResult Result(BackTestRows rows) => BackTest.Run(rows, Evidence(), 70).Value;

    private static BackTestRows Rows(int count, Func<int, BackTestRow> row) => new("id", Learned, 1, [.. Enumerable.Range(0, count).Select(row)]);

    private static BackTestRow Row(int row, int score, int? later, bool won, int cycle, double? toValue = null) =>
        new(row, row % 5, score, later, won, new DecisionTimes(Learned.AddDays(row), Learned.AddDays(row + cycle), won ? toValue : null));

    private static CardEvidence Evidence()
    {
        var rows = new int[101];
        rows[80] = 30;
        rows[20] = 70;
        return new CardEvidence("id", null, rows, new int[101], rows, new int[101], true);
    }
}
