using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Leads;

namespace Kindred.Cli;

/// <summary>What the reasons to pass say, as JSON and in words.</summary>
internal static class FeedbackText
{
    private const int Shown = 10;

    public static void Json(Utf8JsonWriter json, PassFeedbackResult? feedback)
    {
        json.WriteStartArray("clauses");
        foreach (var clause in feedback?.Clauses ?? [])
        {
            json.WriteStartObject();
            json.WriteString("reason", PassReasons.Code(clause.Reason));
            json.WriteStartArray("fields");
            foreach (var field in clause.Fields)
            {
                json.WriteStringValue(field);
            }

            json.WriteEndArray();
            json.WriteNumber("corePassed", clause.Core.Passed);
            json.WriteNumber("core", clause.Core.Of);
            MineJson.WriteNumber(json, "low", double.IsFinite(clause.Low) ? clause.Low : null);
            MineJson.WriteNumber(json, "high", double.IsFinite(clause.High) ? clause.High : null);
            json.WriteNumber("othersPassed", clause.Others.Passed);
            json.WriteNumber("others", clause.Others.Of);
            json.WriteString("verdict", Code(clause.Verdict));
            LeadJson.Wording(json, "sentence", clause.Sentence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("duplicates");
        foreach (var lead in feedback?.Duplicates ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", lead.Lead);
            json.WriteString("name", lead.Name);
            json.WriteString("by", lead.By);
            json.WriteString("on", Format.Date(lead.On));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("returning");
        foreach (var lead in feedback?.Returning ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", lead.Lead);
            json.WriteString("name", lead.Name);
            json.WriteString("on", Format.Date(lead.On));
            json.WriteBoolean("isDue", lead.IsDue);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Text(TextWriter text, PassFeedbackResult? feedback, Language language)
    {
        var ko = language == Language.Korean;
        foreach (var clause in feedback?.Clauses ?? [])
        {
            text.WriteLine(clause.Sentence.In(language));
        }

        List(text, feedback?.Duplicates ?? [], ko ? "중복이라고 한 리드 (합칠지 확인해 주세요)" : "Called duplicates (to be matched)", lead => $"{lead.Lead}  {lead.Name}  {Format.Date(lead.On)}");
        List(text, feedback?.Returning ?? [], ko ? "시기가 되면 다시 올라올 리드" : "Coming back when their time has come", lead => $"{lead.Lead}  {lead.Name}  {Format.Date(lead.On)}{(lead.IsDue ? ko ? " (지금)" : " (now)" : "")}");
    }

    private static void List<T>(TextWriter text, IReadOnlyList<T> all, string title, Func<T, string> line)
    {
        if (all.Count == 0)
        {
            return;
        }

        text.WriteLine($"{title}: {Format.Grouped(all.Count)}");
        foreach (var one in all.Take(Shown))
        {
            text.WriteLine("  " + line(one));
        }
    }

    private static string Code(ClauseVerdict verdict) => verdict switch
    {
        ClauseVerdict.NotEnough => "not-enough",
        ClauseVerdict.Contradicted => "contradicted",
        ClauseVerdict.Agrees => "agrees",
        _ => "unclear",
    };
}
