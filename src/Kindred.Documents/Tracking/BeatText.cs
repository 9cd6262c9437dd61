using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kindred.Documents.Tracking;

/// <summary>A beat as it lies in the store: the message without its token.</summary>
public static class BeatText
{
    /// <summary>Writes it.</summary>
    public static string Write(BeatMessage beat)
    {
        ArgumentNullException.ThrowIfNull(beat);
        var text = new StringBuilder(64).Append(CultureInfo.InvariantCulture, $"{{\"t\":{beat.ElapsedSeconds:R},\"n\":{beat.Inputs},\"e\":{(beat.IsEnd ? 1 : 0)},\"p\":[");
        for (var i = 0; i < beat.Pages.Count; i++)
        {
            var page = beat.Pages[i];
            text.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"[{page.Page},{page.Active:R},{page.Visible:R},{page.Uncertain:R}]");
        }

        return text.Append("]}").ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Beat Read(ViewEvent entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var json = JsonDocument.Parse(entry.Body);
        var root = json.RootElement;
        return new Beat(entry.Sequence, entry.At, root.GetProperty("t").GetDouble(), [.. root.GetProperty("p").EnumerateArray().Select(page => new BeatPage(page[0].GetInt32(), page[1].GetDouble(), page[2].GetDouble(), page[3].GetDouble()))], root.GetProperty("n").GetInt32(), root.GetProperty("e").GetInt32() != 0);
    }
}
