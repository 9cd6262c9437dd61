using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class ExplainLeadTests
{
    [Fact]
    public void Run_AnUnknownCrm_ReadsLikeTheLeadCard()
    {
        // employees 49–200: 25, commerce 8, crm unknown: mean 17.3, missing bin 12.
        var receipt = Explain(TestCards.Small(cut: 60), ("employees", "100"), ("industry", "commerce"));
        Assert.Equal((45, 50.3, 35, 73), (receipt.Score.Score, Math.Round(receipt.Score.Expected, 6), receipt.Score.Low, receipt.Score.High));
        Assert.Equal(ScoreState.OneQuestion, receipt.Score.State);
        Assert.Equal("50점 (모르는 항목에 따라 35–73, 기준 60)", receipt.Sentence.Ko);
        Assert.Equal("50 (35–73 depending on unknowns, cut 60)", receipt.Sentence.En);
        Assert.Equal("먼저 물어보세요: '지금 쓰는 CRM이 무엇인가요?' HubSpot이나 Salesforce면 73점, 그 밖의 값이면 43점, none이면 35점이에요", receipt.Ask!.Ko);
        Assert.Equal("Ask first: 'Which CRM do you use?' HubSpot or Salesforce → 73, another value → 43, none → 35", receipt.Ask.En);
    }

    [Fact]
    public void Run_ByHand_EveryLineWithItsEvidence()
    {
        var receipt = Explain(TestCards.Small(), ("employees", "100"), ("industry", "software"), ("crm", "Slack;HubSpot"));
        Assert.Equal([(25, 25, 12, 9), (20, 20, 20, 11), (40, 40, 14, 11), (15, 15, 12, 9)], receipt.Lines.Select(line => (line.Points, line.MaxPoints, line.Rows, line.Positives)));
        Assert.Equal(["50–200 people", "fintech or software", "HubSpot or Salesforce", "applies"], receipt.Lines.Select(line => line.Value.En));
        Assert.Equal((100, 100, ScoreState.Over), (receipt.Total, receipt.Score.High, receipt.Score.State));
        Assert.Null(receipt.Change);
        Assert.Null(receipt.Ask);
        Assert.Equal("100 (cut 70)", receipt.Sentence.En);
        Assert.Equal(0.9656, receipt.Probability!.Value.Value, 4);

        // 40 − 17.3 for crm, 25 − 12.9 for employees, 15 − 15·12/40 for the line: the first three.
        Assert.Equal(["CRM in use: HubSpot or Salesforce (40/40 points, 11 of 14)", "employees: 50–200 people (25/25 points, 9 of 12)", "together: industry = fintech or software, employees 50–200 people: applies (15/15 points, 9 of 12)"], receipt.For.Select(one => one.En));
        Assert.Empty(receipt.Against);
    }

    [Fact]
    public void Run_BelowTheCut_SaysWhatSpeaksAgainstAndTheCheapestChange()
    {
        // 10 + 20 + 2 = 32: another CRM gives 70 at once; nothing else in one step does (employees 25 and the line 15: 62).
        var receipt = Explain(TestCards.Small(), ("employees", "20"), ("industry", "fintech"), ("crm", "none"));
        Assert.Equal((32, ScoreState.Below), (receipt.Total, receipt.Score.State));
        Assert.Equal(["CRM in use: none → HubSpot or Salesforce"], receipt.Change!.Steps.Select(step => step.En));
        Assert.Equal(70, receipt.Change.Expected);
        Assert.Equal("쓰는 CRM: none (2/40점, 16곳 중 2곳)", receipt.Against[0].Ko);
        Assert.Equal(2, receipt.Against.Count);
    }

    [Fact]
    public void Run_TwoChangesNeeded_NamesBoth()
    {
        // 9 people, mining, none: 0 + 3 + 2. Cut 60: software and HubSpot: 0 + 20 + 40, or 25 + 3 + 40 = 68; the smaller surplus counts.
        var receipt = Explain(TestCards.Small(cut: 60), ("employees", "9"), ("industry", "mining"), ("crm", "none"));
        Assert.Equal(60, receipt.Change!.Expected);
        Assert.Equal(["industry: another value → fintech or software", "CRM in use: none → HubSpot or Salesforce"], receipt.Change.Steps.Select(step => step.En));
    }

    [Fact]
    public void Run_SeveralUnknown_AsksFirstWhatTurnsTheDecision()
    {
        // software known: 20 + 8 + 17.3. Cut 60 is reached by 49–200 people (25 + 20 + 15 + 17.3, 12 of 34 rows) or by HubSpot (8 + 20 + 40, 14 of 40).
        var receipt = Explain(TestCards.Small(cut: 60), ("industry", "software"));
        Assert.Equal(["employees", "crm"], receipt.Questions.Select(question => question.Field));
        Assert.Equal(12.0 / 34, receipt.Questions[0].DecisionChange, 9);
        Assert.Equal(14.0 / 40, receipt.Questions[1].DecisionChange, 9);
        Assert.Equal(1, receipt.Questions[0].Answers.Sum(answer => answer.Share), 9);
    }

    [Fact]
    public void Run_FieldsOfATemplate_NeedNoRows()
    {
        var receipt = Explain(TestCards.Template(), ("industry", "software"), ("region", "busan"), ("crm", "Salesforce"), ("event", ""));
        Assert.Equal((40, 40, 85), (receipt.Total, receipt.Score.Low, receipt.Score.High));
        Assert.Null(receipt.Probability);
        Assert.Equal(["event", "decider"], receipt.Questions.Select(question => question.Field));
        Assert.Equal(ScoreState.MoreQuestions, receipt.Score.State);
    }

    [Theory]
    [InlineData("employees", "about fifty", "scorecards.word-in-number", "'about fifty'")]
    [InlineData("employees", "50명", "scorecards.word-in-number", "'50명'")]
    [InlineData("employes", "50", "leads.unknown-field", "'employes'")]
    public void Run_AWrongRequest_IsRefusedAndQuoted(string field, string value, string code, string quoted)
    {
        var reason = Assert.Single(new ExplainLead(TestCards.Small()).Run(new Dictionary<string, string?> { [field] = value }, "Arion").Reasons);
        Assert.Equal((code, "Arion"), (reason.Code, reason.Subject));
        Assert.Contains(quoted, reason.Message.En, StringComparison.Ordinal);
        Assert.Contains(quoted, reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Over_ATableWithoutAColumnOfTheCard_LeavesItUnknown()
    {
        var table = TestCards.Leads((100, "software", "HubSpot")).Only(["employees", "industry"]);
        var receipt = new ExplainLead(TestCards.Small()).Over(table).Value(0);
        Assert.Equal((72, "crm"), (receipt.Total, receipt.Questions[0].Field));
    }

    /// <summary>The property: 100,000 random receipts add up to the score of the table, lie in 0–100 and do not depend on the order of fields.</summary>
    [Fact]
    public void Over_HundredThousandRandomReceipts_AddUp()
    {
        var receipts = 0;
        for (var seed = 0; receipts < 100_000; seed++)
        {
            var random = new SeededRandom(seed, 7);
            var card = RandomCards.Card(random, 1 + random.Below(8), random.Below(5));
            var table = RandomCards.Rows(random, card, 1000);
            var scores = ScoreTable.Of(card, table).Value;
            var explain = new ExplainLead(card).Over(table).Value;
            var otherWay = new ExplainLead(card with { Attributes = [.. card.Attributes.Reverse()] }).Over(new Table("reversed", [.. table.Columns.Reverse()])).Value;
            for (var row = 0; row < table.RowCount; row++, receipts++)
            {
                var receipt = explain(row);
                Assert.True(receipt.Total == scores[row] && receipt.Score.Score == scores[row] && receipt.Total is >= 0 and <= 100, $"seed {seed}, row {row}");
                Assert.True(receipt.Score.Low <= receipt.Total && receipt.Total <= receipt.Score.High && receipt.Score.Low >= 0 && receipt.Score.High <= 100, $"seed {seed}, row {row}");
                Assert.True(row % 10 != 0 || Same(receipt.Score, otherWay(row).Score), $"seed {seed}, row {row}: order");
            }
        }
    }

    /// <summary>A better bin never lowers the score where the direction is declared and the points rise with it.</summary>
    [Fact]
    public void Run_ABetterValueOfARisingField_NeverLowersTheScore()
    {
        var rising = TestCards.Employees() with { Direction = CardDirection.Rising, Bins = [TestCards.Interval("employees", double.NegativeInfinity, 9, 0), TestCards.Interval("employees", 9, 49, 10), TestCards.Interval("employees", 49, double.PositiveInfinity, 25), new CardBin(CardBinKind.Missing, null, 8)] };
        var card = TestCards.Small() with { Attributes = [rising, TestCards.Industry(), TestCards.Crm()] };
        foreach (var industry in new[] { "software", "mining", "" })
        {
            var totals = Enumerable.Range(0, 60).Select(step => Explain(card, ("employees", Format.Whole(step * 3)), ("industry", industry)).Total).ToArray();
            Assert.Equal(totals.Order(), totals);
        }
    }

    private static bool Same(RowScore left, RowScore right) => (left.Score, left.Low, left.High, left.State) == (right.Score, right.Low, right.High, right.State) && Math.Abs(left.Expected - right.Expected) < 1e-9;

    private static LeadReceipt Explain(Scorecard card, params (string Field, string Value)[] values)
    {
        var result = new ExplainLead(card).Run(values.ToDictionary(value => value.Field, value => (string?)value.Value), "lead");
        Assert.True(result.IsAccepted, string.Join(';', result.Reasons));
        return result.Value;
    }
}
