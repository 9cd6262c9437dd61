using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;
using Kindred.Files;
using Kindred.Sample;
using Kindred.Statistics.Subgroups;
using Xunit;

namespace Kindred.Tests.Proof;

/// <summary>The sample company, built from its files: what was planted is found, what was not is not claimed.</summary>
public sealed class PlantedTruthTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 21);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(11)]
    public void Run_StoryGood_ShowsThePlantedCoreAndNoDecoy(int seed)
    {
        var (built, core) = Build(seed, SampleStory.Good);
        ProfilePattern?[] shown = [built.Profile.Core, .. built.Profile.Hypotheses, .. built.Profile.Patterns.Where(pattern => pattern.Pattern.Proof?.Status is PatternStatus.Proven or PatternStatus.Promising)];
        var table = built.Questions.Buys.View.Table.Table;
        Assert.InRange(shown.OfType<ProfilePattern>().Max(pattern => RowBits.Jaccard(ConditionRows.Of(table, pattern.Pattern.Conditions), core)), 0.9, 1);
        Assert.DoesNotContain(built.Profile.Patterns, pattern => pattern.Pattern.Proof?.Status == PatternStatus.Proven && pattern.Pattern.Conditions.Conditions.Any(condition => condition.Field is "country" or "Remote Policy"));
    }

    [Theory]
    [InlineData(SampleStory.Small, Verdict.Hypotheses)]
    [InlineData(SampleStory.None, Verdict.NoPattern)]
    public void Run_OtherStories_GiveTheirVerdict(SampleStory story, Verdict expected) =>
        Assert.Equal(expected, Build(7, story).Built.Profile.Verdict);

    private static (BuildResult Built, ulong[] Core) Build(int seed, SampleStory story)
    {
        var folder = Directory.CreateTempSubdirectory("kindred-proof").FullName;
        try
        {
            SampleFiles.Write(SampleCompany.Generate(new SampleOptions(seed, story, 3000, AsOf)), folder);
            var tables = Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(file => TableFiles.Read(file).Value.Select(reading => new SourceTable(reading.Table, Path.GetFileName(file), null, []))).ToArray();
            var built = BuildProfile.Run(new BuildRequest(tables, AsOf: AsOf)).Value;
            using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "planted-truth.json")));
            HashSet<string> planted = [.. truth.RootElement.GetProperty("core").GetProperty("companies").EnumerateArray().Select(id => id.ToString())];
            var accounts = built.Questions.Buys.View.Table.Accounts;
            var rows = new ulong[RowBits.WordsFor(accounts.Length)];
            for (var row = 0; row < accounts.Length; row++)
            {
                if (planted.Contains(built.Facts.Companies[accounts[row]].Key))
                {
                    RowBits.Set(rows, row);
                }
            }

            return (built, rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
