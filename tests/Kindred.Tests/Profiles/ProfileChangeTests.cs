using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>What people write into a profile: statements and signatures.</summary>
public sealed class ProfileChangeTests
{
    private static readonly DateOnly Day = new(2026, 2, 3);

    [Fact]
    public void State_AnUnknownRow_TakesTheQuestionsPlaceInTheNextVersionWithoutSignatures()
    {
        var before = Document() with { SignOffs = [new SignOff("sales", "Lee", Day)] };
        var after = StateClause.Run(before, Said("budget", "  5천만 원까지 팀장이 정해요 ")).Value;
        var line = Assert.Single(after.Clauses, clause => clause.Row == "budget");
        Assert.Equal(("stated", "5천만 원까지 팀장이 정해요", "Kim", Day), (line.Origin, line.Text.Ko, line.StatedBy, line.StatedOn!.Value));
        Assert.Equal((4, 0), (after.Version, after.SignOffs.Count));
        Assert.Single(after.Clauses, clause => clause.Row == "region");
    }

    [Fact]
    public void State_ARowTheDataKnows_StaysBesideWhatTheDataSays()
    {
        var after = StateClause.Run(Document(), Said("industry", "금융도 잘 맞아요")).Value;
        Assert.Equal(["held-up", "stated"], after.Clauses.Where(clause => clause.Row == "industry").Select(clause => clause.Origin));
    }

    [Fact]
    public void State_TheSameRowAgain_ReplacesTheEarlierStatement()
    {
        var once = StateClause.Run(Document(), Said("budget", "one")).Value;
        var twice = StateClause.Run(once, Said("budget", "two") with { Version = 4 }).Value;
        Assert.Equal("two", Assert.Single(twice.Clauses, clause => clause.Row == "budget").Text.En);
    }

    [Theory]
    [InlineData(2, "budget", "x", "profiles.version-moved", "2", "v3 has come out since")]
    [InlineData(3, "colour", "x", "profiles.unknown-row", "colour", "no row 'colour'")]
    [InlineData(3, "budget", "   ", "profiles.empty-statement", "budget", "Nothing was written")]
    public void State_WhatDoesNotFit_IsRefusedWithItsReason(int version, string row, string text, string code, string subject, string says)
    {
        var reason = Assert.Single(StateClause.Run(Document(), Said(row, text) with { Version = version }).Reasons);
        Assert.Equal((code, subject), (reason.Code, reason.Subject));
        Assert.Contains(says, reason.Message.En, StringComparison.Ordinal);
        Assert.NotEqual(reason.Message.Ko, reason.Message.En);
    }

    [Fact]
    public void State_OneLetterTooMany_IsRefusedAndFiveHundredAreNot()
    {
        Assert.True(StateClause.Run(Document(), Said("budget", new string('가', 500))).IsAccepted);
        var reason = Assert.Single(StateClause.Run(Document(), Said("budget", new string('가', 501))).Reasons);
        Assert.Equal("profiles.long-statement", reason.Code);
        Assert.Contains("501 characters", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Sign_ByARole_KeepsTheVersionAndReplacesItsEarlierSignature()
    {
        var first = SignProfile.Run(Document(), 3, "sales", "Lee", Day).Value;
        var again = SignProfile.Run(first, 3, "sales", "Park", Day.AddDays(1)).Value;
        Assert.Equal(new SignOff("sales", "Park", Day.AddDays(1)), Assert.Single(again.SignOffs));
        Assert.Equal(3, again.Version);
    }

    [Theory]
    [InlineData(3, "cook", "profiles.unknown-role", "cook")]
    [InlineData(9, "sales", "profiles.version-moved", "9")]
    public void Sign_WhatDoesNotFit_IsRefused(int version, string role, string code, string subject)
    {
        var reason = Assert.Single(SignProfile.Run(Document(), version, role, "Lee", Day).Reasons);
        Assert.Equal((code, subject), (reason.Code, reason.Subject));
    }

    [Fact]
    public void Pending_NeedsSalesAndMarketingOnly()
    {
        Assert.Equal(["sales", "marketing"], SignProfile.Pending(Document()).Select(role => role.Code));
        Assert.Equal(["marketing"], SignProfile.Pending(Document() with { SignOffs = [new SignOff("sales", "Lee", Day), new SignOff("product", "Cho", Day)] }).Select(role => role.Code));
    }

    [Fact]
    public void DueOn_IsNinetyDaysAfterTheDaysOfTheData() => Assert.Equal(new DateOnly(2026, 5, 1), ProfileReview.DueOn(Document()));

    private static StateClauseRequest Said(string row, string text) => new(3, row, text, "Kim", Day);

    private static ProfileDocument Document() => new()
    {
        Version = 3,
        Name = Wording.Same("core"),
        AsOf = new DateOnly(2026, 1, 31),
        Verdict = "proven",
        Why = Wording.Same("why"),
        Sentence = Wording.Same("sentence"),
        Paragraph = Wording.Same("paragraph"),
        Outcomes = new OutcomeCounts(20, 80),
        Clauses =
        [
            new ClauseLine("industry", Wording.Same("Industry"), "held-up", Wording.Same("software"), 1),
            new ClauseLine("region", Wording.Same("Region"), "unknown", Wording.Same("Where?"), null),
            new ClauseLine("budget", Wording.Same("Budget"), "unknown", Wording.Same("How much?"), null),
        ],
    };
}
