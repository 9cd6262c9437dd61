using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>The parts of a proof, each by itself: boundaries, copies, rates of accounts, confounding, stability.</summary>
public sealed class EvidenceTests
{
    private const double Standard = 1e-9;

    [Fact]
    public void Refine_TrueBoundaryInsideABin_IsFound()
    {
        // Everyone above 50 up to 200 is positive; the search cut at 40 and 220.
        double[] values = [.. Enumerable.Range(0, 600).Select(row => (double)(row % 300 + 1))];
        var (table, labels) = Labelled(values, value => value is > 50 and <= 200);
        var found = Condition.Between("n", 40, 220);
        var (refined, rows) = new BoundaryRefinement(table, labels, 20).Refine(new Conjunction([found]), ConditionRows.Of(table, found), ConditionRows.Everything(600));
        Assert.Equal(Condition.Between("n", 50, 200), Assert.Single(refined.Conditions), (x, y) => Math.Abs(x.Above - y.Above) <= 1 && x.UpTo.Equals(y.UpTo));
        Assert.Equal(ConditionRows.Of(table, refined), rows);
    }

    [Fact]
    public void Refine_BoundaryTheDataAgreesWith_Stays()
    {
        double[] values = [.. Enumerable.Range(0, 600).Select(row => (double)(row % 300 + 1))];
        var (table, labels) = Labelled(values, value => value is > 100 and <= 200);
        var found = Condition.Between("n", 100, 200);
        Assert.Equal(found, Assert.Single(new BoundaryRefinement(table, labels, 20).Refine(new Conjunction([found]), ConditionRows.Of(table, found), ConditionRows.Everything(600)).Conditions.Conditions));
    }

    [Fact]
    public void Refine_OpenEnd_StaysOpen()
    {
        double[] values = [.. Enumerable.Range(0, 600).Select(row => (double)(row % 300 + 1))];
        var (table, labels) = Labelled(values, value => value > 50);
        var found = Condition.Between("n", 60, double.PositiveInfinity);
        var refined = Assert.Single(new BoundaryRefinement(table, labels, 20).Refine(new Conjunction([found]), ConditionRows.Of(table, found), ConditionRows.Everything(600)).Conditions.Conditions);
        Assert.Equal(double.PositiveInfinity, refined.UpTo);
        Assert.InRange(refined.Above, 49, 50);
    }

    [Fact]
    public void Join_RowsEnteredTwice_StayTogether()
    {
        var (table, positive) = Planted.Companies(300, 71);
        int[] rows = [.. Enumerable.Range(0, 300), .. Enumerable.Range(0, 40)];
        var (clusters, copies) = CopiedRows.Join(table.Take(rows), [.. rows.Select(row => positive[row])], null);
        Assert.Equal(40, copies);
        Assert.All(Enumerable.Range(0, 40), row => Assert.Equal(clusters.Of[row], clusters.Of[300 + row]));
        Assert.Equal(300, clusters.Count);
    }

    [Fact]
    public void Join_SameTraitsOtherOutcome_AreNotCopies()
    {
        var (table, positive) = Planted.Companies(300, 71);
        int[] rows = [.. Enumerable.Range(0, 300), .. Enumerable.Range(0, 40)];
        Assert.Equal(0, CopiedRows.Join(table.Take(rows), [.. positive, .. positive[..40].Select(one => (byte)(1 - one))], null).Copies);
    }

    // Eighty companies have a twin in every trait. Where the twins' outcomes are drawn anew they agree as often as any two rows, so none is an entry made twice.
    [Fact]
    public void Join_SameTraitsOutcomesByChance_AreNotCopies()
    {
        var (table, positive) = Planted.Companies(300, 71);
        int[] rows = [.. Enumerable.Range(0, 300), .. Enumerable.Range(0, 80)];
        var random = new SeededRandom(9);
        byte[] drawn = [.. positive, .. positive[..80]];
        random.Shuffle(drawn.AsSpan(300));
        Assert.Equal(0, CopiedRows.Join(table.Take(rows), drawn, null).Copies);
        Assert.Equal(80, CopiedRows.Join(table.Take(rows), [.. positive, .. positive[..80]], null).Copies);
    }

    // Half of the twins are entries made twice: they stay together, and so do those that agree by chance.
    [Fact]
    public void Join_HalfOfTheTwinsAgreeForSure_StayTogether()
    {
        var (table, positive) = Planted.Companies(300, 71);
        int[] rows = [.. Enumerable.Range(0, 300), .. Enumerable.Range(0, 80)];
        byte[] drawn = [.. positive, .. positive[..80]];
        new SeededRandom(9).Shuffle(drawn.AsSpan(340));
        Assert.InRange(CopiedRows.Join(table.Take(rows), drawn, null).Copies, 40, 79);
    }

    [Fact]
    public void Join_FewFieldsWithFewWords_EqualRowsAreNoCopies()
    {
        var (table, positive) = Planted.Companies(600, 72);
        Assert.Equal(0, CopiedRows.Join(table.Only(["sector", "region"]), positive, null).Copies);
    }

    [Fact]
    public void Join_Salvirt_EightyThreeDuplicates()
    {
        var table = Planted.Read("data/salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv");
        var positive = PatternChecks.Target(table, "Status", "Won").Value;
        Assert.Equal(83, CopiedRows.Join(table, positive, null).Copies);
    }

