using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>From a deals file to the document, where the truth is known.</summary>
public sealed class BuiltProfileTests
{
    private static readonly Lazy<BuildResult> Planted = new(() => ProfilesByHand.Built(0.4).Value);

    [Fact]
    public void Run_PlantedCore_IsTheCore()
    {
        var profile = Planted.Value.Profile;
        Assert.Equal(Verdict.Proven, profile.Verdict);
        Assert.Equal(["employees", "industry"], profile.Core!.Pattern.Conditions.Conditions.Select(condition => condition.Field).Order(StringComparer.Ordinal));
        Assert.Equal(Condition.Is("industry", "software"), profile.Core.Pattern.Conditions.Conditions.Single(condition => condition.Field == "industry"));
        Assert.Equal(ProfileRole.Buys, profile.Core.Role);
        Assert.Contains("We know who buys, not yet who stays.", profile.Sentence.En, StringComparison.Ordinal);
        Assert.Contains("누가 남는지는", profile.Sentence.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_UnknownRows_ShowTheQuestionOfTheBank()
    {
        var clauses = Planted.Value.Profile.Clauses;
        foreach (var (row, bank, item) in new[] { ("technology", "decision-maker-interview", "research"), ("decision", "decision-maker-interview", "approvals"), ("value", "decision-maker-interview", "wanted"), ("trigger", "qualitative-areas", "trigger"), ("goals", "customer-survey", "goal") })
        {
            var clause = Assert.Single(clauses, clause => clause.Row == row);
            Assert.Equal((ClauseOrigin.Unknown, Banks.Shipped[bank][item].Text), (clause.Origin, clause.Text));
        }

        Assert.Equal([ClauseOrigin.HeldUp, ClauseOrigin.HeldUp], clauses.Where(clause => clause.Row is "industry" or "size").Select(clause => clause.Origin));
    }

    [Fact]
    public void Run_EveryCompany_HasAState()
    {
        var built = Planted.Value;
        Assert.Equal(600, built.Accounts.Count);
        var core = ConditionRows.Of(built.Companies, built.Profile.Core!.Pattern.Conditions);
        foreach (var account in built.Accounts)
        {
            Assert.Equal(Statistics.Subgroups.RowBits.Has(core, account.Account), account.State == AccountState.Core);
        }
    }

    [Fact]
    public void Document_WrittenAndRead_IsTheSameJson()
    {
        var json = WriteProfile.Run(Planted.Value).ToJson();
        var read = ProfileDocument.Read(json, "icp.json").Value;
        Assert.Equal(json, read.ToJson());
        Assert.Equal("proven", read.Verdict);
        Assert.Equal(600, read.Counts.Values.Sum());
        Assert.Equal(json, WriteProfile.Run(ProfilesByHand.Built(0.4).Value).ToJson());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"format":"other/1"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Document_SomethingElse_IsRefused(string text)
    {
        var reason = Assert.Single(ProfileDocument.Read(text, "mine.json").Reasons);
        Assert.Equal(("profiles.icp-unreadable", "mine.json"), (reason.Code, reason.Subject));
        Assert.Contains("'mine.json'", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("읽을 수 없어요", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NothingPlanted_NothingIsCore()
    {
        var profile = ProfilesByHand.Built(0).Value.Profile;
        Assert.Null(profile.Core);
        Assert.NotEqual(Verdict.Proven, profile.Verdict);
        Assert.Empty(profile.Comparisons);
    }

    [Fact]
    public void Diff_OtherVersion_SaysWhatChanged()
    {
        var before = WriteProfile.Run(Planted.Value);
        Assert.Empty(DiffProfiles.Run(before, before));
        var stated = new ClauseLine("budget", new("예산", "Budget"), "stated", new("1억 넘음", "above 100 million"), null, "Kim", new DateOnly(2026, 2, 1));
        var size = before.Core!.Conditions.Single(condition => condition.Field == "employees");
        var after = before with
        {
            Verdict = "hypotheses",
            Core = before.Core with { Conditions = [size with { Text = new("직원 80–250명", "employees 80–250 people") }], Honest = before.Core.Honest! with { Rate = before.Core.Honest.Rate - 0.02 } },
            Clauses = [.. before.Clauses, stated],
        };
        var changes = DiffProfiles.Run(before, after).Select(change => change.En).ToArray();
        Assert.Contains("verdict: held up again → hypotheses to test", changes);
        Assert.Contains($"{size.Text.En} → employees 80–250 people", changes);
        Assert.Contains(changes, change => change.StartsWith("dropped condition: ", StringComparison.Ordinal));
        Assert.Contains(changes, change => change.StartsWith("win rate -2 points", StringComparison.Ordinal));
        Assert.Contains("team's statement: Budget — above 100 million", changes);
    }
}
