using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Scorecards;

/// <summary>Columns about people carry no points, unless the team says they speak of buyability.</summary>
public sealed class PeopleColumnsTests
{
    [Theory]
    [InlineData("Seller", "scorecards.owner-column")]
    [InlineData("Deal owner", "scorecards.owner-column")]
    [InlineData("영업담당", "scorecards.owner-column")]
    [InlineData("Job title", "scorecards.person-column")]
    public void Run_ColumnAboutPeople_IsLeftOutWithTheReason(string column, string code)
    {
        var learned = Learn(column, null);
        var left = Assert.Single(learned.LeftOut);
        Assert.Equal((column, code), (left.Field, left.Reason.Code));
        Assert.Contains($"'{column}'", left.Reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains("--categories", left.Reason.Message.En, StringComparison.Ordinal);
        Assert.All(learned.Modes, mode => Assert.DoesNotContain(mode.Card?.Attributes ?? [], attribute => attribute.Field == column));
    }

    [Fact]
    public void Run_StatedAsBuyability_Stays()
    {
        var learned = Learn("Seller", CardCategory.Buyability);
        Assert.Empty(learned.LeftOut);
        Assert.Contains(learned.Best!.Card!.Attributes, attribute => attribute.Field == "Seller");
        Assert.Single(Learn("Seller", CardCategory.Firmographic).LeftOut);
    }

    [Theory]
    [InlineData("Report format")]
    [InlineData("industry segment")]
    public void Run_WordThatOnlyContainsOne_Stays(string column) => Assert.Empty(Learn(column, null).LeftOut);

    [Fact]
    public void Run_SheetOfPeople_KeepsTheirTraits()
    {
        var read = Patterns.Planted.Read("data/ibm-telco-churn/Telco-Customer-Churn.csv");
        var learned = LearnScorecard.Run(new ScorecardRequest(read, "Churn", "Yes", Modes: [ScorecardMode.Free], MaxAttributes: 3, Folds: [.. Enumerable.Range(0, read.RowCount).Select(row => row % 2)]), TimeProvider.System).Value;
        Assert.Empty(learned.LeftOut);
    }

    // The column decides the outcome for the most part, so that it would surely carry points.
    private static LearnedScorecards Learn(string column, CardCategory? category)
    {
        var deals = LearnScorecardTests.Deals(400, 7);
        var stage = deals.Find("Stage")!;
        var table = new Table("deals", [.. deals.Columns.Where(each => each.Name != "id"), TextColumn.From(column, [.. Enumerable.Range(0, 400).Select(row => (row % 4 == 0) == (stage.TextAt(row) == "Won") ? "one" : row % 3 == 0 ? "two" : "three")])]);
        var template = category is { } given ? new CardTemplate([new TemplateLine(column, given, null, [])], CardTemplate.DefaultShares) : null;
        return LearnScorecard.Run(new ScorecardRequest(table, "Stage", "Won", Modes: [ScorecardMode.Free], Template: template), TimeProvider.System).Value;
    }
}