    [Fact]
    public void ClusteredRate_SingleRows_IsWilson()
    {
        var (_, labels) = Labelled([.. Enumerable.Range(0, 200).Select(row => (double)row)], value => value % 4 == 0);
        var rate = ClusteredRate.Of(ConditionRows.Everything(200), labels, Clusters.Single(200));
        var wilson = WilsonInterval.Of(50, 200);
        Assert.Equal((200, 50, 0.25), (rate.Rows, rate.Positives, rate.Value));
        Assert.Equal((wilson.Low, wilson.High), (rate.Low, rate.High));
    }

    [Fact]
    public void ClusteredRate_AccountsOfOneMind_CountOncePerAccount()
    {
        // 40 accounts of 5 rows, all rows of an account alike: the variance between accounts is (n-1)/n of 40 rows' variance.
        var (_, labels) = Labelled([.. Enumerable.Range(0, 200).Select(row => (double)(row / 5))], account => account % 4 == 0);
        var rate = ClusteredRate.Of(ConditionRows.Everything(200), labels, Clusters.From([.. Enumerable.Range(0, 200).Select(row => row / 5)]));
        var wilson = WilsonInterval.Of(0.25 * 39, 39);
        Assert.Equal(wilson.Low, rate.Low, Standard);
        Assert.Equal(wilson.High, rate.High, Standard);
    }

    [Fact]
    public void ClusteredRate_NoRows_SpansEverything() => Assert.Equal(new Rate(0, 0, 0, 0, 1), ClusteredRate.Of(new ulong[4], new ulong[4], Clusters.Single(200)));

    [Fact]
    public void Confounders_OwnerStandsBehind_IsConfounded()
    {
        // Owner A wins 80 % everywhere and gets four fifths of the pattern's deals; within an owner the pattern changes nothing.
        var check = Confounded(inPatternOfA: 80, winsA: 0.8, winsB: 0.2)!;
        Assert.Equal(("owner", 2), (check.Field, check.Strata));
        Assert.Equal(1.0, check.OddsRatio, Standard);
        Assert.True(check.CrudeOddsRatio > 2);
        Assert.True(check.IsConfounded);
    }

    [Fact]
    public void Confounders_SameOddsWithinOwners_IsNot()
    {
        var strata = new List<(string Owner, bool Inside, bool Won, int Count)>
        {
            ("A", true, true, 60), ("A", true, false, 40), ("A", false, true, 20), ("A", false, false, 80),
            ("B", true, true, 60), ("B", true, false, 40), ("B", false, true, 20), ("B", false, false, 80),
        };
        var check = Check(strata)!;
        Assert.Equal(6.0, check.OddsRatio, Standard);
        Assert.Equal(6.0, check.CrudeOddsRatio, Standard);
        Assert.False(check.IsConfounded);
    }

    [Fact]
    public void Confounders_FewerThanFivePositives_StratumIsNotUsed()
    {
        var check = Check([("A", true, true, 30), ("A", true, false, 20), ("A", false, true, 10), ("A", false, false, 40), ("B", true, true, 2), ("B", true, false, 9), ("B", false, true, 2), ("B", false, false, 9)])!;
        Assert.Equal(1, check.Strata);
        Assert.Null(Check([("A", true, true, 2), ("A", true, false, 20), ("A", false, true, 2), ("A", false, false, 40)]));
    }

    [Fact]
    public void Stability_StrongPattern_IsInEveryResample()
    {
        var (table, labels) = Labelled([.. Enumerable.Range(0, 400).Select(row => (double)row)], value => value < 100);
        var strong = ConditionRows.Of(table, Condition.Between("n", double.NegativeInfinity, 99));
        var options = new ProofOptions(Bootstraps: 100, Seed: 3);
        var clusters = Clusters.Single(400);
        Assert.Equal([1.0, 0.0], PatternStability.Of([(strong, true), (strong, false)], [], labels, clusters, options));
    }

    private static (Table Table, ulong[] Labels) Labelled(double[] values, Func<double, bool> isPositive)
    {
        var labels = new ulong[RowBits.WordsFor(values.Length)];
        for (var row = 0; row < values.Length; row++)
        {
            if (isPositive(values[row]))
            {
                RowBits.Set(labels, row);
            }
        }

        return (new Table("t", [new NumberColumn("n", values)]), labels);
    }

    private static ConfoundingCheck? Confounded(int inPatternOfA, double winsA, double winsB) => Check(
    [
        ("A", true, true, (int)(inPatternOfA * winsA)), ("A", true, false, (int)Math.Round(inPatternOfA * (1 - winsA))), ("A", false, true, 16), ("A", false, false, 4),
        ("B", true, true, (int)(20 * winsB)), ("B", true, false, (int)Math.Round(20 * (1 - winsB))), ("B", false, true, 16), ("B", false, false, 64),
    ]);

    private static ConfoundingCheck? Check(IReadOnlyList<(string Owner, bool Inside, bool Won, int Count)> cells)
    {
        var rows = cells.SelectMany(cell => Enumerable.Repeat(cell, cell.Count)).ToArray();
        var inside = new ulong[RowBits.WordsFor(rows.Length)];
        for (var row = 0; row < rows.Length; row++)
        {
            if (rows[row].Inside)
            {
                RowBits.Set(inside, row);
            }
        }

        return Confounders.Check(TextColumn.From("owner", [.. rows.Select(row => row.Owner)]), inside, [.. rows.Select(row => row.Won ? (byte)1 : (byte)0)]);
    }
}
