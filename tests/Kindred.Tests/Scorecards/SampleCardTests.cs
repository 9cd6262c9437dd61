using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;
using Kindred.Sample;
using Kindred.Statistics.Calibration;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Scorecards;

/// <summary>The invented company: planted leads must rank first, and nothing written after the outcome may carry a point.</summary>
public sealed class SampleCardTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "kindred-card-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public void Sample_CoreOutranksTheRest_LeaksCarryNoPoints()
    {
        var sample = SampleCompany.Generate(SampleOptions.Default(new DateOnly(2026, 11, 21)));
        Assert.True(SampleFiles.Write(sample, _folder).IsAccepted);
        var facts = AccountsRun.Facts(new AssemblyOptions(new DateOnly(2026, 11, 21)), ReadFiles.Read(Directory.GetFiles(_folder, "*.csv").Order(StringComparer.Ordinal)));
        var view = AccountsModule.Buys(facts).Value;
        var request = ScorecardRequest.Of(view.Table, CategoryAsks.ByNames(view.Table.Fields.Select(field => field.Name)), "card", 1) with
        {
            NeutralMissing = facts.Quality.Coverage.Where(field => field.DiffersByOutcome).Select(field => field.Field).ToHashSet(StringComparer.Ordinal),
        };
        var learned = LearnScorecard.Run(request, TimeProvider.System).Value;
        Assert.Equal(3, learned.Modes.Count(mode => mode.Card is not null));
        var table = view.Table.Table;
        var core = ConditionRows.Of(table, new Conjunction([Condition.OneOf("sector", ["software", "fintech"]), Condition.Between("employees", 49, 200), Condition.OneOf("technology: CRM", ["Salesforce", "HubSpot"])]));
        byte[] inCore = [.. Enumerable.Range(0, table.RowCount).Select(row => (byte)(core[row >> 6] >> (row & 63) & 1))];
        Assert.InRange(inCore.Sum(value => value), 120, 200);
        foreach (var mode in learned.Modes)
        {
            Assert.DoesNotContain(mode.Card!.Attributes, attribute => new[] { "contract", "onboarding", "discount", "lead_status", "lead status" }.Any(word => attribute.Field.Contains(word, StringComparison.OrdinalIgnoreCase)));
            Assert.Equal(100, mode.Card.Attributes.Sum(attribute => attribute.MaxPoints) + mode.Card.Lines.Sum(line => line.Points));
            Assert.True(CardFile.Read(CardFile.ToJson(mode.Card), "card").IsAccepted);
        }

        // Left-out scores: a core deal outscores another deal more often than not, by far.
        var free = learned.Modes.Single(mode => mode.Mode == ScorecardMode.Free);
        var auc = AreaUnderCurve.Of([.. free.LeftOut.Select(score => (double)score.Score)], [.. free.LeftOut.Select(score => inCore[score.Row])]);
        Assert.True(auc.Value - 3 * Math.Sqrt(auc.Variance) > 0.6, $"AUC of the score for core against the rest: {auc.Value}");
        var employees = free.Card!.Attributes.FirstOrDefault(attribute => attribute.Field == "employees");
        Assert.NotNull(employees);
        // Head counts are missing more often in lost deals: an empty one must not count as a bad one.
        var missing = employees.Bins.Single(bin => bin.Kind == CardBinKind.Missing);
        Assert.InRange(missing.Points, employees.MinPoints + 1, employees.MaxPoints - 1);
    }
}
