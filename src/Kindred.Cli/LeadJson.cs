using System.Globalization;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>Leads and receipts as JSON.</summary>
internal static class LeadJson
{
    public static void Head(Utf8JsonWriter json, LeadEntry lead, LeadReceipt receipt, ClassifiedAccount? standing, LeadProgress progress)
    {
        RowScore? shown = progress.IsBlind ? null : receipt.Score;
        json.WriteString("id", lead.Id);
        json.WriteString("name", lead.Name);
        json.WriteString("companyId", lead.CompanyId);
        json.WriteString("owner", lead.Owner);
        json.WriteString("createdOn", lead.CreatedOn is { } day ? Format.Date(day) : null);
        MineJson.WriteNumber(json, "score", shown?.Score);
        MineJson.WriteNumber(json, "expected", shown is null ? null : Math.Round(shown.Value.Expected, 4));
        MineJson.WriteNumber(json, "low", shown?.Low);
        MineJson.WriteNumber(json, "high", shown?.High);
        json.WriteNumber("cut", receipt.Cut);
        json.WriteString("state", shown is null ? "explore" : ScoreStates.Code(shown.Value.State));
        json.WriteStartObject("progress");
        json.WriteString("phase", progress.Phase.ToString().ToLowerInvariant());
        json.WriteString("by", progress.By);
        json.WriteString("since", progress.Since is { } since ? since.ToString("O", CultureInfo.InvariantCulture) : null);
        json.WriteString("reason", progress.Reason is { } reason ? PassReasons.Code(reason) : null);
        json.WriteEndObject();
        if (standing is not null)
        {
            json.WriteString("icp", WriteProfile.StateCode(standing.State));
            Words(json, "differs", standing.Differing);
            Words(json, "unknown", standing.Unknown);
        }
    }

    /// <summary>A lead that is judged blind: what is known and what to ask, nothing of points.</summary>
    public static void Blind(Utf8JsonWriter json, LeadReceipt receipt)
    {
        json.WriteStartArray("lines");
        foreach (var line in receipt.Lines.Where(line => !line.IsTogether))
        {
            json.WriteStartObject();
            json.WriteString("field", line.Field);
            Wording(json, "label", line.Label);
            Wording(json, "value", line.Value);
            json.WriteBoolean("isKnown", line.IsKnown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Wording(json, "sentence", LeadSentences.Blind);
    }

    /// <summary>Dated signals of the lead's company that still count, strongest first.</summary>
    public static void Signals(Utf8JsonWriter json, TriggerEvidence evidence)
    {
        json.WriteStartArray("signals");
        foreach (var (signal, strength) in evidence.Signals)
        {
            json.WriteStartObject();
            Wording(json, "kind", SignalKinds.Label(signal.Kind));
            json.WriteString("text", signal.Text);
            json.WriteString("on", Format.Date(signal.On));
            json.WriteString("amount", signal.Amount?.ToString());
            json.WriteString("source", signal.Source);
            json.WriteNumber("halfLifeDays", SignalKinds.HalfLifeDays(signal.Kind));
            json.WriteNumber("strength", Math.Round(strength, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
            if (line.Source is { } source)
            {
                Wording(json, "source", source);
            }

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
        Each(json, "notes", receipt.Notes);
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
