using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Tables;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Resampling;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Plain descriptions have half of their length's share for themselves.</summary>
public sealed class CorrectedFamilyTests
{
    [Fact]
    public void IsPlain_OneWordOrOneSidedBound_IsPlain()
    {
        var (table, _) = Planted.Companies(400, 5);
        var space = PatternSearchSpace.Build(table, Planted.Fields(table), 20, 2, isRich: true, withPlaceholders: true);
        var plain = Enumerable.Range(0, space.SelectorCount).Where(selector => space.IsPlain[selector]).Select(space.ConditionOf).ToArray();
        var others = Enumerable.Range(0, space.SelectorCount).Where(selector => !space.IsPlain[selector]).Select(space.ConditionOf).ToArray();
        Assert.Contains(plain, condition => condition.Op == ConditionOp.Interval);
        Assert.All(plain, condition => Assert.True(condition.Op == ConditionOp.Equal || double.IsInfinity(condition.Above) != double.IsInfinity(condition.UpTo)));
        Assert.Contains(others, condition => condition.Op == ConditionOp.OneOf);
        Assert.Contains(others, condition => condition.Op == ConditionOp.Interval);
        Assert.All(others, condition => Assert.True(condition.Op == ConditionOp.OneOf || (double.IsFinite(condition.Above) && double.IsFinite(condition.UpTo))));
    }

    [Fact]
    public void IsPlain_OneTagOfAList_IsPlain()
    {
        var tools = new TextColumn("tools", CodeArray.From([.. Enumerable.Range(0, 100).Select(row => row % 3 + 1)], 4), ["", "crm;erp", "crm", "erp;mail"], separator: ';');
        var space = PatternSearchSpace.Build(new Table("t", [tools]), ["tools"], 10, 1, isRich: true, withPlaceholders: true);
        Assert.Equal([true, false], Enumerable.Range(0, space.SelectorCount).Select(selector => (Count: space.ConditionOf(selector).Values.Count, IsPlain: space.IsPlain[selector])).Distinct().OrderBy(pair => pair.Count).Select(pair => pair.IsPlain));
    }

    [Fact]
    public void Adjust_PlainDescription_TakesTheBetterOfItsFamilies()
    {
        var (space, outcomes) = Searched(out _);
        var family = CorrectedFamily.Sweep(space, 2, outcomes, 20, null, CancellationToken.None);
        Assert.True(family.Plain!.Covers < family.All.Covers);
        var share = ProofOptions.FamilyShares[1];
        var p = family.Plain.Critical(0.05);
        Assert.True(family.Plain.Adjust(p) < family.All.Adjust(p));
        Assert.Equal(Math.Min(1, 2 * family.Plain.Adjust(p) / share), family.Adjust(p, isPlain: true), 1e-12);
        Assert.Equal(Math.Min(1, 2 * family.All.Adjust(p) / share), family.Adjust(p, isPlain: false), 1e-12);
    }

    [Fact]
    public void Critical_IsWhatIsCorrectedToTheLevel()
    {
        var (space, outcomes) = Searched(out _);
        var family = CorrectedFamily.Sweep(space, 1, outcomes, 20, null, CancellationToken.None);
        var critical = family.Critical(0.05);
        Assert.True(critical > 0);
        Assert.InRange(family.Adjust(critical * (1 - 1e-6), isPlain: false), 0, 0.05);
        Assert.True(family.Adjust(critical * (1 + 1e-6), isPlain: false) > 0.05);
    }

    [Fact]
    public void Sweep_EverySelectorPlain_IsOneFamilyWithTheWholeShare()
    {
        var (table, positive) = Planted.Companies(400, 5);
        var space = PatternSearchSpace.Build(table, ["sector", "region"], 20, 2, isRich: false, withPlaceholders: true);
        var outcomes = PermutedOutcomes.Draw(positive, Clusters.Single(400), 400, 3);
        var family = CorrectedFamily.Sweep(space, 2, outcomes, 20, null, CancellationToken.None);
        Assert.Null(family.Plain);
        var p = family.All.Critical(0.02);
        Assert.Equal(family.All.Adjust(p) / ProofOptions.FamilyShares[1], family.Adjust(p, isPlain: true), 1e-12);
    }

    private static (PatternSearchSpace Space, PermutedOutcomes Outcomes) Searched(out byte[] positive)
    {
        (var table, positive) = Planted.Companies(400, 5);
        return (PatternSearchSpace.Build(table, Planted.Fields(table), 20, 2, isRich: true, withPlaceholders: true), PermutedOutcomes.Draw(positive, Clusters.Single(400), 400, 3));
    }
}
