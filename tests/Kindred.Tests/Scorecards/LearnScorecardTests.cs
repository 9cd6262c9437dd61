using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Tests.Patterns;
using Xunit;

namespace Kindred.Tests.Scorecards;

public class LearnScorecardTests
{
    [Fact]
    public void Run_Free_ScoresItsOwnTableAsItWasMeasured()
    {
        var table = Deals(600, 1);
        var learned = Learn(new ScorecardRequest(table, "Stage", "Won", Modes: [ScorecardMode.Free]));
        var card = learned.Best!.Card!;
        Assert.Equal(100, card.Attributes.Sum(attribute => attribute.MaxPoints) + card.Lines.Sum(line => line.Points));
        Assert.Contains(card.Attributes, attribute => attribute.Field == "employees");
        Assert.Contains(card.Attributes, attribute => attribute.Field == "industry");
        Assert.DoesNotContain(card.Attributes, attribute => attribute.Field is "Stage" or "id");
        Assert.InRange(learned.Best.Quality!.Auc, 0.7, 0.95);
        // The card as written says what the learner said: its JSON round trip and its scores.
        Assert.True(CardFile.Read(CardFile.ToJson(card), "card.json").TryGet(out var read, out _));
        var scores = ScoreTable.Of(read!, table).Value;
        var rates = Enumerable.Range(0, table.RowCount).GroupBy(row => scores[row] >= 50).ToDictionary(group => group.Key, group => group.Average(row => table.Find("Stage")!.TextAt(row) == "Won" ? 1.0 : 0));
        Assert.True(rates[true] > rates[false] + 0.2, $"{rates[true]} against {rates[false]}");
        foreach (var attribute in card.Attributes)
        {
            Assert.Equal(table.RowCount, attribute.Bins.Sum(bin => bin.Rows));
            Assert.Equal(learned.Positives, attribute.Bins.Sum(bin => bin.Positives));
        }
    }

    [Fact]
    public void Run_LeftOutScores_AreThoseOfCardsThatNeverSawTheRow()
    {
        // Outcomes of fold 0 turned around must not change the scores given to fold 0.
        var table = Deals(400, 2);
        int[] folds = [.. Enumerable.Range(0, 400).Select(row => row % 4)];
        var stage = table.Find("Stage")!;
        var turned = new Table("turned", [.. table.Columns.Where(column => column.Name != "Stage"),
            TextColumn.From("Stage", [.. Enumerable.Range(0, 400).Select(row => folds[row] == 0 ? stage.TextAt(row) == "Won" ? "Lost" : "Won" : stage.TextAt(row))])]);
        var first = Learn(new ScorecardRequest(table, "Stage", "Won", Ignore: ["id"], Modes: [ScorecardMode.Free], Folds: folds));
        var second = Learn(new ScorecardRequest(turned, "Stage", "Won", Ignore: ["id"], Modes: [ScorecardMode.Free], Folds: folds));
        Assert.Equal(
            first.Best!.LeftOut.Where(score => score.Fold == 0).Select(score => (score.Row, score.Score, score.Probability)),
            second.Best!.LeftOut.Where(score => score.Fold == 0).Select(score => (score.Row, score.Score, score.Probability)));
    }

    [Fact]
    public void Run_Capped_KeepsTheSharesAndSaysWhatTheyCost()
    {
        var learned = Learn(new ScorecardRequest(Deals(800, 3), "Stage", "Won", Template: Categories()));
        Assert.Equal([ScorecardMode.Template, ScorecardMode.Capped, ScorecardMode.Free], learned.Modes.Select(mode => mode.Mode));
        foreach (var mode in learned.Modes.Where(mode => mode.Mode != ScorecardMode.Free))
        {
            foreach (var category in Enum.GetValues<CardCategory>())
            {
                Assert.Equal(CategoryShares.Default(category), mode.Card!.Attributes.Where(attribute => attribute.Category == category).Sum(attribute => attribute.MaxPoints)
                    + mode.Card.Lines.Where(line => line.Category == category).Sum(line => line.Points));
            }
        }

        Assert.NotNull(learned.CapsCost);
        Assert.Equal(learned.Modes[2].Quality!.Auc - learned.Modes[1].Quality!.Auc, learned.CapsCost!.Value, 1e-12);
    }

