using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Scorecards;

/// <summary>A card before there are outcomes, and how it gives way to the data.</summary>
public sealed class StartScorecardTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Run_WithoutProfile_IsTheNineQuestionsAt30252520()
    {
        var card = StartScorecard.Run(null, Today);
        Assert.Equal(9, card.Attributes.Count);
        Assert.Equal([30, 25, 25, 20], Enum.GetValues<CardCategory>().Select(category => card.Attributes.Where(attribute => attribute.Category == category).Sum(attribute => attribute.MaxPoints)));
        Assert.All(card.Attributes, attribute => Assert.NotNull(attribute.Question));
        Assert.True(CardFile.Read(CardFile.ToJson(card), "card").IsAccepted);
        Assert.Equal((ScorecardMode.Template, 0, null), (card.Mode, card.Rows, card.Calibration));

        // Nobody has answered anything: half the points, as a trial.
        Assert.Equal(PublishState.Trial, PublishScorecard.Run(card, null, PublishState.Validated).Value.Card.State);
        var empty = new Table("nobody", [TextColumn.From("id", ["1"])], 1);
        Assert.Equal([49], ScoreTable.Of(card, empty).Value);
    }

    [Fact]
    public void Run_ConditionsOfAHypothesis_TakeTheirPlacesAndScore()
    {
        var card = StartScorecard.Run(Profile(), Today);
        Assert.Equal([30, 25, 25, 20], Enum.GetValues<CardCategory>().Select(category => card.Attributes.Where(attribute => attribute.Category == category).Sum(attribute => attribute.MaxPoints)));
        Assert.True(CardFile.Read(CardFile.ToJson(card), "card").IsAccepted);
        Assert.Contains(card.Attributes, attribute => attribute.Field == "sector" && attribute.MaxPoints == 12 && attribute.Label.Ko == "산업");
        Assert.DoesNotContain(card.Attributes, attribute => attribute.Field is "industry fit" or "size fit");
        var leads = new Table("leads", [TextColumn.From("sector", ["software", "retail", null]), new NumberColumn("employees", [120, 20, double.NaN])]);
        // Of 12 + 12 points: both, none, half of each; the seven questions left hold 3 + 7 + 5 + 7 + 5 + 6 + 4 = 37 unanswered.
        Assert.Equal([24 + 37, 37, 12 + 37], ScoreTable.Of(card, leads).Value.Select(score => (int)score));

        // What the team stated stands in the question it belongs to.
        var budget = card.Attributes.Single(attribute => attribute.Field == "budget signal");
        Assert.Contains("올해 예산 5천만 원", budget.Question!.Ko, StringComparison.Ordinal);
        Assert.Contains("we say: ", budget.Question.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("interval", "(20,10]")]
    [InlineData("interval", "(-inf,inf)")]
    [InlineData("interval", "20")]
    [InlineData("like", "x")]
    public void ToCondition_TextNobodyWrites_IsNull(string op, string value) => Assert.Null(new ConditionText("employees", op, [value], Wording.Same("")).ToCondition());

    [Fact]
    public void ToCondition_WrittenCondition_ComesBack()
    {
        foreach (var condition in new[] { Condition.Between("n", 20, 40), Condition.Between("n", double.NegativeInfinity, 6), Condition.Between("n", 6, double.PositiveInfinity), Condition.Is("w", "a"), Condition.OneOf("w", ["a", "b"]), Condition.HasAny("t", ["a", "b"]) })
        {
            var values = condition.Op == ConditionOp.Interval ? [condition.ValueText] : condition.Values;
            Assert.Equal(condition, new ConditionText(condition.Field, condition.OpText, values, Wording.Same("")).ToCondition());
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 30)]
    [InlineData(60, 12)]
    public void LearnFromFacts_NoneOneClassOrTooFew_StartsWithTheTemplate(int deals, int won)
    {
        var facts = deals == 0 ? null : Facts(deals, row => row < won);
        var done = LearnFromFacts.Run(new FactsScorecardRequest(facts, Profile()), TimeProvider.System).Value;
        Assert.Equal(ScorecardMode.Template, done.Learned.Best!.Mode);
        Assert.Equal(["scorecards.too-few"], done.Learned.Modes.Where(mode => mode.Card is null).Select(mode => mode.Refused!.Code).Distinct());
        Assert.Equal((false, 0.0, won, deals - won), (done.Evidence.HasOutcomes, done.Evidence.DataShare, done.Evidence.KnownPositives, done.Evidence.KnownNegatives));
        Assert.Equal(20 - Math.Min(won, deals - won), done.Evidence.Sufficiency!.More);
        Assert.Null(done.BackTest);
        var refused = Assert.Single(LearnFromFacts.Run(new FactsScorecardRequest(facts, Modes: [ScorecardMode.Capped]), TimeProvider.System).Reasons);
        Assert.Equal("scorecards.too-few", refused.Code);
        Assert.Contains("--mode template", refused.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void LearnFromFacts_EnoughOutcomes_LearnsAndKeepsLeftOutScores()
    {
        var facts = Facts(240, row => row % 2 == 0 ? row % 3 != 0 : row % 5 == 0);
        var done = LearnFromFacts.Run(new FactsScorecardRequest(facts), TimeProvider.System).Value;
        Assert.Equal((240, true), (done.BackTest!.Rows.Count, done.Evidence.HasOutcomes));
        Assert.Equal(CardEvidence.IdOf(done.Learned.Best!.Card!), done.BackTest.CardId);
        Assert.Equal(done.Learned.Best.LeftOut.Select(left => left.Score), done.BackTest.Rows.Select(row => row.Score));
        // The last 20 % by day, and only they, have a score of the card of the earlier deals.
        var later = done.BackTest.Rows.Where(row => row.LaterScore is not null).ToArray();
        Assert.InRange(later.Length, 40, 56);
        Assert.True(later.Min(row => row.Times.EndedOn) > done.BackTest.Rows.Where(row => row.LaterScore is null).Max(row => row.Times.EndedOn));
    }

    [Fact]
    public void LearnFromFacts_TemplateInUse_IsThePrior()
    {
        // The template in use says the opposite of the data: as a template it keeps saying so, learned points go with the data.
        var facts = Facts(90, row => row % 2 == 0 ? row % 3 != 0 : row % 5 == 0);
        var wrong = StartScorecard.Run(Profile("industry", "commerce"), Today);
        Assert.True(PointsOf(Learned(facts, wrong, ScorecardMode.Template), "commerce") > PointsOf(Learned(facts, wrong, ScorecardMode.Template), "software"));
        Assert.True(PointsOf(Learned(facts, null, ScorecardMode.Template), "commerce") < PointsOf(Learned(facts, null, ScorecardMode.Template), "software"));
        Assert.True(PointsOf(Learned(facts, wrong, ScorecardMode.Capped), "commerce") < PointsOf(Learned(facts, wrong, ScorecardMode.Capped), "software"));

        // One that says what the data says is leaned on: the data's own share falls.
        var right = Learned(facts, StartScorecard.Run(Profile("industry"), Today), ScorecardMode.Capped);
        Assert.True(right.DataShare < Learned(facts, null, ScorecardMode.Capped).DataShare);
    }

    private static int PointsOf(ModeResult mode, string word) =>
        mode.Card!.Attributes.Single(attribute => attribute.Field == "industry").Bins.First(bin => bin.Condition?.Values.Contains(word) == true).Points;

    private static ModeResult Learned(AccountFacts facts, Scorecard? inUse, ScorecardMode mode)
    {
        var result = LearnFromFacts.Run(new FactsScorecardRequest(facts, InUse: inUse, Modes: [mode]), TimeProvider.System);
        Assert.True(result.IsAccepted, result.IsAccepted ? "" : result.Reasons[0].Message.En);
        return result.Value.Learned.Best!;
    }

    private static AccountFacts Facts(int deals, Func<int, bool> isWon)
    {
        using var folder = new Cli.CliFolder();
        folder.Deals(rows: deals, isWon: isWon);
        return AccountsRun.Facts(new AssemblyOptions(Today), ReadFiles.Read([Path.Combine(folder.Root, "deals.csv")]));
    }

    private static ProfileDocument Profile(string field = "sector", string word = "software") => new()
    {
        Name = new("고객상", "profile"),
        AsOf = Today,
        Verdict = "insufficient",
        Why = Wording.Same(""),
        Sentence = Wording.Same(""),
        Paragraph = Wording.Same(""),
        Outcomes = new OutcomeCounts(12, 9),
        Hypotheses = [Pattern(new ConditionText(field, "=", [word], new("산업: 소프트웨어", "industry = software")), new ConditionText("employees", "interval", ["(49,200]"], new("직원 수 50–200", "employees 50–200")))],
        Coverage = [new CoverageLine("sector", new("산업", "industry"), 10, 10, false, null, null)],
        Clauses = [new ClauseLine("budget", new("예산", "budget"), "stated", new("올해 예산 5천만 원", "50 million won this year"), null, "Kim", Today)],
    };

    private static PatternLine Pattern(params ConditionText[] conditions)
    {
        var rate = new RateLine(1, 1, 1, 0, 1);
        return new PatternLine("hypothesis", conditions, Wording.Same(""), "hypothesis", true, rate, null, null, 0, 1, 1, 0, 0, null, null, null, [], [], rate, rate, null, null, null, null, null);
    }
}
