using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;

namespace Kindred.Cli;

/// <summary>Reading, engagement and campaigns as JSON.</summary>
internal static class ReadingJson
{
    /// <summary>n, hits, rate, low, high; rate is null without any.</summary>
    public static void Share(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("n", share.N);
        json.WriteNumber("hits", share.Hits);
        MineJson.WriteNumber(json, "rate", share.Rate is { } rate ? Math.Round(rate, 4) : null);
        json.WriteNumber("low", Math.Round(share.Low, 4));
        json.WriteNumber("high", Math.Round(share.High, 4));
        json.WriteEndObject();
    }

    public static void Figures(Utf8JsonWriter json, GroupFigures figures)
    {
        json.WriteNumber("readers", figures.Readers);
        json.WriteNumber("visits", figures.Visits);
        json.WriteNumber("medianSeconds", Math.Round(figures.MedianSeconds, 1));
        json.WriteNumber("medianPages", figures.MedianPages);
        Share(json, "cta", figures.Cta);
        Share(json, "met", figures.Met);
        Share(json, "won", figures.Won);
    }

    public static void Cells(Utf8JsonWriter json, string name, IReadOnlyList<ReadingCell> cells)
    {
        json.WriteStartArray(name);
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteString("group", cell.Group.Code);
            json.WriteString("column", cell.Column);
            Figures(json, cell.Figures);
            Share(json, "others", cell.Others);
            Share(json, "rest", cell.Rest);
            MineJson.WriteNumber(json, "adjustedP", cell.AdjustedP);
            json.WriteString("verdict", Verdict(cell.Verdict));
            LeadJson.Wording(json, "words", cell.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Study(Utf8JsonWriter json, ReadingStudy study, RisingStudy rising)
    {
        json.WriteStartObject();
        json.WriteStartObject("visits");
        json.WriteNumber("human", study.Visits.Human);
        json.WriteNumber("scanner", study.Visits.Scanner);
        json.WriteNumber("unknown", study.Visits.Unknown);
        json.WriteNumber("ours", study.Visits.Ours);
        json.WriteEndObject();
        json.WriteStartObject("filter");
        json.WriteString("state", study.Filter.State is { } state ? WriteProfile.StateCode(state) : null);
        json.WriteString("industry", study.Filter.Sector);
        json.WriteString("job", study.Filter.Group?.Code);
        json.WriteEndObject();
        json.WriteStartObject("all");
        Figures(json, study.All);
        json.WriteEndObject();
        Cells(json, "byDocument", study.ByDocument);
        Cells(json, "byState", study.ByState);
        Cells(json, "byIndustry", study.BySector);
        json.WriteStartArray("tags");
        foreach (var tag in study.Tags)
        {
            json.WriteStartObject();
            json.WriteString("group", tag.Group.Code);
            json.WriteString("tag", tag.Tag);
            json.WriteNumber("secondsShare", Math.Round(tag.SecondsShare, 4));
            Share(json, "read", tag.Read);
            Share(json, "others", tag.Others);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("customers");
        foreach (var reading in study.Customers)
        {
            json.WriteStartObject();
            json.WriteString("tag", reading.Tag);
            Share(json, "customers", reading.Customers);
            Share(json, "others", reading.Others);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("rising");
        json.WriteNumber("months", rising.Months);
        json.WriteNumber("need", rising.Need);
        json.WriteStartArray("groups");
        foreach (var group in rising.Rising)
        {
            json.WriteStartObject();
            json.WriteString("industry", group.Sector.Word);
            json.WriteString("job", group.Job.ToString().ToLowerInvariant());
            json.WriteNumber("now", group.Now);
            json.WriteNumber("usual", Math.Round(group.Usual, 2));
            json.WriteNumber("usualHigh", group.UsualHigh);
            json.WriteNumber("adjustedP", group.AdjustedP);
            LeadJson.Wording(json, "reason", group.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Document(Utf8JsonWriter json, DocumentStudy study)
    {
        json.WriteStartObject();
        json.WriteString("document", study.Document);
        json.WriteString("title", study.Title);
        json.WriteString("type", study.Type.ToString().ToLowerInvariant());
        json.WriteNumber("pageCount", study.PageCount);
        json.WriteNumber("visits", study.Visits);
        json.WriteNumber("readers", study.Readers);
        json.WriteNumber("scanners", study.Scanners);
        json.WriteNumber("unknown", study.Unknown);
        json.WriteNumber("ours", study.Ours);
        json.WriteNumber("medianSeconds", Math.Round(study.MedianSeconds, 1));
        json.WriteNumber("medianOpenSeconds", Math.Round(study.MedianOpenSeconds, 1));
        MineJson.WriteNumber(json, "readShare", study.ReadShare);
        MineJson.WriteNumber(json, "skimmedShare", study.SkimmedShare);
        Share(json, "finished", study.Finished);
        Share(json, "cta", study.Cta);
        json.WriteNumber("mayBeForwarded", study.MayBeForwarded);
        json.WriteBoolean("isMeasured", study.IsMeasured);
        json.WriteStartArray("pages");
        foreach (var page in study.Pages)
        {
            json.WriteStartObject();
            json.WriteNumber("page", page.Page);
            json.WriteString("tag", page.Tag);
            Share(json, "reached", page.Reached);
            Share(json, "opened", page.Opened);
            Share(json, "read", page.Read);
            MineJson.WriteNumber(json, "medianSeconds", page.MedianSeconds);
            Share(json, "endedHere", page.EndedHere);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Receipt(Utf8JsonWriter json, string lead, EngagementReceipt receipt)
    {
        json.WriteStartObject();
        json.WriteString("lead", lead);
        json.WriteNumber("engagement", receipt.Score);
        Lines("lines", receipt.Lines);
        Lines("withheld", receipt.Withheld);
        json.WriteEndObject();

        void Lines(string name, IReadOnlyList<EngagementLine> lines)
        {
            json.WriteStartArray(name);
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("kind", line.Kind?.ToString().ToLowerInvariant() ?? "cap");
                LeadJson.Wording(json, "label", line.Label);
                json.WriteString("email", line.Email);
                json.WriteString("on", line.On is { } on ? Format.Date(on) : null);
                json.WriteNumber("full", Math.Round(line.Full, 4));
                json.WriteNumber("strength", Math.Round(line.Strength, 4));
                json.WriteNumber("points", line.Points);
                if (line.Note is { } note)
                {
                    LeadJson.Wording(json, "note", note);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    public static string Verdict(CellVerdict verdict) => verdict switch
    {
        CellVerdict.More => "more",
        CellVerdict.Less => "less",
        CellVerdict.NoDifference => "no-difference",
        _ => "too-few",
    };
}
