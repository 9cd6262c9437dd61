using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Architecture;

public sealed class ModuleTests
{
    private const string Core = "Kindred.Core";
    private const string Planted = "Kindred.Tests.Architecture.Planted";
    private static readonly ModuleRules Rules = new(ArchitectureTable.Rows("modules"));

    [Fact]
    public void Modules_OfTheTable_AreTheFoldersOnDisk()
    {
        var folders = Directory.GetDirectories(Path.Combine(RepositoryFiles.Root, "src", Core)).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"));
        Assert.Equal(folders.Order(StringComparer.Ordinal), Rules.Modules.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespaces_OfCore_AreTheFoldersTheyLieIn()
    {
        var wrong = RepositoryFiles.Sources.Where(path => path.StartsWith($"src/{Core}/", StringComparison.Ordinal))
            .Where(path => !RepositoryFiles.Text(path).Contains($"namespace {Core}.{path.Split('/')[2]};", StringComparison.Ordinal));
        Findings.AreNone(wrong);
    }

    [Fact]
    public void References_BetweenModules_AreInTheTable()
    {
        var edges = AssemblyReferences.Of(typeof(Result).Assembly);

        // The reader sees what is there: a known edge, by a method body only.
        Assert.Contains(edges, edge => edge is { From: "Kindred.Core.Profiles.BuildProfile", To: "Kindred.Core.CustomerValue.RankCustomers" });
        Findings.AreNone(Rules.Violations(edges, Core));
    }

    [Fact]
    public void Table_HasNoCycle() => Assert.Null(Rules.Cycle());

    [Fact]
    public void Cycle_OfAPlantedTable_IsFound()
    {
        var rules = new ModuleRules([["A", "B"], ["B", "C"], ["C", "A"], ["D", "–"]]);
        Assert.Equal("A → B → C → A", rules.Cycle());
    }

    [Theory]
    [InlineData("ByField")]
    [InlineData("BySignature")]
    [InlineData("ByBody")]
    [InlineData("ByClosure")]
    [InlineData("ByCast")]
    [InlineData("ByConstraint")]
    [InlineData("ByAttribute")]
    public void Violations_OfAPlantedType_AreReported(string type)
    {
        var rules = new ModuleRules([["Secrets", "–"], ["Honest", "–"], ["Nosy", "Honest"]]);
        var violations = rules.Violations(AssemblyReferences.Of(typeof(ModuleTests).Assembly), Planted);
        Assert.Contains($"Nosy must not know Secrets: {Planted}.Nosy.{type} names {Planted}.Secrets.Secret" + (type == "ByAttribute" ? "Attribute" : ""), violations);
    }

    [Fact]
    public void Violations_OfWhatTheTableAllows_AreNone()
    {
        var rules = new ModuleRules([["Secrets", "–"], ["Honest", "–"], ["Nosy", "Secrets"]]);
        Assert.Empty(rules.Violations(AssemblyReferences.Of(typeof(ModuleTests).Assembly), Planted));
    }

    [Fact]
    public void Modules_EachHaveAReadMe()
    {
        var missing = Rules.Modules.Where(module => !RepositoryFiles.All.Contains($"src/{Core}/{module}/README.md"));
        Findings.AreNone(missing);
    }
}