    [Fact]
    public void Run_ExpertPoints_AreTheTemplatesPoints()
    {
        CardTemplate template = new(
            [
                new("industry", CardCategory.Firmographic, 30, [new TemplateValue(Condition.Is("industry", "software"), 1), new TemplateValue(Condition.Is("industry", "fintech"), 0.5)]),
                new("crm", CardCategory.Technology, null, []), new("event", CardCategory.Trigger, null, []), new("employees", CardCategory.Buyability, null, []),
            ],
            CardTemplate.DefaultShares);
        var card = Learn(new ScorecardRequest(Deals(800, 3), "Stage", "Won", Ignore: ["id"], Modes: [ScorecardMode.Template], Template: template)).Best!.Card!;
        var industry = card.Attributes.Single(attribute => attribute.Field == "industry");
        int PointsOf(string word) => industry.Bins.First(bin => bin.Condition?.Values.Contains(word) == true).Points;
        Assert.True(PointsOf("software") == 30 && PointsOf("retail") < 30, $"{PointsOf("software")} {PointsOf("retail")}");
    }

    [Fact]
    public void Run_FieldWithoutCategory_CappedIsRefusedAndFreeGoesOn()
    {
        var learned = Learn(new ScorecardRequest(Deals(400, 4), "Stage", "Won", Template: Categories("event")));
        var capped = learned.Modes.Single(mode => mode.Mode == ScorecardMode.Capped);
        Assert.Equal(("scorecards.category-missing", "event"), (capped.Refused!.Code, capped.Refused.Subject));
        Assert.Contains("'event'", capped.Refused.Message.En, StringComparison.Ordinal);
        Assert.NotNull(learned.Modes.Single(mode => mode.Mode == ScorecardMode.Free).Card);
    }

