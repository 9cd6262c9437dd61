using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>Nothing in the repository names a folder of the machine it was written on.</summary>
public sealed class MachinePathTests
{
    /// <summary>Put together here, so that this file does not name them itself.</summary>
    private static readonly string[] Prefixes = ["/" + "work/", "/" + "root/", "/" + "home/", "C:" + "\\Users\\"];

    private static readonly string[] Binary = [".gz", ".xlsx", ".pdf", ".png", ".jpg", ".woff2"];

    [Fact]
    public void Files_NameNoFolderOfAMachine()
    {
        var found = RepositoryFiles.All.Where(path => !Binary.Contains(Path.GetExtension(path)))
            .SelectMany(path => RepositoryFiles.Text(path).Split('\n').Index().Where(line => Names(line.Item)).Select(line => $"{path}:{line.Index + 1}"));
        Findings.AreNone(found);
    }

    [Theory]
    [InlineData("see /" + "work/main/run", true)]
    [InlineData("\"/" + "home/anna/exports\"", true)]
    [InlineData("https://example.org/work/flow", false)]
    [InlineData("files at homework/1", false)]
    public void Names_OfALine_TellsMachinePathsFromAddresses(string line, bool expected) => Assert.Equal(expected, Names(line));

    /// <summary>A prefix at the start of a path: not after a letter, digit, dot or hyphen, as in an address.</summary>
    private static bool Names(string line) => Prefixes.Any(prefix =>
    {
        var at = line.IndexOf(prefix, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '.' or '-' or '_' or '}'));
    });
}
