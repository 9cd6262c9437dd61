using System.Text.Json;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Patterns;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Cli;

/// <summary>The JSON that others script against.</summary>
internal static class MineJson
{
    public static void Write(Utf8JsonWriter json, MineResult mined, Language language)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", mined.Rows);
        json.WriteNumber("positives", mined.Positives);
        json.WriteNumber("baseRate", mined.BaseRate);
        json.WriteString("quality", mined.Proof is null ? Name(mined.Quality) : "chi2");
        json.WriteString("verdict", Name(mined.Verdict));
        WritePower(json, mined.Proof?.Power);
        WriteFields(json, "dropped", mined.Screening.Dropped, language);
        WriteFields(json, "leakage", mined.Screening.Leakage, language);
        WriteFields(json, "suspects", mined.Screening.Suspects, language);
        json.WriteStartArray("patterns");
        foreach (var pattern in mined.Patterns)
        {
            WritePattern(json, pattern);
        }

        json.WriteEndArray();
        json.WriteNumber("elapsedMs", Math.Round(mined.Elapsed.TotalMilliseconds, 3));
        json.WriteEndObject();
    }

    public static void WritePower(Utf8JsonWriter json, IReadOnlyList<FindableUplift>? power)
    {
        if (power is null)
        {
            json.WriteNull("power");
            return;
        }

        json.WriteStartArray("power");
        foreach (var at in power)
        {
            json.WriteStartObject();
            json.WriteNumber("coverage", at.Coverage);
            WriteNumber(json, "smallestUplift", at.Uplift);
            WriteNumber(json, "smallestLift", at.Lift);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteFields(Utf8JsonWriter json, string name, IReadOnlyList<DroppedField> fields, Language language)
    {
        json.WriteStartArray(name);
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Field);
            json.WriteString("reason", field.Reason.Code);
            json.WriteString("text", field.Reason.Message.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WritePattern(Utf8JsonWriter json, Pattern pattern)
    {
        json.WriteStartObject();
        WriteConditions(json, "conditions", pattern.Conditions);
        json.WriteNumber("n", pattern.Raw.Rows);
        json.WriteNumber("positives", pattern.Raw.Positives);
        json.WriteNumber("rawRate", pattern.Raw.Value);
        json.WriteNumber("rawLow", pattern.Raw.Low);
        json.WriteNumber("rawHigh", pattern.Raw.High);
        WriteNumber(json, "honestRate", pattern.Honest?.Value);
        WriteNumber(json, "honestLow", pattern.Honest?.Low);
        WriteNumber(json, "honestHigh", pattern.Honest?.High);
        WriteNumber(json, "lift", pattern.Lift);
        json.WriteNumber("quality", pattern.Quality);
        json.WriteNumber("p", pattern.P);
        WriteNumber(json, "adjustedP", pattern.Proof?.AdjustedP);
        json.WriteString("status", pattern.Proof is null ? null : Name(pattern.Proof.Status));
        WriteNumber(json, "stability", pattern.Proof?.Stability);
        json.WriteStartArray("equivalents");
        foreach (var equivalent in pattern.Proof?.Equivalents ?? [])
        {
            WriteConditions(json, null, equivalent);
        }

        json.WriteEndArray();
        json.WriteString("direction", pattern.IsHigher ? "higher" : "lower");
        WriteNumber(json, "foldsFound", pattern.Proof?.FoldsFound);
        json.WriteEndObject();
    }

    public static void WriteConditions(Utf8JsonWriter json, string? name, Conjunction conjunction)
    {
        if (name is null)
        {
            json.WriteStartArray();
        }
        else
        {
            json.WriteStartArray(name);
        }

        foreach (var condition in conjunction.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("field", condition.Field);
            json.WriteString("op", condition.OpText);
            if (condition.Op is ConditionOp.OneOf or ConditionOp.HasAny)
            {
                json.WriteStartArray("value");
                foreach (var value in condition.Values)
                {
                    json.WriteStringValue(value);
                }

                json.WriteEndArray();
            }
            else
            {
                json.WriteString("value", condition.ValueText);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static string Name(SubgroupQualityName quality) => quality switch
    {
        SubgroupQualityName.Wracc => "wracc",
        SubgroupQualityName.Chi2 => "chi2",
        SubgroupQualityName.Binom => "binom",
        SubgroupQualityName.Lift => "lift",
        _ => "odds",
    };

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Proven => "proven",
        Verdict.Hypotheses => "hypotheses",
        Verdict.Insufficient => "insufficient",
        _ => "no-pattern",
    };

    public static string Name(PatternStatus status) => status switch
    {
        PatternStatus.Proven => "proven",
        PatternStatus.Promising => "promising",
        _ => "hypothesis",
    };
}