    [Fact]
    public void Run_DeclaredDirections_BetterValuesNeverLosePoints()
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var directions = new Dictionary<string, CardDirection> { ["employees"] = CardDirection.Rising };
            var card = Learn(new ScorecardRequest(Deals(500, seed), "Stage", "Won", Modes: [ScorecardMode.Free], Directions: directions)).Best!.Card!;
            foreach (var attribute in card.Attributes.Where(attribute => attribute.Field == "employees"))
            {
                var points = attribute.Bins.Where(bin => bin.Kind == CardBinKind.Value).Select(bin => bin.Points).ToArray();
                Assert.Equal(points.Order(), points);
            }
        }
    }

    [Fact]
    public void Run_PerfectlySeparable_GivesFiniteProbabilities()
    {
        var table = new Table("split", [Numbers("x", 200, row => row * 37 % 200), TextColumn.From("y", [.. Enumerable.Range(0, 200).Select(row => row % 2 == 0 ? "a" : "b")]), TextColumn.From("Stage", [.. Enumerable.Range(0, 200).Select(row => row * 37 % 200 >= 100 ? "Won" : "Lost")])]);
        var learned = Learn(new ScorecardRequest(table, "Stage", "Won", Modes: [ScorecardMode.Free], KeepLeaks: true));
        var best = learned.Best!;
        Assert.InRange(best.Quality!.Auc, 0.95, 1);
        Assert.True(double.IsFinite(best.Quality.LogLoss));
        Assert.All(best.Card!.Calibration!.Probability, p => Assert.InRange(p, double.Epsilon, 1 - 1e-15));
    }

    [Fact]
    public void Run_OneClassTwelveRowsConstants_AreRefusedWithTheReason()
    {
        var few = Deals(12, 1);
        Refused("scorecards.too-few", "--target", new ScorecardRequest(few, "Stage", "Won"));
        var one = new Table("one", [Numbers("x", 60, row => row), TextColumn.From("Stage", [.. Enumerable.Repeat("Won", 60)])]);
        Refused("patterns.one-class", "Stage", new ScorecardRequest(one, "Stage", "Won"));
        var constant = new Table("constant", [TextColumn.From("same", [.. Enumerable.Repeat("x", 80)]), TextColumn.From("Stage", [.. Enumerable.Range(0, 80).Select(row => row % 2 == 0 ? "Won" : "Lost")])]);
        Refused("scorecards.nothing-to-learn", "--target", new ScorecardRequest(constant, "Stage", "Won", Modes: [ScorecardMode.Free]));
        Refused("scorecards.attributes", "--attributes", new ScorecardRequest(Deals(100, 1), "Stage", "Won", MaxAttributes: 41));
        Refused("scorecards.no-such-field", "nope", new ScorecardRequest(Deals(100, 1), "Stage", "Won", Ignore: ["nope"]));
        Refused("scorecards.folds", "--folds", new ScorecardRequest(Deals(100, 1), "Stage", "Won", Folds: [0, 1]));
        Refused("scorecards.folds", "--folds", new ScorecardRequest(Deals(100, 1), "Stage", "Won", Folds: [.. Enumerable.Range(0, 100).Select(row => row == 0 ? 1 : 0)]));
    }

    [Fact]
    public void Run_TenThousandColumns_LearnsFromTheStrongOnes()
    {
        var random = new SeededRandom(5);
        var deals = Deals(150, 6);
        Column[] columns = [.. deals.Columns, .. Enumerable.Range(0, 10_000).Select(i => Numbers("noise" + Format.Whole(i), 150, _ => random.Below(4)))];
        var card = Learn(new ScorecardRequest(new Table("wide", columns), "Stage", "Won", Modes: [ScorecardMode.Free])).Best!.Card!;
        Assert.InRange(card.Attributes.Count, 1, 12);
    }

    [Fact]
    public void Run_Telco_MeetsTheWitness()
    {
        var read = Planted.Read("data/ibm-telco-churn/Telco-Customer-Churn.csv");
        int[] folds = new int[read.RowCount];
        foreach (var line in File.ReadLines(Planted.Shared("witness/folds/telco.csv")).Skip(1).Select(line => line.Split(',')))
        {
            folds[int.Parse(line[0], System.Globalization.CultureInfo.InvariantCulture)] = int.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture);
        }

        var quality = Learn(new ScorecardRequest(read, "Churn", "Yes", Modes: [ScorecardMode.Free], Folds: folds)).Best!.Quality!;
        Assert.True(quality.Auc >= 0.845, $"AUC {quality.Auc}");
        Assert.True(quality.LogLoss <= 0.416, $"log-loss {quality.LogLoss}");
        Assert.InRange(quality.CalibrationSlope, 0.9, 1.1);
        Assert.True(quality.Ece <= 0.0151 + 0.005, $"ECE {quality.Ece}");
    }

    internal static Table Deals(int rows, int seed)
    {
        var random = new SeededRandom(seed, 40);
        string[] industries = ["software", "fintech", "retail", "health"], crms = ["Salesforce", "HubSpot", "none"], events = ["audit", "funding", ""];
        var industry = new string?[rows];
        var crm = new string?[rows];
        var happened = new string?[rows];
        var employees = new double[rows];
        var stage = new string?[rows];
        for (var row = 0; row < rows; row++)
        {
            (industry[row], crm[row], happened[row]) = (industries[random.Below(4)], random.NextUnit() < 0.05 ? null : crms[random.Below(3)], events[random.Below(3)]);
            employees[row] = random.NextUnit() < 0.1 ? double.NaN : Math.Round(Math.Exp(3 + 1.5 * random.NextNormal()));
            var odds = -1 + (row % 4 == 0 ? 0 : 0) + (industry[row] is "software" or "fintech" ? 1.2 : -0.8) + (employees[row] is > 20 and <= 200 ? 1.2 : -0.3) + (crm[row] == "none" ? -0.8 : 0.3);
            stage[row] = random.NextUnit() < 1 / (1 + Math.Exp(-odds)) ? "Won" : "Lost";
        }

        return new Table("deals", [TextColumn.From("id", [.. Enumerable.Range(0, rows).Select(row => (string?)("d" + Format.Whole(row)))]), TextColumn.From("industry", industry), TextColumn.From("crm", crm), TextColumn.From("event", happened), new NumberColumn("employees", employees), TextColumn.From("Stage", stage)]);
    }

    private static CardTemplate Categories(string? without = null) => new(
        [.. new[] { ("id", CardCategory.Firmographic), ("industry", CardCategory.Firmographic), ("crm", CardCategory.Technology), ("event", CardCategory.Trigger), ("employees", CardCategory.Buyability) }
            .Where(each => each.Item1 != without).Select(each => new TemplateLine(each.Item1, each.Item2, null, []))],
        CardTemplate.DefaultShares);

    private static NumberColumn Numbers(string name, int rows, Func<int, double> value) => new(name, [.. Enumerable.Range(0, rows).Select(value)]);

    private static LearnedScorecards Learn(ScorecardRequest request)
    {
        var result = LearnScorecard.Run(request, TimeProvider.System);
        Assert.True(result.TryGet(out var learned, out var reasons), reasons.Count > 0 ? reasons[0].Message.En : "");
        return learned!;
    }

    private static void Refused(string code, string subject, ScorecardRequest request)
    {
        Assert.False(LearnScorecard.Run(request, TimeProvider.System).TryGet(out _, out var reasons));
        Assert.Equal((code, subject), (reasons[0].Code, reasons[0].Subject));
        Assert.NotEqual(reasons[0].Message.Ko, reasons[0].Message.En);
    }
}
