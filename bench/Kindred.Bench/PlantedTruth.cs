using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Profiles;
using Kindred.Files;
using Kindred.Sample;
using Kindred.Statistics.Subgroups;

namespace Kindred.Bench;

/// <summary>Builds the sample company over several seeds and holds the result against what was planted.</summary>
internal static class PlantedTruth
{
    public static void Run(int seeds, SampleStory story)
    {
        for (var seed = 1; seed <= seeds; seed++)
        {
            var folder = Directory.CreateTempSubdirectory("kindred-planted").FullName;
            try
            {
                SampleFiles.Write(SampleCompany.Generate(new SampleOptions(seed, story, 3000, new DateOnly(2026, 11, 21))), folder);
                var tables = Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(file => TableFiles.Read(file).Value.Select(reading => new SourceTable(reading.Table, Path.GetFileName(file), null, []))).ToArray();
                var watch = System.Diagnostics.Stopwatch.StartNew();
                var built = BuildProfile.Run(new BuildRequest(tables, AsOf: new DateOnly(2026, 11, 21))).Value;
                var profile = built.Profile;
                using var truth = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "planted-truth.json")));
                HashSet<string> Companies(string group) => [.. truth.RootElement.GetProperty(group).GetProperty("companies").EnumerateArray().Select(id => id.ToString())];
                var view = built.Questions.Buys.View;
                double Jaccard(ProfilePattern? pattern, HashSet<string> companies)
                {
                    if (pattern is null)
                    {
                        return 0;
                    }

                    var rows = ConditionRows.Of(view.Table.Table, pattern.Pattern.Conditions);
                    int both = 0, either = 0;
                    for (var row = 0; row < view.Table.Accounts.Length; row++)
                    {
                        var planted = companies.Contains(built.Facts.Companies[view.Table.Accounts[row]].Key);
                        var found = RowBits.Has(rows, row);
                        both += planted && found ? 1 : 0;
                        either += planted || found ? 1 : 0;
                    }

                    return (double)both / Math.Max(1, either);
                }

                string Best(IReadOnlyList<ProfilePattern> patterns, string group) => patterns.Count == 0 ? "–" : patterns.Max(pattern => Jaccard(pattern, Companies(group))).ToString("F2", CultureInfo.InvariantCulture);
                var country = profile.Patterns.Any(pattern => pattern.Pattern.Proof!.Status == Core.Patterns.PatternStatus.Proven && pattern.Pattern.Conditions.Conditions.Any(condition => condition.Field is "country" or "region" or "capital area"));
                Console.WriteLine($"seed {seed,2} {profile.Verdict,-12} core J {Jaccard(profile.Core, Companies("core")).ToString("F2", CultureInfo.InvariantCulture)} regret {Best(profile.Regret, "regret")} anti {Best(profile.Anti, "anti")} country proven {country} {watch.ElapsedMilliseconds} ms | {ConditionWording.Of(profile.Core?.Pattern.Conditions ?? Conjunction.Everything, Core.Basics.Language.English)} | R: {string.Join("; ", profile.Regret.Select(r => ConditionWording.Of(r.Pattern.Conditions, Core.Basics.Language.English)))} | A: {string.Join("; ", profile.Anti.Select(r => ConditionWording.Of(r.Pattern.Conditions, Core.Basics.Language.English)))}");
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
