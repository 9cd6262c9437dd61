using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Kindred.Tests.CustomerValue;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>Security reviews, counted by hand.</summary>
public sealed class BuyingFrictionTests
{
    private static readonly Conjunction Core = new([Condition.Is("sector", "software")]);
    private static readonly DateOnly Signed = new(2025, 6, 30);

    [Fact]
    public void Run_StageNames_CountReviewsAndTheirDays()
    {
        // Three core deals of 60, 20 and 30 days, the first with a review; two others, one with a review.
        var facts = Facts() with { StageHistory = [new StageChange(0, "보안 검토", Signed), new StageChange(3, "Security questionnaire", Signed), new StageChange(1, "Demo", Signed)] };
        var friction = BuyingFriction.Run(facts, View(), Core);
        Assert.Null(friction.Missing);
        Assert.Equal((3, 1, 2, 1), (friction.CoreShare!.Rows, friction.CoreShare.Positives, friction.RestShare!.Rows, friction.RestShare.Positives));
        Assert.Equal((60.0, 25.0), (friction.CycleWith!.Value, friction.CycleWithout!.Value));
    }

    [Fact]
    public void Run_AnActivityWhileTheDealWasOpen_CountsAndOneAfterItDoesNot()
    {
        var facts = Facts() with { Activities = [new Activity(1, "Security review", Signed.AddDays(-5), null), new Activity(2, "Security review", Signed.AddDays(5), null)] };
        Assert.Equal(1, BuyingFriction.Run(facts, View(), Core).CoreShare!.Positives);
    }

    [Theory]
    [InlineData("Security whitepaper sent")]
    [InlineData("Contract review")]
    public void Run_ANameThatIsNoSecurityReview_IsNotMeasured(string name)
    {
        var friction = BuyingFriction.Run(Facts() with { Activities = [new Activity(0, name, Signed.AddDays(-1), null)] }, View(), Core);
        Assert.Null(friction.CoreShare);
        Assert.Contains("Not measured yet", friction.Missing!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithoutStagesAndActivities_SaysWhichFileWouldTell() =>
        Assert.Contains("stage history", BuyingFriction.Run(Facts(), View(), Core).Missing!.En, StringComparison.Ordinal);

    private static AccountFacts Facts() => CustomersByHand.Of([(100, 60, Signed), (100, 20, Signed), (100, 30, Signed), (100, 10, Signed), (100, 10, Signed)]);

    private static AsOfView View()
    {
        var table = new Table("buys", [TextColumn.From("sector", ["software", "software", "software", "retail", "retail"])]);
        return new AsOfView(new AsOfTable(table, [ProfilesByHand.Fields[0]], [0, 1, 2, 3, 4], [1, 2, 3, 4, 5], [1, 1, 1, 1, 1], ProfilesByHand.Signed, []), new Table("none", [], 5), [0, 1, 2, 3, 4]);
    }
}
