using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Scorecards;

public class EditScorecardTests
{
    [Fact]
    public void SetPoints_BelowTheMaximum_ChangesNothingElse()
    {
        var card = TestCards.Small();
        var edited = EditScorecard.Run(card, new CardEdit.SetPoints("employees", 1, 12)).Value;
        Assert.Equal(12, edited.Attributes[0].Bins[1].Points);
        Assert.Equal(PublishState.Draft, edited.State);
        Assert.Equal(card.Attributes.Skip(1).SelectMany(attribute => attribute.Bins), edited.Attributes.Skip(1).SelectMany(attribute => attribute.Bins));
        Assert.Equal(card.Lines[0].Points, edited.Lines[0].Points);
    }

    [Fact]
    public void SetPoints_NewMaximum_OthersGiveInProportion_AndKeepTheirOrder()
    {
        var card = TestCards.Small();
        // 25 → 40: the others hold 75 and give 15, a fifth of each.
        var edited = EditScorecard.Run(card, new CardEdit.SetPoints("employees", 2, 40)).Value;
        Assert.Equal([40, 16, 32], edited.Attributes.Select(attribute => attribute.MaxPoints));
        Assert.Equal(12, edited.Lines[0].Points);
        foreach (var (before, after) in card.Attributes.Zip(edited.Attributes).Skip(1))
        {
            var order = before.Bins.Select((bin, i) => (bin.Points, i)).OrderBy(each => each.Points).Select(each => each.i);
            Assert.Equal(after.Bins.Select(bin => bin.Points).Order(), order.Select(i => after.Bins[i].Points));
        }
    }

    [Fact]
    public void SetPoints_InACappedCard_StaysInsideTheCategory()
    {
        var edited = EditScorecard.Run(TestCards.Template(), new CardEdit.SetPoints("industry", 0, 20)).Value;
        Assert.Equal([20, 10, 25, 25, 20], edited.Attributes.Select(attribute => attribute.MaxPoints));
        Assert.Equal("scorecards.edit-balance", EditScorecard.Run(TestCards.Template(), new CardEdit.SetPoints("crm", 0, 20)).Reasons[0].Code);
    }

    [Fact]
    public void MoveBoundary_MovesBothIntervals()
    {
        var edited = EditScorecard.Run(TestCards.Small(), new CardEdit.MoveBoundary("employees", 1, 59)).Value;
        Assert.Equal((9.0, 59.0), (edited.Attributes[0].Bins[1].Condition!.Above, edited.Attributes[0].Bins[1].Condition!.UpTo));
        Assert.Equal((59.0, 200.0), (edited.Attributes[0].Bins[2].Condition!.Above, edited.Attributes[0].Bins[2].Condition!.UpTo));
        Assert.Equal("scorecards.edit-boundary", EditScorecard.Run(TestCards.Small(), new CardEdit.MoveBoundary("employees", 1, 200)).Reasons[0].Code);
        Assert.Equal("scorecards.edit-boundary", EditScorecard.Run(TestCards.Small(), new CardEdit.MoveBoundary("industry", 0, 5)).Reasons[0].Code);
    }

    [Fact]
    public void MergeBins_AddsRows_KeepsThePointsOfTheLarger()
    {
        var edited = EditScorecard.Run(TestCards.Small(), new CardEdit.MergeBins("employees", 0)).Value;
        var merged = edited.Attributes[0].Bins[0];
        Assert.Equal((double.NegativeInfinity, 49.0, 16, 3), (merged.Condition!.Above, merged.Condition.UpTo, merged.Rows, merged.Positives));
        Assert.Equal(100, edited.Attributes.Sum(attribute => attribute.MaxPoints) + edited.Lines.Sum(line => line.Points));
        Assert.Equal("scorecards.edit-merge", EditScorecard.Run(TestCards.Small(), new CardEdit.MergeBins("employees", 3)).Reasons[0].Code);
    }

    [Fact]
    public void MoveWord_GoesFromItsBinToAnother()
    {
        var edited = EditScorecard.Run(TestCards.Small(), new CardEdit.MoveWord("industry", "fintech", 1)).Value;
        Assert.Equal(["software"], edited.Attributes[1].Bins[0].Condition!.Values);
        Assert.Equal(["commerce", "fintech"], edited.Attributes[1].Bins[1].Condition!.Values);
        Assert.Equal(["commerce", "games"], EditScorecard.Run(TestCards.Small(), new CardEdit.MoveWord("industry", "games", 1)).Value.Attributes[1].Bins[1].Condition!.Values);
        Assert.Equal("scorecards.edit-word", EditScorecard.Run(TestCards.Small(), new CardEdit.MoveWord("industry", "commerce", 0)).Reasons[0].Code);
    }

    [Fact]
    public void Run_WithRows_CountsTheBinsAgain()
    {
        var table = new Table("leads",
        [
            new NumberColumn("employees", [5, 55, 100, double.NaN]), TextColumn.From("industry", ["software", "commerce", "games", null]), TextColumn.From("crm", ["HubSpot", "none", "SAP", null]),
        ]);
        var edited = EditScorecard.Run(TestCards.Small(), new CardEdit.MoveBoundary("employees", 1, 59), table, [1, 0, 1, 0]).Value;
        Assert.Equal([1, 1, 1, 0, 1], edited.Attributes[0].Bins.Select(bin => bin.Rows));
        Assert.Equal([1, 0, 1, 0, 0], edited.Attributes[0].Bins.Select(bin => bin.Positives));
        Assert.Equal([1, 1, 1, 1], edited.Attributes[1].Bins.Select(bin => bin.Rows));
        Assert.Equal(TestCards.Small().Calibration!.Probability, edited.Calibration!.Probability);
    }

    [Fact]
    public void Run_WithManyRows_FitsTheProbabilitiesAgain()
    {
        var table = LearnScorecardTests.Deals(600, 3);
        var stage = table.Find("Stage")!;
        byte[] positive = [.. Enumerable.Range(0, 600).Select(row => (byte)(stage.TextAt(row) == "Won" ? 1 : 0))];
        var edited = EditScorecard.Run(TestCards.Small(), new CardEdit.SetPoints("employees", 2, 40), table, positive).Value;
        var scores = ScoreTable.Of(edited, table).Value;
        // A line with an intercept: the mean probability is the rate.
        Assert.Equal(positive.Average(value => (double)value), scores.Average(score => edited.Calibration!.Probability[score]), 1e-6);
    }

    [Theory]
    [InlineData("nope", 0, 1, "scorecards.edit-field")]
    [InlineData("employees", 9, 1, "scorecards.edit-points")]
    [InlineData("employees", 0, 101, "scorecards.edit-points")]
    public void Run_Impossible_IsRefused(string field, int bin, int points, string code)
    {
        Assert.False(EditScorecard.Run(TestCards.Small(), new CardEdit.SetPoints(field, bin, points)).TryGet(out _, out var reasons));
        Assert.Equal((code, field), (reasons[0].Code, reasons[0].Subject));
        Assert.NotEqual(reasons[0].Message.Ko, reasons[0].Message.En);
    }
}
