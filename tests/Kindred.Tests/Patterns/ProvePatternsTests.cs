using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>The proof: finds what is there, finds nothing where nothing is, and gives the same answer twice.</summary>
public sealed class ProvePatternsTests
{
    private static readonly ProofOptions Quick = new(Permutations: 400, Bootstraps: 50, Seed: 11);

    [Fact]
    public void Run_PlantedPattern_IsProvenWithItsConditions()
    {
        var (table, positive) = Planted.Companies(600, 21, uplift: 0.4);
        var result = Prove(table, positive);
        Assert.Equal(Verdict.Proven, result.Verdict);
        var best = result.Patterns[0];
        Assert.Equal(PatternStatus.Proven, best.Proof!.Status);
        Assert.True(best.IsHigher);
        Assert.Equal(["employees", "sector"], best.Conditions.Conditions.Select(condition => condition.Field).Order(StringComparer.Ordinal));
        Assert.Equal(Condition.Is("sector", "software"), best.Conditions.Conditions.Single(condition => condition.Field == "sector"));
        Assert.True(RowBits.Jaccard(ConditionRows.Of(table, best.Conditions), Truth(table)) >= 0.9, best.Conditions.ToString());
        Assert.True(best.Proof.FoldsFound >= 3);
        Assert.True(best.Honest!.Low > positive.Average(one => (double)one));
        Assert.InRange(best.Proof.AdjustedP, 0, 0.049999);
    }

    [Fact]
    public void Run_SameSeedTwice_SameResult()
    {
        var (table, positive) = Planted.Companies(400, 22, uplift: 0.3);
        Assert.Equivalent(Prove(table, positive), Prove(table, positive), strict: true);
    }

    [Fact]
    public void Run_RowsInAnotherOrder_SameVerdictAndSameP()
    {
        var (table, positive) = Planted.Companies(600, 21, uplift: 0.4);
        var order = Enumerable.Range(0, 600).ToArray();
        new SeededRandom(5).Shuffle(order.AsSpan());
        var straight = Prove(table, positive);
        var shuffled = Prove(table.Take(order), [.. order.Select(row => positive[row])]);
        Assert.Equal(straight.Verdict, shuffled.Verdict);
        Assert.Equal(straight.Patterns[0].Conditions.ToString(), shuffled.Patterns[0].Conditions.ToString());
        Assert.Equal(straight.Patterns[0].P, shuffled.Patterns[0].P);
        Assert.Equal(straight.Covers, shuffled.Covers);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Run_LabelsShuffled_NothingIsProven(int seed)
    {
        var (table, positive) = Planted.Companies(600, 21, uplift: 0.4);
        new SeededRandom(seed).Shuffle(positive.AsSpan());
        var result = Prove(table, positive);
        Assert.NotEqual(Verdict.Proven, result.Verdict);
        Assert.DoesNotContain(result.Patterns, pattern => pattern.Proof!.Status == PatternStatus.Proven);
    }

    [Fact]
    public void Run_MissingValuesFollowTheOutcome_AreNoPattern()
    {
        // The region is recorded for nearly every won deal and for few of the lost ones; its words say nothing.
        var random = new SeededRandom(41);
        var (_, positive) = Planted.Companies(600, 42);
        string[] words = ["north", "south", "west", "east"];
        var region = TextColumn.From("region", [.. positive.Select(one => random.NextUnit() < (one == 1 ? 0.95 : 0.3) ? words[random.Below(4)] : null)]);
        var amount = new NumberColumn("amount", [.. positive.Select(one => random.NextUnit() < (one == 1 ? 0.95 : 0.3) ? Math.Round(1000 * random.NextUnit()) : double.NaN)]);
        var result = Prove(new Table("t", [region, amount]), positive);
        Assert.NotEqual(Verdict.Proven, result.Verdict);
        Assert.DoesNotContain(result.Patterns, pattern => pattern.Proof!.Status == PatternStatus.Proven);
    }

    [Theory]
    [InlineData(19, Verdict.Insufficient)]
    [InlineData(20, Verdict.Hypotheses)]
    public void Run_BelowTwentyPositives_IsInsufficient(int positives, Verdict verdict)
    {
        var (table, _) = Planted.Companies(200, 51);
        byte[] positive = [.. Enumerable.Range(0, 200).Select(row => row * 7 % 200 < positives ? (byte)1 : (byte)0)];
        Assert.Equal(verdict, Prove(table, positive).Verdict);
        Assert.Equal(verdict, Prove(table, [.. positive.Select(one => (byte)(1 - one))]).Verdict);
    }

    [Fact]
    public void Run_Power_SmallerUpliftWithMoreCoverage()
    {
        var (table, positive) = Planted.Companies(600, 21, uplift: 0.4);
        var power = Prove(table, positive).Power;
        Assert.Equal([0.1, 0.2, 0.4], power.Select(at => at.Coverage));
        Assert.True(power[0].Uplift > power[1].Uplift && power[1].Uplift > power[2].Uplift);
    }

    [Fact]
    public void Run_OneOutcomeMissing_IsMisuse()
    {
        var (table, positive) = Planted.Companies(100, 1);
        Assert.Throws<ArgumentException>(() => ProvePatterns.Run(new ProofRequest(table, Planted.Fields(table), positive[1..]), Quick));
    }

    private static ProofResult Prove(Table table, byte[] positive) => ProvePatterns.Run(new ProofRequest(table, Planted.Fields(table), positive), Quick);

    private static ulong[] Truth(Table table) => ConditionRows.Of(table, new Conjunction([Condition.Is("sector", "software"), Condition.Between("employees", 50, double.PositiveInfinity)]));
}
