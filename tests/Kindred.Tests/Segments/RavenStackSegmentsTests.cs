using Kindred.Core.Accounts;
using Kindred.Core.Segments;
using Kindred.Tests.Accounts;
using Xunit;

namespace Kindred.Tests.Segments;

/// <summary>RavenStack in both date formats: what ran on three days by pandas 1.5 (shared/witness/ravenstack.md), and its contradictions reported.</summary>
public sealed class RavenStackSegmentsTests
{
    private static readonly string[] Files = ["accounts", "subscriptions", "feature_usage", "support_tickets", "churn_events"];

    [Theory]
    [InlineData("ravenstack-saas", "yyyy-MM-dd")]
    [InlineData("ravenstack-saas-ddmmyyyy", "dd-MM-yyyy")]
    public void SubscriptionsOn_Witness_ThreeDays(string folder, string dates)
    {
        var facts = Facts(folder, dates);
        foreach (var (day, subscriptions, accounts, mrr) in new[] { (new DateOnly(2023, 12, 31), 648, 190, 1_262_113m), (new DateOnly(2024, 6, 30), 1742, 337, 3_833_405m), (new DateOnly(2024, 12, 31), 4514, 500, 10_159_608m) })
        {
            var on = SubscriptionsOn.Of(facts, day);
            Assert.Equal((subscriptions, accounts, mrr), (on.Subscriptions, on.Accounts, on.Mrr.Major));
        }
    }

    [Fact]
    public void Study_Movements_EndAtTheWitnessAndReconcile()
    {
        var facts = Facts("ravenstack-saas", "yyyy-MM-dd");
        var study = SegmentsModule.Study(facts, new SegmentRequest { By = ["industry"] }).Value;
        var movements = study.Overall.Movements;
        Assert.Equal(10_159_608_00, movements[^1].Closing);
        Assert.Equal(3_833_405_00, movements.Single(month => month.Month == new DateOnly(2024, 6, 1)).Closing);
        Assert.All(movements, month => Assert.Equal(month.Closing, month.Opening + month.New + month.Reactivation + month.Expansion - month.Contraction - month.Churn));
        Assert.All(Enumerable.Range(0, movements.Count), month => Assert.Equal(movements[month].Closing, study.Segments.Sum(row => row.Movements[month].Closing)));
        StudyTests.IsFinite(study);
    }

    [Fact]
    public void Study_Contradictions_AreReported()
    {
        var notes = SegmentsModule.Study(Facts("ravenstack-saas", "yyyy-MM-dd"), new SegmentRequest { By = [] }).Value.Notes.ToDictionary(note => note.Code, note => (note.Count, note.Total));
        Assert.Equal((312, 500), notes["accounts.churn-labels-disagree"]);
        Assert.Equal((19_142, 25_000), notes["accounts.usage-before-start"]);
        Assert.Equal((290, 25_000), notes["accounts.usage-after-end"]);
        Assert.Equal((21, 25_000), notes["accounts.usage-repeated"]);

        // 352 accounts have churn events, and all 500 hold a subscription that runs; 312 have one that ended.
        Assert.Equal(352, notes["segments.cancelled-but-paying"].Count);
        Assert.Equal(312, notes["segments.ended-without-cancellation"].Total);
    }

    private static AccountFacts Facts(string folder, string dates)
    {
        SourceTable[] tables = [.. Files.Select(file => TestTables.File(SharedData.Path(folder + "/ravenstack_" + file + ".csv"), ',', dates))];
        return AccountsModule.Assemble(tables, AccountsModule.Recognise(tables).Value, new AssemblyOptions()).Value;
    }
}
