using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Statistics.Resampling;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class LeadEvidenceTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private static readonly DateTimeOffset At = new(2026, 10, 20, 9, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData(SignalKind.Audit, 90, "recent event", "Yes")]
    [InlineData(SignalKind.Audit, 91, null, null)]
    [InlineData(SignalKind.Regulation, 365, "recent event", "Yes")]
    [InlineData(SignalKind.MergerOrAcquisition, 270, "recent event", "Yes")]
    [InlineData(SignalKind.HeadcountGrowth, 0, "recent event", "Yes")]
    [InlineData(SignalKind.Audit, -1, null, null)]
    [InlineData(SignalKind.FundingRound, 180, "budget signal", "Yes")]
    [InlineData(SignalKind.BudgetCut, 30, "budget signal", "No")]
    [InlineData(SignalKind.Other, 0, null, null)]
    public void Answers_OneSignal_AnswersItsQuestionUntilItsHalfLife(SignalKind kind, int age, string? field, string? value)
    {
        var answers = SignalRule.Answers(Asking(), Day, [Signal(kind, age)]).ToArray();
        Assert.Equal(field is null ? [] : [(field, value!, AnswerOrigin.Signal)], answers.Select(answer => (answer.Field, answer.Value, answer.Origin)));
    }

    [Fact]
    public void Answers_SeveralOldSignals_AddUp()
    {
        // Two at 1 − 2^(−180/90): 1 − 0.75² = 0.4375; three: 0.578.
        Assert.Empty(SignalRule.Answers(Asking(), Day, [Signal(SignalKind.Audit, 180), Signal(SignalKind.BudgetCut, 500), Signal(SignalKind.Audit, 180)]));
        var answer = Assert.Single(SignalRule.Answers(Asking(), Day, [.. Enumerable.Repeat(Signal(SignalKind.Audit, 180), 3)]));
        Assert.StartsWith("audit 2026-05-05 (news, $1.2M, 25%); ", answer.Source.En, StringComparison.Ordinal);
        Assert.StartsWith("감사 2026-05-05 (news, $1.2M, 25%); ", answer.Source.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_FundingAndACut_TheStrongerCountsAndOfEqualsNeither()
    {
        Assert.Equal("No", Assert.Single(SignalRule.Answers(Asking(), Day, [Signal(SignalKind.FundingRound, 100), Signal(SignalKind.BudgetCut, 5)])).Value);
        Assert.Equal("Yes", Assert.Single(SignalRule.Answers(Asking(), Day, [Signal(SignalKind.FundingRound, 5), Signal(SignalKind.BudgetCut, 60)])).Value);
        Assert.Empty(SignalRule.Answers(Asking(), Day, [Signal(SignalKind.FundingRound, 0), Signal(SignalKind.BudgetCut, 0)]));
    }

    [Fact]
    public void Answers_ACardThatDoesNotAsk_GetsNone() => Assert.Empty(SignalRule.Answers(TestCards.Small(), Day, [Signal(SignalKind.Audit, 0), Signal(SignalKind.FundingRound, 0)]));

    [Fact]
    public void Of_PassReasons_AnswerTheirQuestionsAndTheCompetitorIsANote()
    {
        var log = new LeadLog([Passed(1, "no-budget"), Passed(2, "not-the-decider"), Passed(3, "uses-a-competitor"), Passed(4, "industry")], []);
        var evidence = LeadEvidence.Of(Asking(), "L", log, [], Day);
        Assert.Equal([("decision-maker access", "No"), ("budget signal", "No")], evidence.Answers.Select(answer => (answer.Field, answer.Value)));
        Assert.All(evidence.Answers, answer => Assert.Equal(AnswerOrigin.Pass, answer.Origin));
        Assert.Equal("passed for: no budget, Kim, 2026-10-20", evidence.Answers[1].Source.En);
        Assert.Equal("넘긴 이유: 경쟁사 사용, Kim, 2026-10-20", Assert.Single(evidence.Notes).Ko);
        Assert.Same(LeadEvidence.None, LeadEvidence.Of(Asking(), "other", log, [], Day));
    }

    [Fact]
    public void Of_PersonPassAndSignal_ThePersonIsBelievedThenThePass()
    {
        LeadSignal[] funded = [Signal(SignalKind.FundingRound, 1)];
        var passed = new LeadLog([Passed(1, "no-budget")], []);
        Assert.Equal(("No", AnswerOrigin.Pass), Only(LeadEvidence.Of(Asking(), "L", passed, funded, Day)));
        Assert.Equal(("Yes", AnswerOrigin.Person), Only(LeadEvidence.Of(Asking(), "L", new LeadLog([Passed(1, "no-budget")], [Answer(1, "Yes")]), funded, Day)));

        // Taken back: the pass counts again.
        Assert.Equal(("No", AnswerOrigin.Pass), Only(LeadEvidence.Of(Asking(), "L", new LeadLog([Passed(1, "no-budget")], [Answer(1, "Yes"), Answer(2, null)]), funded, Day)));
    }

    [Fact]
    public void OverKnown_AnAnswer_IsKnownInTheReceiptWithItsSource()
    {
        var explain = new ExplainLead(Asking()).OverKnown(TestCards.Leads((100, "software", null))).Value;
        var evidence = LeadEvidence.Of(Asking(), "L", new LeadLog([], [Answer(1, "Yes")]), [Signal(SignalKind.Audit, 0)], Day);
        var (before, after) = (explain(0, LeadEvidence.None), explain(0, evidence));

        // 40 known; unknown 8 + 5 + 6, then 15 + 10 + 6.
        Assert.Equal((59, 71, 59, 71), (before.Score.Score, after.Score.Score, before.Total, after.Total));
        var line = after.Lines.Single(line => line.Field == "budget signal");
        Assert.Equal((true, "Yes", "Kim, 2026-10-20"), (line.IsKnown, line.Value.En, line.Source!.En));
        Assert.StartsWith("audit 2026-11-01", after.Lines.Single(line => line.Field == "recent event").Source!.En, StringComparison.Ordinal);
        Assert.Equal(["decision-maker access"], after.Questions.Select(question => question.Field));
        Assert.Null(after.Lines.Single(line => line.Field == "employees").Source);
    }

    [Fact]
    public void OverKnown_APersonContradictsTheFile_ThePersonCountsAndOthersDoNot()
    {
        var explain = new ExplainLead(Asking()).OverKnown(TestCards.Leads((20, "software", null))).Value;
        KnownAnswer Answer(AnswerOrigin origin) => new("employees", "100", origin, Wording.Same("x"));
        Assert.Equal(10, Employees(explain(0, new LeadEvidence([Answer(AnswerOrigin.Signal)], []))));
        Assert.Equal(25, Employees(explain(0, new LeadEvidence([Answer(AnswerOrigin.Person)], []))));

        static int Employees(LeadReceipt receipt) => receipt.Lines.Single(line => line.Field == "employees").Points;
    }

    [Fact]
    public void OverKnown_TwoThousandRandomLeads_LinesSumToTheScore()
    {
        var random = new SeededRandom(7, 1);
        var card = Asking();
        var table = TestCards.Leads([.. Enumerable.Range(0, 2000).Select(_ => (random.Below(4) == 0 ? double.NaN : random.Below(500), random.Below(3) == 0 ? null : "software", (string?)null))]);
        var explain = new ExplainLead(card).OverKnown(table).Value;
        for (var row = 0; row < table.RowCount; row++)
        {
            var kinds = Enum.GetValues<SignalKind>();
            var signals = Enumerable.Range(0, random.Below(4)).Select(_ => Signal(kinds[random.Below(kinds.Length)], random.Below(400) - 20)).ToArray();
            var log = new LeadLog(random.Below(3) == 0 ? [Passed(1, PassReasons.Codes[random.Below(7)])] : [], random.Below(3) == 0 ? [Answer(1, random.Below(2) == 0 ? "Yes" : "No")] : []);
            var receipt = explain(row, LeadEvidence.Of(card, "L", log, signals, Day));
            Assert.Equal(receipt.Score.Score, receipt.Lines.Sum(line => line.Points));
            Assert.InRange(receipt.Score.Score, receipt.Score.Low, receipt.Score.High);
        }
    }

    [Theory]
    [InlineData("budget signal", "예", "budget signal", "Yes")]
    [InlineData("예산 신호", "no", "budget signal", "No")]
    [InlineData("Budget Signal", "YES ", "budget signal", "Yes")]
    [InlineData("employees", "1,200", "employees", "1200")]
    [InlineData("industry", "Software", "industry", "software")]
    [InlineData("industry", "mining", "industry", "mining")]
    public void Answer_WhatThePersonTypes_BecomesAValueOfTheCard(string field, string value, string stored, string read)
    {
        var answer = AnswerLead.Run(Asking(), "L", field, value, "Kim", At).Value;
        Assert.Equal(new AnswerRecord(0, "L", stored, read, "Kim", At), answer);
    }

    [Theory]
    [InlineData("budget signal", "maybe", "leads.answer", "Yes, No")]
    [InlineData("budget signal", "", "leads.answer", "1–200")]
    [InlineData("employees", "many", "leads.answer", "a number")]
    [InlineData("employees", "1e999", "leads.answer", "a number")]
    [InlineData("industry", "900101-1234567", "leads.answer-resident-number", "not stored")]
    [InlineData("colour", "red", "leads.unknown-field", "budget signal")]
    public void Answer_WhatCannotBe_IsRefusedWithWhatCan(string field, string value, string code, string quoted)
    {
        var reason = Assert.Single(AnswerLead.Run(Asking(), "L", field, value, null, At).Reasons);
        Assert.Equal(code, reason.Code);
        Assert.Contains(quoted, reason.Message.En, StringComparison.Ordinal);
        Assert.Matches("[가-힣]", reason.Message.Ko);
    }

    [Fact]
    public void Withdraw_OnlyWhatWasAnswered()
    {
        var log = new LeadLog([], [Answer(1, "Yes")]);
        Assert.Null(AnswerLead.Withdraw(log, Asking(), "L", "budget signal", "Lee", At).Value.Value);
        var reason = Assert.Single(AnswerLead.Withdraw(log, Asking(), "L", "recent event", null, At).Reasons);
        Assert.Equal(("leads.no-answer", "recent event"), (reason.Code, reason.Subject));
        Assert.Contains("budget signal", reason.Message.En, StringComparison.Ordinal);
        Assert.Equal("leads.no-answer", AnswerLead.Withdraw(new LeadLog([], [Answer(1, "Yes"), Answer(2, null)]), Asking(), "L", "budget signal", null, At).Reasons[0].Code);
    }

    [Fact]
    public void Of_AnAnswerToAFieldTheNewCardLacks_IsKeptAsANote()
    {
        var evidence = LeadEvidence.Of(TestCards.Small(), "L", new LeadLog([], [Answer(1, "Yes")]), [], Day);
        Assert.Empty(evidence.Answers);
        Assert.Contains("budget signal = Yes (Kim, 2026-10-20)", Assert.Single(evidence.Notes).En, StringComparison.Ordinal);
    }

    /// <summary>25 + 20 + … of the small card's fields, 15 recent event, 20 budget, 20 decider: 100.</summary>
    private static Scorecard Asking() => TestCards.Small() with
    {
        Attributes =
        [
            TestCards.Employees(),
            TestCards.Words("industry", CardCategory.Firmographic, ("software", 15)) with { Bins = [new CardBin(CardBinKind.Value, Condition.Is("industry", "software"), 15, 20, 11), new CardBin(CardBinKind.Missing, null, 0), new CardBin(CardBinKind.Other, null, 0, 20, 4)] },
            Ask("recent event", "최근 계기", 20, 8), Ask("budget signal", "예산 신호", 20, 5), Ask("decision-maker access", "결정권자와의 접점", 20, 6),
        ],
        Lines = [],
        Calibration = null,
    };

    private static CardAttribute Ask(string field, string ko, int points, int unknown) => new(field, new Wording(ko, field), CardCategory.Trigger, false,
        [
            new CardBin(CardBinKind.Value, Condition.Is(field, "Yes"), field == "recent event" ? 15 : field == "budget signal" ? 10 : points), new CardBin(CardBinKind.Value, Condition.Is(field, "No"), 0),
            new CardBin(CardBinKind.Missing, null, unknown), new CardBin(CardBinKind.Other, null, 0),
        ],
        Question: new Wording(ko + "?", field + "?"));

    private static LeadSignal Signal(SignalKind kind, int age) => new(0, kind, Day.AddDays(-age), new Money(120_000_000, "USD"), "news", kind.ToString());

    private static LeadEvent Passed(long id, string reason) => new(id, "L", LeadEventKind.Passed, "Kim", reason, "card", At);

    private static AnswerRecord Answer(long id, string? value) => new(id, "L", "budget signal", value, "Kim", At);

    private static (string Value, AnswerOrigin Origin) Only(LeadEvidence evidence) => Assert.Single(evidence.Answers) is var answer ? (answer.Value, answer.Origin) : default;
}
