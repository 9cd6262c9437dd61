using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>Leads and receipts as JSON.</summary>
internal static class LeadJson
{
    public static void Head(Utf8JsonWriter json, LeadEntry lead, LeadReceipt receipt, ClassifiedAccount? standing)
    {
        json.WriteString("id", lead.Id);
        json.WriteString("name", lead.Name);
        json.WriteString("companyId", lead.CompanyId);
        json.WriteString("owner", lead.Owner);
        json.WriteString("createdOn", lead.CreatedOn is { } day ? Format.Date(day) : null);
        json.WriteNumber("score", receipt.Score.Score);
        json.WriteNumber("expected", Math.Round(receipt.Score.Expected, 4));
        json.WriteNumber("low", receipt.Score.Low);
        json.WriteNumber("high", receipt.Score.High);
        json.WriteNumber("cut", receipt.Cut);
        json.WriteString("state", ScoreStates.Code(receipt.Score.State));
        if (standing is not null)
        {
            json.WriteString("icp", WriteProfile.StateCode(standing.State));
            Words(json, "differs", standing.Differing);
            Words(json, "unknown", standing.Unknown);
        }
    }

    public static void Receipt(Utf8JsonWriter json, LeadReceipt receipt)
    {
        if (receipt.Probability is { } probability)
        {
            json.WriteStartObject("probability");
            json.WriteNumber("value", probability.Value);
            json.WriteNumber("low", probability.Low);
            json.WriteNumber("high", probability.High);
            json.WriteEndObject();
        }

        json.WriteNumber("total", receipt.Total);
        json.WriteStartArray("lines");
        foreach (var line in receipt.Lines)
        {
            json.WriteStartObject();
            json.WriteString("field", line.Field);
            Wording(json, "label", line.Label);
            Wording(json, "value", line.Value);
            json.WriteBoolean("isKnown", line.IsKnown);
            json.WriteBoolean("isTogether", line.IsTogether);
            json.WriteNumber("points", line.Points);
            json.WriteNumber("maxPoints", line.MaxPoints);
            json.WriteNumber("rows", line.Rows);
            json.WriteNumber("positives", line.Positives);
            json.WriteString("category", line.Category is { } category ? CardWords.Of(category) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("questions");
        foreach (var question in receipt.Questions)
        {
            json.WriteStartObject();
            json.WriteString("field", question.Field);
            Wording(json, "text", question.Text);
            json.WriteNumber("decisionChange", Math.Round(question.DecisionChange, 4));
            json.WriteNumber("scoreChange", Math.Round(question.ScoreChange, 4));
            json.WriteStartArray("answers");
            foreach (var answer in question.Answers)
            {
                json.WriteStartObject();
                Wording(json, "value", answer.Value);
                json.WriteNumber("share", Math.Round(answer.Share, 4));
                json.WriteNumber("expected", Math.Round(answer.Expected, 4));
                json.WriteBoolean("reaches", answer.Reaches);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("change");
        foreach (var step in receipt.Change?.Steps ?? [])
        {
            Wording(json, null, step);
        }

        json.WriteEndArray();
        Each(json, "for", receipt.For);
        Each(json, "against", receipt.Against);
        Wording(json, "sentence", receipt.Sentence);
        if (receipt.Ask is { } ask)
        {
            Wording(json, "ask", ask);
        }
    }

    public static void Wording(Utf8JsonWriter json, string? name, Wording wording)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteString("ko", wording.Ko);
        json.WriteString("en", wording.En);
        json.WriteEndObject();
    }

    private static void Each(Utf8JsonWriter json, string name, IReadOnlyList<Wording> all)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            Wording(json, null, one);
        }

        json.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words)
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
    }
}
