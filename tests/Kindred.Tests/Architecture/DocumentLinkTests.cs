using System.Text.RegularExpressions;
using Kindred.Cli;
using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Architecture;

/// <summary>Documents rot: links to files that moved, verbs and options that were renamed.</summary>
public sealed partial class DocumentLinkTests
{
    private static readonly string[] Documents = [.. RepositoryFiles.All.Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void Links_OfEveryDocument_LeadToFiles()
    {
        Assert.True(Documents.Length > 15, "The documents were not read.");
        Findings.AreNone(Documents.SelectMany(path => Targets(RepositoryFiles.Text(path)).Where(target => !Exists(path, target)).Select(target => $"{path}: {target}")));
    }

    [Fact]
    public void Targets_OfAText_AreItsLinksToFiles() =>
        Assert.Equal(["a.md", "b/c.md"], Targets("[x](a.md) and [y](b/c.md#part), [z](https://example.org/d.md), [w](#part)"));

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ko.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/proof.md")]
    public void Calls_InADocument_AreVerbsAndOptionsThereAre(string path) => Findings.AreNone(Unknown(RepositoryFiles.Text(path)));

    [Fact]
    public void Unknown_OfPlantedCalls_ReportsThem() =>
        Assert.Equal(["mien", "build --planted"], Unknown("./kindred mien FILE\n`./kindred build ./exports --seed 1 --planted`\n./kindred --help\n./kindred VERB --help"));

    [Fact]
    public void ReadMe_NamesEveryVerb()
    {
        foreach (var path in new[] { "README.md", "README.ko.md" })
        {
            var text = RepositoryFiles.Text(path);
            Findings.AreNone(CommandLine.Root(Language.English).Subcommands.Select(verb => verb.Name).Where(verb => !text.Contains($"./kindred {verb}", StringComparison.Ordinal)).Select(verb => $"{path}: {verb}"));
        }
    }

    private static IEnumerable<string> Targets(string text) =>
        Link().Matches(text).Select(link => link.Groups[1].Value.Split('#')[0]).Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal));

    private static bool Exists(string document, string target)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(document)!, target));
        return File.Exists(path) || Directory.Exists(path);
    }

    /// <summary>Verbs and options of calls of the command line that do not exist; VERB and 명령 stand for any verb.</summary>
    private static IEnumerable<string> Unknown(string text)
    {
        var root = CommandLine.Root(Language.English);
        foreach (Match call in Call().Matches(text))
        {
            var name = call.Groups[1].Value;
            if (name is "VERB" or "명령" || name.StartsWith('-'))
            {
                continue;
            }

            var verb = root.Subcommands.FirstOrDefault(verb => verb.Name == name);
            if (verb is null)
            {
                yield return name;
                continue;
            }

            var known = verb.Options.Concat(verb.Subcommands.SelectMany(inner => inner.Options)).Concat(root.Options).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var option in Option().Matches(call.Groups[2].Value).Select(option => option.Value).Where(option => option != "--help" && !known.Contains(option)))
            {
                yield return $"{name} {option}";
            }
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\./kindred ([^\s`]+)([^\n`]*)")]
    private static partial Regex Call();

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex Option();
}
