using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>The JSON of <c>scorecard learn</c> that others script against.</summary>
internal static class ScorecardJson
{
    public static void Write(Utf8JsonWriter json, LearnedScorecards learned, Sufficiency? sufficiency, Language language)
    {
        json.WriteStartObject();
        json.WriteNumber("rows", learned.Rows);
        json.WriteNumber("positives", learned.Positives);
        MineJson.WriteFields(json, "leakage", learned.Screening.Leakage, language);
        MineJson.WriteFields(json, "dropped", learned.Screening.Dropped, language);
        MineJson.WriteFields(json, "leftOut", learned.LeftOut, language);
        json.WriteStartArray("modes");
        foreach (var mode in learned.Modes.Where(mode => mode.Card is not null))
        {
            json.WriteStartObject();
            json.WriteString("mode", Name(mode.Mode));
            json.WriteNumber("attributes", mode.Card!.Attributes.Count);
            json.WriteNumber("lines", mode.Card.Lines.Count);
            if (mode.Quality is { } quality)
            {
                WriteQuality(json, quality);
            }

            json.WriteNumber("dataShare", mode.DataShare);
            if (mode.RandomFolds is { } random)
            {
                json.WriteStartObject("randomFolds");
                WriteQuality(json, random);
                json.WriteEndObject();
            }

            MineJson.WriteNumber(json, "drift", mode.Drift);
            json.WriteNumber("elapsedMs", Math.Round(mode.Elapsed.TotalMilliseconds, 1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("refused");
        foreach (var mode in learned.Modes.Where(mode => mode.Refused is not null))
        {
            json.WriteStartObject();
            json.WriteString("mode", Name(mode.Mode));
            json.WriteString("reason", mode.Refused!.Code);
            json.WriteString("text", mode.Refused.Message.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        MineJson.WriteNumber(json, "capsCost", learned.CapsCost);
        WriteSufficiency(json, sufficiency, language);
        json.WritePropertyName("card");
        json.WriteRawValue(CardFile.ToJson(learned.Best!.Card!));
        json.WriteEndObject();
    }

    /// <summary>The sufficiency meter, or null.</summary>
    public static void WriteSufficiency(Utf8JsonWriter json, Sufficiency? sufficiency, Language language)
    {
        if (sufficiency is null)
        {
            json.WriteNull("sufficiency");
            return;
        }

        json.WriteStartObject("sufficiency");
        json.WriteNumber("share", sufficiency.Share);
        json.WriteNumber("positives", sufficiency.Positives);
        json.WriteNumber("negatives", sufficiency.Negatives);
        MineJson.WriteNumber(json, "nextShare", sufficiency.NextShare);
        MineJson.WriteNumber(json, "nextOutcomes", sufficiency.NextOutcomes);
        MineJson.WriteNumber(json, "more", sufficiency.More);
        json.WriteString("text", sufficiency.Text.In(language));
        json.WriteEndObject();
    }

    public static string Name(ScorecardMode mode) => mode switch
    {
        ScorecardMode.Template => "template",
        ScorecardMode.Capped => "capped",
        _ => "free",
    };

    public static void WriteQuality(Utf8JsonWriter json, ScorecardQuality quality)
    {
        json.WriteNumber("auc", quality.Auc);
        json.WriteNumber("aucLow", quality.AucLow);
        json.WriteNumber("aucHigh", quality.AucHigh);
        json.WriteNumber("aucWithoutLines", quality.AucWithoutLines);
        json.WriteNumber("logLoss", quality.LogLoss);
        json.WriteNumber("brier", quality.Brier);
        json.WriteNumber("calibrationSlope", quality.CalibrationSlope);
        json.WriteNumber("slopeLow", quality.SlopeLow);
        json.WriteNumber("slopeHigh", quality.SlopeHigh);
        json.WriteNumber("ece", quality.Ece);
        json.WriteNumber("eceLimit", quality.EceLimit);
        json.WriteNumber("rows", quality.Rows);
        json.WriteNumber("positives", quality.Positives);
    }
}
