namespace Kindred.Documents.Tracking;

/// <summary>What a browser says it saw since its last beat. Numbered and kept once; how much of it is credited is decided when it is read.</summary>
/// <param name="Sequence">1, 2, 3 … within the view.</param>
/// <param name="ReceivedAt">By our clock.</param>
/// <param name="ElapsedSeconds">Since the view started, by the browser's steady clock.</param>
/// <param name="Pages">Seconds by page.</param>
/// <param name="Inputs">Moves, touches, keys and scrolls that a person made (trusted events) since the last beat.</param>
/// <param name="IsEnd">Whether the page said goodbye (hidden or closed).</param>
public sealed record Beat(int Sequence, DateTimeOffset ReceivedAt, double ElapsedSeconds, IReadOnlyList<BeatPage> Pages, int Inputs, bool IsEnd)
{
    /// <summary>Seconds between beats while somebody reads. Shorter than the 5 s of other tools: what a killed tab takes with it is at most this.</summary>
    public const double IntervalSeconds = 2.5;

    /// <summary>Pages one beat may name.</summary>
    public const int MostPages = 40;

    /// <summary>Longest body in bytes.</summary>
    public const int MostBytes = 4_096;
}

/// <summary>Seconds of one page in one beat.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Active">In view, focus, input within 30 s; shared by area with other pages in view.</param>
/// <param name="Visible">In view, active ones included.</param>
/// <param name="Uncertain">Nobody can vouch for (the clock jumped).</param>
public sealed record BeatPage(int Page, double Active, double Visible, double Uncertain);
