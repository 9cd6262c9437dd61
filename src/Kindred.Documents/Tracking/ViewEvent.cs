using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Kindred.Documents.Tracking;

/// <summary>Something a browser sent while a document was open. Unique by source and message id, for as long as it is kept.</summary>
/// <param name="Source">Who numbers the messages: "view".</param>
/// <param name="MessageId">Its id there: view, kind and number.</param>
/// <param name="View">Id of the view.</param>
/// <param name="Kind">beat, cta, download, say.</param>
/// <param name="Sequence">Number within the view.</param>
/// <param name="At">When it arrived, by our clock.</param>
/// <param name="Body">What it said, as JSON.</param>
public sealed record ViewEvent(string Source, string MessageId, string View, string Kind, int Sequence, DateTimeOffset At, string Body)
{
    /// <summary>A beat as it is kept.</summary>
    public static ViewEvent Of(string view, BeatMessage beat, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(beat);
        return new ViewEvent("view", view + ":b" + Number(beat.Sequence), view, "beat", beat.Sequence, at, BeatText.Write(beat));
    }

    /// <summary>A click or a download.</summary>
    public static ViewEvent Of(string view, string kind, DateTimeOffset at) => new("view", view + ":" + kind, view, kind, 0, at, "{}");

    /// <summary>A few words a reader left; the same words twice are one message.</summary>
    /// <param name="view">Id of the view.</param>
    /// <param name="text">The words.</param>
    /// <param name="email">Address given with them, or null.</param>
    /// <param name="at">When.</param>
    public static ViewEvent Said(string view, string text, string? email, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = JsonSerializer.Serialize(new ReaderWords(text, email));
        return new ViewEvent("view", view + ":say:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))[..16], view, "say", 0, at, body);
    }

    /// <summary>What a reader left; null for other events.</summary>
    public ReaderWords? Words => Kind == "say" ? JsonSerializer.Deserialize<ReaderWords>(Body) : null;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A few words a reader left in the form at the end.</summary>
/// <param name="Text">The words.</param>
/// <param name="Email">Address given with them, or null.</param>
public sealed record ReaderWords(string Text, string? Email);
