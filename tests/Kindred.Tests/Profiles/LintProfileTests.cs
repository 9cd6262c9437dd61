using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Profiles;

/// <summary>Each warning where it belongs, and none where the data shows no reason.</summary>
public sealed class LintProfileTests
{
    private static readonly Condition Software = Condition.Is("sector", "software");

    [Fact]
    public void Run_OpenRangeThatDiffersInside_IsNamed() => Warns("profile.open-range", "employees", "open on one side", [Software, Condition.Between("employees", 0, double.PositiveInfinity)], row => row % 100 < 50);

    [Fact]
    public void Run_OpenRangeAlikeInside_IsNot() => Assert.Empty(Lint([Software, Condition.Between("employees", 0, double.PositiveInfinity)], row => row / 100 % 2 == 0));

    [Fact]
    public void Run_RangeOverMoreThanTenTimes_IsNamed() => Warns("profile.wide-range", "employees", "more than ten times", [Software, Condition.Between("employees", 5, 90)], row => row % 100 < 50);

    [Fact]
    public void Run_RangeWithinTenTimes_IsNot() => Assert.Empty(Lint([Software, Condition.Between("employees", 10, 90)], row => row % 100 < 50));

    [Fact]
    public void Run_FieldSeldomKnown_IsNamed() => Warns("profile.low-coverage", "tool", "50%", [Software, Condition.Is("tool", "A")], row => row % 3 == 0);

    [Fact]
    public void Run_ThreeIndustries_AreTooMany() => Warns("profile.many-industries", "sector", "3 industries", [Condition.OneOf("sector", ["software", "retail", "energy"]), Condition.Between("employees", 10, 90)], row => row % 3 == 0);

    [Fact]
    public void Run_IndustryAlone_IsNoProfile() => Warns("profile.industry-only", "sector", "not a profile", [Software], row => row % 3 == 0);

    [Fact]
    public void Run_TwoCores_AreNamed()
    {
        var warning = Assert.Single(LintProfile.Run(new Conjunction([Software, Condition.Between("employees", 10, 90)]), Table(row => row % 3 == 0), 2));
        Assert.Equal("profile.several-cores", warning.Code);
        Assert.Contains("2", warning.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Coverage_UnknownField_IsZero() => Assert.Equal(0, LintProfile.Coverage(Table(_ => true).Table, "nothing"));

    private static void Warns(string code, string field, string text, Condition[] core, Func<int, bool> isPositive)
    {
        var warning = Assert.Single(Lint(core, isPositive));
        Assert.Equal((code, field), (warning.Code, warning.Field));
        Assert.Contains(text, warning.Message.En, StringComparison.Ordinal);
        Assert.Matches("[가-힣]요\\.$", warning.Message.Ko);
    }

    private static IReadOnlyList<LintWarning> Lint(Condition[] core, Func<int, bool> isPositive) => LintProfile.Run(new Conjunction(core), Table(isPositive), 1);

    /// <summary>400 software companies with 1 to 100 people; half of them with a known tool.</summary>
    private static AsOfTable Table(Func<int, bool> isPositive) => new(
        new Table("t",
        [
            TextColumn.From("sector", [.. Enumerable.Repeat<string?>("software", 400)]),
            new NumberColumn("employees", [.. Enumerable.Range(0, 400).Select(row => row % 100 + 1.0)]),
            TextColumn.From("tool", [.. Enumerable.Range(0, 400).Select(row => row % 2 == 0 ? "A" : null)]),
        ]),
        [], [.. Enumerable.Range(0, 400)], [.. Enumerable.Repeat(-1, 400)], [.. Enumerable.Range(0, 400).Select(row => isPositive(row) ? (byte)1 : (byte)0)], ProfilesByHand.Signed, []);
}
