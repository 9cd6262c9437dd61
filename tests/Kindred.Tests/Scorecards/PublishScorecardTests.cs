using Kindred.Core.Basics;
using Kindred.Core.Scorecards;
using Xunit;

namespace Kindred.Tests.Scorecards;

public class PublishScorecardTests
{
    [Fact]
    public void Run_GoodEvidence_IsValidated()
    {
        var published = Publish(Evidence(Quality()), PublishState.Validated).Value;
        Assert.Equal((PublishState.Validated, null), (published.Card.State, published.RowsNeeded));
    }

    [Fact]
    public void Run_AucIntervalHoldsOneHalf_IsRefused() => Refused("scorecards.gate-auc", Evidence(Quality() with { Auc = 0.53, AucLow = 0.49, AucHigh = 0.57 }));

    [Fact]
    public void Run_SlopeSurelyOff_IsRefused()
    {
        Refused("scorecards.gate-slope", Evidence(Quality() with { CalibrationSlope = 0.5, SlopeLow = 0.3, SlopeHigh = 0.7 }));
        Refused("scorecards.gate-slope", Evidence(Quality() with { CalibrationSlope = 1.5, SlopeLow = 1.3, SlopeHigh = 1.7 }));
    }

    [Fact]
    public void Run_HigherBandSurelyWorse_IsRefused()
    {
        // Scores 80 do clearly worse than scores 60.
        Refused("scorecards.gate-bands", Evidence(Quality(), (10, 200, 20), (60, 200, 120), (80, 200, 60)));
        Assert.True(Publish(Evidence(Quality(), (10, 200, 20), (60, 200, 62), (80, 200, 60)), PublishState.Validated).IsAccepted);
    }

    [Fact]
    public void Run_TooWideToTell_IsTrialWithTheRowsNeeded()
    {
        var published = Publish(Evidence(Quality() with { SlopeLow = 0.6, SlopeHigh = 1.4, Rows = 300 }), PublishState.Validated).Value;
        // Twice as wide as the limits: four times the rows.
        Assert.Equal((PublishState.Trial, 1200), (published.Card.State, published.RowsNeeded));
    }

    [Fact]
    public void Run_WithoutOutcomes_IsTrial()
    {
        Assert.Equal(PublishState.Trial, Publish(null, PublishState.Validated).Value.Card.State);
        Assert.Equal(PublishState.Trial, PublishScorecard.Run(TestCards.Template(), null, PublishState.Validated).Value.Card.State);
        Assert.Equal(PublishState.Trial, Publish(Evidence(Quality() with { AucLow = 0.4 }), PublishState.Trial).Value.Card.State);
    }

    [Fact]
    public void Run_CutOutside1To100_IsRefused()
    {
        var result = PublishScorecard.Run(TestCards.Small(), null, PublishState.Trial, cut: 0);
        Assert.Equal("scorecards.card-cut", result.Reasons[0].Code);
    }

    [Fact]
    public void Thresholds_SmallCase_AreCounted()
    {
        var evidence = Evidence(Quality(), (20, 60, 6), (70, 30, 12), (90, 10, 8));
        var table = ThresholdTable.Of(evidence, hoursPerLead: 3);
        var at = table[69];
        Assert.Equal((70, 40, 0.4, 0.5), (at.Cut, at.Volume, at.Share, at.Precision));
        Assert.Equal(20.0 / 26, at.Recall, 1e-12);
        Assert.Equal((20.0, 120.0), (at.ExpectedWins, at.RepHours));
        Assert.Equal((100, 0), (table[99].Cut, table[99].Volume));
        Assert.True(double.IsNaN(table[99].Precision));
        Assert.Equal(100, table[0].Volume);
    }

    [Fact]
    public void Meaning_TooFewReachTheCut_OffersOneThatFits()
    {
        var evidence = Evidence(Quality(), (20, 70, 6), (55, 25, 12), (90, 5, 4));
        var meaning = ThresholdTable.Meaning(evidence, 70, capacity: 0.3);
        Assert.Equal(0.05, meaning.Share, 1e-12);
        Assert.InRange(meaning.Suggested!.Value, 21, 55);
        Assert.Contains("5%", meaning.Text.En, StringComparison.Ordinal);
        Assert.Contains("너무 적어요", meaning.Text.Ko, StringComparison.Ordinal);
        Assert.Null(ThresholdTable.Meaning(evidence, 50).Suggested);
        Assert.NotNull(ThresholdTable.Meaning(evidence, 10).Suggested);
    }

    [Fact]
    public void Bands_CoverEveryScoreOnce_WithAtLeastTwentyRows()
    {
        var bands = ScoreBand.Of(Evidence(Quality(), [.. Enumerable.Range(0, 100).Select(score => (score, 3, 1))]));
        Assert.Equal(5, bands.Count);
        Assert.Equal((0, 100), (bands[0].From, bands[^1].To));
        for (var i = 1; i < bands.Count; i++)
        {
            Assert.Equal(bands[i - 1].To + 1, bands[i].From);
        }

        Assert.Equal(300, bands.Sum(band => band.Rows));
        Assert.All(bands, band => Assert.True(band.Rows >= 20));
    }

    private static ScorecardQuality Quality() => new(0.75, 0.7, 0.8, 0.4, 0.15, 1, 0.9, 1.1, 0.01, 0.02, 0.74, 600, 200);

    private static CardEvidence Evidence(ScorecardQuality quality, params (int Score, int Rows, int Positives)[] scores)
    {
        var rows = new int[101];
        var positives = new int[101];
        foreach (var (score, n, y) in scores.Length > 0 ? scores : [(10, 200, 20), (50, 200, 60), (80, 200, 120)])
        {
            (rows[score], positives[score]) = (n, y);
        }

        return new CardEvidence("id", quality, rows, positives, rows, positives, false);
    }

    private static Result<PublishedScorecard> Publish(CardEvidence? evidence, PublishState wanted) => PublishScorecard.Run(TestCards.Small(), evidence, wanted);

    private static void Refused(string code, CardEvidence evidence)
    {
        Assert.False(Publish(evidence, PublishState.Validated).TryGet(out _, out var reasons));
        Assert.Equal(code, reasons[0].Code);
        Assert.NotEqual(reasons[0].Message.Ko, reasons[0].Message.En);
    }
}
