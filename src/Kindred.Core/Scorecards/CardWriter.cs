using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>Writes card.json.</summary>
internal static class CardWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static string Text(Scorecard card)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Write(json, card);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter json, Scorecard card)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Scorecard.Schema);
        json.WriteString("name", card.Name);
        json.WriteNumber("version", card.Version);
        json.WriteString("mode", CardWords.Of(card.Mode));
        json.WriteString("state", CardWords.Of(card.State));
        Wording(json, "outcome", card.Outcome);
        json.WriteNumber("cut", card.Cut);
        json.WriteNumber("rows", card.Rows);
        json.WriteNumber("positives", card.Positives);
        json.WriteString("learnedOn", Format.Date(card.LearnedOn));
        json.WriteNumber("seed", card.Seed);
        json.WriteStartArray("attributes");
        foreach (var attribute in card.Attributes)
        {
            Attribute(json, attribute);
        }

        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (var line in card.Lines)
        {
            Line(json, line);
        }

        json.WriteEndArray();
        Calibration(json, card.Calibration);
        json.WriteEndObject();
    }

    private static void Attribute(Utf8JsonWriter json, CardAttribute attribute)
    {
        json.WriteStartObject();
        json.WriteString("field", attribute.Field);
        Wording(json, "label", attribute.Label);
        Category(json, attribute.Category);
        json.WriteString("values", attribute.IsNumber ? "number" : "word");
        json.WriteString("direction", CardWords.Word(CardWords.Directions, attribute.Direction));
        Wording(json, "question", attribute.Question);
        json.WriteStartArray("bins");
        foreach (var bin in attribute.Bins)
        {
            json.WriteStartObject();
            json.WriteString("kind", CardWords.Word(CardWords.Kinds, bin.Kind));
            if (bin.Condition is { } condition)
            {
                Compare(json, condition);
            }

            json.WriteNumber("points", bin.Points);
            json.WriteNumber("rows", bin.Rows);
            json.WriteNumber("positives", bin.Positives);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, CardLine line)
    {
        json.WriteStartObject();
        json.WriteStartArray("conditions");
        foreach (var condition in line.Conditions.Conditions)
        {
            json.WriteStartObject();
            json.WriteString("field", condition.Field);
            Compare(json, condition);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("isAbsence", line.IsAbsence);
        json.WriteNumber("points", line.Points);
        Category(json, line.Category);
        json.WriteNumber("chiSquared", line.ChiSquared);
        json.WriteNumber("confirmedP", line.ConfirmedP);
        json.WriteNumber("rows", line.Rows);
        json.WriteNumber("positives", line.Positives);
        json.WriteEndObject();
    }

    private static void Compare(Utf8JsonWriter json, Condition condition)
    {
        json.WriteString("op", condition.OpText);
        if (condition.Op == ConditionOp.Interval)
        {
            End(json, "above", condition.Above);
            End(json, "upTo", condition.UpTo);
            return;
        }

        json.WriteStartArray("words");
        foreach (var word in condition.Values)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }

    private static void End(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsInfinity(value))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, value);
        }
    }

    private static void Calibration(Utf8JsonWriter json, CardCalibration? calibration)
    {
        if (calibration is null)
        {
            json.WriteNull("calibration");
            return;
        }

        json.WriteStartObject("calibration");
        json.WriteString("method", calibration.Method);
        Numbers(json, "probability", calibration.Probability);
        Numbers(json, "low", calibration.Low);
        Numbers(json, "high", calibration.High);
        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static void Category(Utf8JsonWriter json, CardCategory? category)
    {
        if (category is { } known)
        {
            json.WriteString("category", CardWords.Of(known));
        }
        else
        {
            json.WriteNull("category");
        }
    }

    private static void Wording(Utf8JsonWriter json, string name, Wording? wording)
    {
        if (wording is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("ko", wording.Ko);
        json.WriteString("en", wording.En);
        json.WriteEndObject();
    }
}
