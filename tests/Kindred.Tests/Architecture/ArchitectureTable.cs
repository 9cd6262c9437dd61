using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>A table of docs/architecture.md between two comments: rows of cells, header left out.</summary>
internal static class ArchitectureTable
{
    public const string Path = "docs/architecture.md";

    public static IReadOnlyList<string[]> Rows(string name)
    {
        var lines = RepositoryFiles.Text(Path).Split('\n').Select(line => line.Trim()).ToArray();
        var from = Array.FindIndex(lines, line => line.StartsWith($"<!-- {name}:", StringComparison.Ordinal));
        var to = Array.IndexOf(lines, $"<!-- end of {name} -->");
        Assert.True(from >= 0 && to > from, $"{Path} has no table '{name}'.");
        return [.. lines[(from + 1)..to].Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];
    }

    /// <summary>"A, B" as words; "–" as none.</summary>
    public static IReadOnlyList<string> Words(string cell) => cell == "–" ? [] : cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
