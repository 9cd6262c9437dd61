using System.Globalization;
using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Core.Profiles;
using Kindred.Files;
using Kindred.Sample;
using Kindred.Statistics.Subgroups;

namespace Kindred.Bench;

/// <summary>Builds the sample company over several seeds and holds the result against what was planted, by Jaccard over closed new-business deals.</summary>
internal static class PlantedTruth
{
    public static void Run(int seeds, SampleStory story, int firstSeed, bool withDetail = false)
    {
        var verdicts = new SortedDictionary<Verdict, int>();
        int core = 0, shown = 0, regret = 0, anti = 0, country = 0, decoy = 0;
        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            var (built, truth) = Build(seed, story);
            using (truth)
            {
                var profile = built.Profile;
                var view = built.Questions.Buys.View;
                double Nearest(IEnumerable<ProfilePattern?> patterns, string group)
                {
                    var rows = Rows(built, truth, group);
                    return patterns.OfType<ProfilePattern>().Select(pattern => RowBits.Jaccard(ConditionRows.Of(view.Table.Table, pattern.Pattern.Conditions), rows)).DefaultIfEmpty(0).Max();
                }

                bool IsProvenOn(params string[] fields) => profile.Patterns.Any(pattern => pattern.Pattern.Proof?.Status == PatternStatus.Proven && IsOn(pattern, fields));
                double coreJ = Nearest([profile.Core], "core"), shownJ = Nearest([profile.Core, .. profile.Hypotheses], "core"), regretJ = Nearest(profile.Regret, "regret"), antiJ = Nearest(profile.Anti, "anti");
                string Words(IEnumerable<ProfilePattern?> patterns) => string.Join(" / ", patterns.OfType<ProfilePattern>().Select(pattern => ConditionWording.Of(pattern.Pattern.Conditions, Language.English)).DefaultIfEmpty("none"));
                bool isCountry = IsProvenOn("country", "region", "capital", "overseas"), isDecoy = IsProvenOn("Remote Policy");
                verdicts[profile.Verdict] = verdicts.GetValueOrDefault(profile.Verdict) + 1;
                core += coreJ >= 0.9 ? 1 : 0;
                shown += shownJ >= 0.9 ? 1 : 0;
                regret += regretJ >= 0.5 ? 1 : 0;
                anti += antiJ >= 0.5 ? 1 : 0;
                country += isCountry ? 1 : 0;
                decoy += isDecoy ? 1 : 0;
                Console.WriteLine($"planted {story} seed {seed}: {profile.Verdict}, core J {Two(coreJ)}, shown J {Two(shownJ)}, regret J {Two(regretJ)}, anti J {Two(antiJ)}, country proven {isCountry}, first-half decoy proven {isDecoy} | core: {Words([profile.Core])} | regret: {Words(profile.Regret)} | decoy: {Words(profile.Patterns.Where(pattern => pattern.Pattern.Proof?.Status == PatternStatus.Proven && IsOn(pattern, "Remote Policy")))}");
                foreach (var pattern in withDetail ? profile.Patterns.Where(pattern => pattern.Pattern.Proof!.Status != PatternStatus.Hypothesis) : [])
                {
                    var proof = pattern.Pattern.Proof!;
                    Console.WriteLine($"  {pattern.Role,-10} {proof.Status,-9} {(pattern.Pattern.IsHigher ? '+' : '-')} adjusted {proof.AdjustedP.ToString("F3", CultureInfo.InvariantCulture)} folds {proof.FoldsFound} later {proof.HoldsLater} {pattern.Pattern.Raw.Positives}/{pattern.Pattern.Raw.Rows} stays {pattern.Stays?.Positives}/{pattern.Stays?.Rows} regret J {Two(Nearest([pattern], "regret"))} core J {Two(Nearest([pattern], "core"))}: {ConditionWording.Of(pattern.Pattern.Conditions, Language.English)}");
                }
            }
        }

        Console.WriteLine($"planted {story}, seeds {firstSeed}..{firstSeed + seeds - 1}: verdicts {string.Join(' ', verdicts.Select(pair => $"{pair.Key} {pair.Value}"))}; core J >= 0.9 in {core}, core or a shown hypothesis J >= 0.9 in {shown}, regret J >= 0.5 in {regret}, anti J >= 0.5 in {anti}; country proven in {country}, first-half decoy proven in {decoy}");
    }

    private static bool IsOn(ProfilePattern pattern, params string[] fields) => pattern.Pattern.Conditions.Conditions.Any(condition => fields.Any(field => condition.Field.Contains(field, StringComparison.OrdinalIgnoreCase)));

    private static (BuildResult Built, JsonDocument Truth) Build(int seed, SampleStory story)
    {
        using var scratch = new Scratch();
        SampleFiles.Write(SampleCompany.Generate(new SampleOptions(seed, story, 3000, new DateOnly(2026, 11, 21))), scratch.Folder);
        var tables = Directory.EnumerateFiles(scratch.Folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(file => TableFiles.Read(file).Value.Select(reading => new SourceTable(reading.Table, Path.GetFileName(file), null, []))).ToArray();
        return (BuildProfile.Run(new BuildRequest(tables, AsOf: new DateOnly(2026, 11, 21))).Value, JsonDocument.Parse(File.ReadAllText(scratch.File("planted-truth.json"))));
    }

    private static ulong[] Rows(BuildResult built, JsonDocument truth, string group)
    {
        HashSet<string> companies = [.. truth.RootElement.GetProperty(group).GetProperty("companies").EnumerateArray().Select(id => id.ToString())];
        var view = built.Questions.Buys.View.Table;
        var rows = new ulong[RowBits.WordsFor(view.Accounts.Length)];
        for (var row = 0; row < view.Accounts.Length; row++)
        {
            if (companies.Contains(built.Facts.Companies[view.Accounts[row]].Key))
            {
                RowBits.Set(rows, row);
            }
        }

        return rows;
    }

    private static string Two(double value) => value.ToString("F2", CultureInfo.InvariantCulture);
}
