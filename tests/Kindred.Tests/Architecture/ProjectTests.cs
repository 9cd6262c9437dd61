using System.Reflection;
using System.Xml.Linq;
using Xunit;

namespace Kindred.Tests.Architecture;

public sealed class ProjectTests
{
    public static TheoryData<string> Projects => [.. ArchitectureTable.Rows("projects").Select(row => row[0])];

    [Fact]
    public void Projects_OfTheTable_AreThoseOnDisk()
    {
        var onDisk = RepositoryFiles.All.Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(onDisk.Order(StringComparer.Ordinal), ArchitectureTable.Rows("projects").Select(row => row[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfAProject_AreInTheTable(string project)
    {
        var row = Row(project);
        var file = XDocument.Parse(RepositoryFiles.Text($"src/{project}/{project}.csproj"));
        var projects = file.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value));
        var packages = file.Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value);
        Assert.Equal(ArchitectureTable.Words(row[1]).Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
        Assert.Equal(ArchitectureTable.Words(row[2]).Order(StringComparer.Ordinal), packages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Types_OfAProject_UseNothingForbidden(string project)
    {
        // Storage is not referenced by these tests for itself, but comes along with the command line.
        var assembly = Assembly.Load(project == "Kindred.Cli" ? "kindred" : project);
        var edges = AssemblyReferences.Of(assembly);
        Assert.NotEmpty(edges);
        Findings.AreNone(Forbidden(edges, ArchitectureTable.Words(Row(project)[3])));
    }

    [Fact]
    public void Forbidden_OfPlantedUse_IsReported()
    {
        TypeReferenceEdge[] edges = [new("A.B", "System.Net.Http.HttpClient"), new("A.C", "System.Networking.Fine"), new("A.D", "System.IO.File"), new("A.E", "System.IO.FileNotFoundException")];
        Assert.Equal(["A.B uses System.Net.Http.HttpClient", "A.D uses System.IO.File"], Forbidden(edges, ["System.Net", "System.IO.File"]));
    }

    [Fact]
    public void Statistics_KnowsNoBusiness()
    {
        var references = Assembly.Load("Kindred.Statistics").GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Kindred", StringComparison.Ordinal));
        Assert.Empty(references);
    }

    private static string[] Row(string project) => ArchitectureTable.Rows("projects").Single(row => row[0] == project);

    /// <summary>Uses of a type, or of a namespace and everything below it.</summary>
    private static IReadOnlyList<string> Forbidden(IEnumerable<TypeReferenceEdge> edges, IReadOnlyList<string> names) =>
        [.. edges.Where(edge => names.Any(name => edge.To == name || edge.To.StartsWith(name + ".", StringComparison.Ordinal))).Select(edge => $"{edge.From} uses {edge.To}").Order(StringComparer.Ordinal)];
}
