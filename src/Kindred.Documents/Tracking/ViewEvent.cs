namespace Kindred.Documents.Tracking;

/// <summary>Something a browser sent while a document was open. Unique by source and message id, for as long as it is kept.</summary>
/// <param name="Source">Who numbers the messages: "view".</param>
/// <param name="MessageId">Its id there: view, kind and number.</param>
/// <param name="View">Id of the view.</param>
/// <param name="Kind">beat, cta, download.</param>
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

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
