using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Cli;

/// <summary>The JSON of <c>kindred segments</c>. Amounts are minor units of one currency.</summary>
internal static class SegmentsJson
{
    public static void Write(Utf8JsonWriter json, SegmentStudy study)
    {
        json.WriteStartObject();
        json.WriteString("asOf", Format.Date(study.AsOf));
        json.WriteString("currency", study.Currency);
        json.WriteNumber("months", study.Months.Months);
        json.WriteBoolean("fromInvoices", study.Months.IsFromInvoices);
        json.WriteStartArray("by");
        foreach (var field in study.Fields)
        {
            json.WriteStringValue(field.Id);
        }

        json.WriteEndArray();
        json.WritePropertyName("overall");
        Row(json, study.Overall);
        json.WriteStartArray("segments");
        foreach (var row in study.Segments)
        {
            Row(json, row);
        }

        json.WriteEndArray();
        Movements(json, study.Overall.Movements);
        Traits(json, study.Traits);
        json.WritePropertyName("misfitSupport");
        Figure(json, study.MisfitSupport, SegmentLabels.Of(SegmentMeasure.SupportShare).Code);
        MineJson.WriteNumber(json, "misfitCustomers", study.MisfitCustomers);
        json.WriteString("keyFeature", study.KeyFeature);
        json.WriteStartArray("notes");
        foreach (var note in study.Notes)
        {
            json.WriteStartObject();
            json.WriteString("code", note.Code);
            json.WriteString("subject", note.Subject);
            json.WriteNumber("count", note.Count);
            json.WriteNumber("total", note.Total);
            LeadJson.Wording(json, "text", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var assumption in study.Assumptions)
        {
            json.WriteStartObject();
            json.WriteString("ko", assumption.Ko);
            json.WriteString("en", assumption.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Row(Utf8JsonWriter json, SegmentRow row)
    {
        json.WriteStartObject();
        json.WriteStartArray("keys");
        foreach (var key in row.Keys)
        {
            json.WriteStringValue(key.Code);
        }

        json.WriteEndArray();
        LeadJson.Wording(json, "name", row.Name);
        json.WriteBoolean("pooled", row.IsPooled);
        json.WriteString("verdict", Code(row.Verdict));
        LeadJson.Wording(json, "reason", row.Reason);
        if (row.Consistency is { } consistency)
        {
            LeadJson.Wording(json, "consistency", consistency);
        }
        else
        {
            json.WriteNull("consistency");
        }

        json.WriteStartArray("figures");
        foreach (var figure in row.Figures)
        {
            Figure(json, figure, SegmentLabels.Of(figure.Measure).Code);
        }

        json.WriteEndArray();
        if (row.AgainstRest is { } test)
        {
            json.WriteStartObject("againstRest");
            json.WriteNumber("chisq", test.ChiSquared);
            json.WriteNumber("df", test.Degrees);
            json.WriteNumber("p", test.P);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("againstRest");
        }

        json.WriteStartArray("checks");
        foreach (var check in row.Checks)
        {
            json.WriteStartObject();
            json.WriteString("target", check.Target.Id);
            MineJson.WriteNumber(json, "value", check.Value);
            if (check.IsMet is { } met)
            {
                json.WriteBoolean("met", met);
            }
            else
            {
                json.WriteNull("met");
            }

            json.WriteBoolean("sure", check.IsSure);
            json.WriteString("source", check.Target.Source);
            json.WriteNumber("year", check.Target.Year);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, SegmentFigure figure, string code)
    {
        json.WriteStartObject();
        json.WriteString("id", code);
        MineJson.WriteNumber(json, "value", figure.Value);
        MineJson.WriteNumber(json, "low", figure.Low);
        MineJson.WriteNumber(json, "high", figure.High);
        json.WriteNumber("n", figure.N);
        MineJson.WriteNumber(json, "observed", figure.Observed);
        json.WriteBoolean("pooled", figure.IsPooled);
        MineJson.WriteNumber(json, "need", figure.Need);
        if (figure.Why is { } why)
        {
            LeadJson.Wording(json, "why", why);
        }
        else
        {
            json.WriteNull("why");
        }

        json.WriteEndObject();
    }

    private static void Movements(Utf8JsonWriter json, IReadOnlyList<MrrMovement> movements)
    {
        json.WriteStartArray("movements");
        foreach (var month in movements)
        {
            json.WriteStartObject();
            json.WriteString("month", Format.Date(month.Month)[..7]);
            json.WriteNumber("opening", month.Opening);
            json.WriteNumber("new", month.New);
            json.WriteNumber("reactivation", month.Reactivation);
            json.WriteNumber("expansion", month.Expansion);
            json.WriteNumber("contraction", month.Contraction);
            json.WriteNumber("churn", month.Churn);
            json.WriteNumber("closing", month.Closing);
            json.WriteNumber("customers", month.Customers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Traits(Utf8JsonWriter json, Result<TraitModel> traits)
    {
        json.WriteStartObject("traits");
        if (traits.TryGet(out var model, out var reasons))
        {
            json.WriteNumber("n", model.N);
            json.WriteNumber("events", model.Events);
            json.WriteNumber("p", model.P);
            json.WriteStartArray("ratios");
            foreach (var ratio in model.Ratios)
            {
                json.WriteStartObject();
                json.WriteString("id", ratio.Id);
                LeadJson.Wording(json, "label", ratio.Label);
                MineJson.WriteNumber(json, "hr", ratio.HazardRatio);
                MineJson.WriteNumber(json, "low", ratio.Low);
                MineJson.WriteNumber(json, "high", ratio.High);
                MineJson.WriteNumber(json, "p", ratio.P);
                json.WriteNumber("n", ratio.N);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
        else
        {
            LeadJson.Wording(json, "why", reasons[0].Message);
        }

        json.WriteEndObject();
    }

    public static string Code(SegmentVerdict verdict) => verdict switch
    {
        SegmentVerdict.CannotTell => "cannot-tell",
        SegmentVerdict.Keep => "keep",
        SegmentVerdict.LookCloser => "look-closer",
        SegmentVerdict.Test => "test",
        _ => "stop-and-ask",
    };
}
