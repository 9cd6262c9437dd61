using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>Files stay small: median ≤ 120 lines, nine in ten ≤ 300, none over 500.</summary>
public sealed class FileLengthTests
{
    /// <summary>Files that may be longer than 500 lines, each with its reason. This list only shrinks.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    private static readonly (string Path, int Lines)[] Lengths = [.. RepositoryFiles.All
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
        .Select(path => (path, RepositoryFiles.Text(path).Split('\n').Length - 1)).OrderBy(entry => entry.Item2)];

    [Fact]
    public void Median_IsAtMost120Lines() => Assert.InRange(Lengths[Lengths.Length / 2].Lines, 1, 120);

    [Fact]
    public void NineInTen_AreAtMost300Lines() => Assert.InRange(Lengths[(int)(0.9 * (Lengths.Length - 1))].Lines, 1, 300);

    [Fact]
    public void NoFile_HasMoreThan500Lines() => Assert.DoesNotContain(Lengths, entry => entry.Lines > 500 && !Exceptions.ContainsKey(entry.Path));

    [Fact]
    public void Exceptions_AreStillLong() => Assert.DoesNotContain(Exceptions.Keys, path => !Lengths.Any(entry => entry.Path == path && entry.Lines > 500));
}
