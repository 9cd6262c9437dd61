using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Mining a flat table with proof: leaks stay out unless asked for, accounts stay together.</summary>
public sealed class MineProofTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Prove_Leak_IsSearchedOnlyWhenKept(bool keepLeaks)
    {
        var (table, positive) = Planted.Companies(400, 81);
        var random = new SeededRandom(82);
        var leak = TextColumn.From("stage", [.. positive.Select(one => random.NextUnit() < (one == 1 ? 0.75 : 0.25) ? "late" : "early")]);
        var mined = MinePatterns.Run(new MineRequest(Planted.WithOutcome(new Table("t", [.. table.Columns, leak]), positive), "outcome", "won", Prove: true, KeepLeaks: keepLeaks), TimeProvider.System).Value;
        Assert.Equal("stage", Assert.Single(mined.Screening.Leakage).Field);
        Assert.Equal(keepLeaks, mined.Patterns.SelectMany(pattern => pattern.Conditions.Conditions).Any(condition => condition.Field == "stage"));
    }

    [Fact]
    public void Prove_AccountsOfOneMind_AreNotProven()
    {
        // 60 accounts of 10 deals: an account wins all or nothing, by chance, and its traits are its own. Row by row this looks overwhelming.
        var random = new SeededRandom(91);
        var wins = Enumerable.Range(0, 60).Select(_ => random.Below(2) == 1).ToArray();
        var sectors = Enumerable.Range(0, 60).Select(_ => "s" + Core.Basics.Format.Whole(random.Below(6))).ToArray();
        int[] account = [.. Enumerable.Range(0, 600).Select(row => row / 10)];
        var table = new Table("t",
        [
            TextColumn.From("account", [.. account.Select(a => "a" + Core.Basics.Format.Whole(a))]),
            TextColumn.From("sector", [.. account.Select(a => sectors[a])]),
            TextColumn.From("outcome", [.. account.Select(a => wins[a] ? "won" : "lost")]),
        ]);
        var mined = MinePatterns.Run(new MineRequest(table, "outcome", "won", Prove: true, AccountField: "account"), TimeProvider.System).Value;
        Assert.NotEqual(Verdict.Proven, mined.Verdict);
        var best = mined.Patterns.MinBy(pattern => pattern.P);
        Assert.True(best is null || best.P < 0.001, "By rows the pattern is overwhelming; if not, this test shows nothing.");
        Assert.DoesNotContain(mined.Patterns, pattern => pattern.Proof!.AdjustedP < 0.05);
    }

    [Fact]
    public void Plain_NothingLeftOut_ButReported()
    {
        var (table, positive) = Planted.Companies(400, 81);
        var constant = TextColumn.From("country", [.. Enumerable.Repeat<string?>("KR", 400)]);
        var mined = MinePatterns.Run(new MineRequest(Planted.WithOutcome(new Table("t", [.. table.Columns, constant]), positive), "outcome", "won", Depth: 1, Top: 100), TimeProvider.System).Value;
        Assert.Equal(("country", "constant"), (mined.Screening.Dropped.Single().Field, mined.Screening.Dropped.Single().Reason.Code));
        Assert.Contains(mined.Patterns, pattern => pattern.Conditions.Conditions[0].Field == "country");
        Assert.Equal(mined.Patterns.OrderByDescending(pattern => pattern.Quality).Select(pattern => pattern.Quality), mined.Patterns.Select(pattern => pattern.Quality));
        Assert.Null(mined.Proof);
    }
}
