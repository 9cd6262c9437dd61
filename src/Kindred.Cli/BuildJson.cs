using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary>The JSON of a build that others script against.</summary>
internal static class BuildJson
{
    public static void Write(Utf8JsonWriter json, BuildResult built, SourceReading reading, BuildFiles files, Language language)
    {
        var profile = built.Profile;
        json.WriteStartObject();
        json.WriteNumber("accounts", built.Facts.Companies.Count);
        json.WriteNumber("accepted", reading.Accepted);
        json.WriteNumber("rejected", reading.Rejects.Count);
        json.WriteStartObject("outcomes");
        json.WriteNumber("positive", profile.Outcomes.Positive);
        json.WriteNumber("negative", profile.Outcomes.Negative);
        json.WriteEndObject();
        json.WriteString("verdict", MineJson.Name(profile.Verdict));
        WriteWording(json, "why", profile.Why);
        MineJson.WritePower(json, profile.Power);
        MineJson.WriteFields(json, "dropped", built.Questions.Buys.Screening.Dropped, language);
        MineJson.WriteFields(json, "leakage", built.Questions.Buys.Screening.Leakage, language);
        MineJson.WriteFields(json, "suspects", built.Questions.Buys.Screening.Suspects, language);
        json.WriteStartArray("patterns");
        foreach (var pattern in profile.Patterns)
        {
            WriteProfilePattern(json, pattern);
        }

        json.WriteEndArray();
        json.WriteStartObject("icp");
        WriteOne(json, "core", profile.Core);
        WriteGroup(json, "adjacent", built, AccountState.Adjacent);
        WriteMany(json, "anti", profile.Anti);
        WriteMany(json, "regret", profile.Regret);
        WriteMany(json, "tryHarder", profile.TryHarder);
        WriteMany(json, "hypotheses", profile.Hypotheses);
        WriteWording(json, "sentence", profile.Sentence);
        json.WriteStartObject("counts");
        foreach (var state in Enum.GetValues<AccountState>())
        {
            json.WriteNumber(Name(state), built.Accounts.Count(account => account.State == state));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        WriteMarket(json, built);
        json.WriteStartArray("questions");
        foreach (var question in built.Mapping.Questions)
        {
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            WriteWording(json, "text", question.Text);
            json.WriteStartArray("choices");
            foreach (var choice in question.Choices)
            {
                json.WriteStartObject();
                json.WriteString("value", choice.Value);
                json.WriteNumber("count", choice.Count);
                json.WriteBoolean("chosen", choice.IsChosen);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("files");
        foreach (var (kind, path) in files.Names)
        {
            json.WriteString(kind, path);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProfilePattern(Utf8JsonWriter json, ProfilePattern pattern)
    {
        json.WriteStartObject();
        json.WriteString("role", pattern.Role switch { ProfileRole.TryHarder => "try-harder", _ => pattern.Role.ToString().ToLowerInvariant() });
        json.WritePropertyName("evidence");
        MineJson.WritePattern(json, pattern.Pattern);
        WriteRate(json, "won", pattern.Buys);
        WriteRate(json, "wonRest", pattern.BuysRest);
        WriteRate(json, "kept", pattern.Stays);
        WriteRate(json, "keptRest", pattern.StaysRest);
        WriteRate(json, "wonAndKept", pattern.WonAndKept);
        WriteRate(json, "wonAndKeptRest", pattern.WonAndKeptRest);
        MineJson.WriteNumber(json, "moreDealsNeeded", pattern.MoreDealsNeeded);
        json.WriteEndObject();
    }

    private static void WriteRate(Utf8JsonWriter json, string name, Core.Patterns.Rate? rate)
    {
        if (rate is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("n", rate.Rows);
        json.WriteNumber("positives", rate.Positives);
        json.WriteNumber("rate", rate.Value);
        json.WriteNumber("low", rate.Low);
        json.WriteNumber("high", rate.High);
        json.WriteEndObject();
    }

    private static void WriteOne(Utf8JsonWriter json, string name, ProfilePattern? pattern)
    {
        if (pattern is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WritePropertyName(name);
        WriteProfilePattern(json, pattern);
    }

    private static void WriteMany(Utf8JsonWriter json, string name, IReadOnlyList<ProfilePattern> patterns)
    {
        json.WriteStartArray(name);
        foreach (var pattern in patterns)
        {
            WriteProfilePattern(json, pattern);
        }

        json.WriteEndArray();
    }

    /// <summary>Adjacent companies, by what differs.</summary>
    private static void WriteGroup(Utf8JsonWriter json, string name, BuildResult built, AccountState state)
    {
        json.WriteStartArray(name);
        foreach (var group in built.Accounts.Where(account => account.State == state).GroupBy(account => string.Join(",", account.Differing.Concat(account.Unknown.Select(field => field + "?")))).OrderByDescending(group => group.Count()))
        {
            json.WriteStartObject();
            json.WriteString("differs", group.Key);
            json.WriteNumber("accounts", group.Count());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMarket(Utf8JsonWriter json, BuildResult built)
    {
        if (!built.Market.TryGet(out var market, out var reasons))
        {
            json.WriteStartObject("market");
            json.WriteNull("firms");
            json.WriteString("reason", reasons[0].Code);
            WriteWording(json, "text", reasons[0].Message);
            json.WriteEndObject();
            return;
        }

        json.WriteStartObject("market");
        json.WriteNumber("firms", market.Firms);
        json.WriteNumber("low", market.Low);
        json.WriteNumber("high", market.High);
        json.WriteNumber("year", market.Year);
        json.WriteString("source", market.Source);
        json.WriteBoolean("upperBoundOnly", market.UpperBoundOnly);
        json.WriteEndObject();
    }

    private static void WriteWording(Utf8JsonWriter json, string name, Wording wording)
    {
        json.WriteStartObject(name);
        json.WriteString("ko", wording.Ko);
        json.WriteString("en", wording.En);
        json.WriteEndObject();
    }

    public static string Name(AccountState state) => state.ToString().ToLowerInvariant();
}
