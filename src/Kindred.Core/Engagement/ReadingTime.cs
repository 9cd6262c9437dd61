namespace Kindred.Core.Engagement;

/// <summary>How much of a time on a page was reading, where only the time between two clicks is known. A tab left open counts in such a time, so it is cut.</summary>
/// <remarks>
/// Up to <see cref="CapSeconds"/> it counts in full. Up to <see cref="LeftSeconds"/> the cap counts and the rest is uncertain: people think, answer the telephone and read on.
/// Longer, the tab was left open and nobody can say whether the page was read at all: everything is uncertain.
/// A visit of 31 + 42 + 23 + 27,624 seconds was open for 7 h 42 min and read for about 1 min 36 s.
/// </remarks>
public static class ReadingTime
{
    /// <summary>Most seconds one page can count for where nothing was measured.</summary>
    public const double CapSeconds = 120;

    /// <summary>Seconds from which a page counts as left: half an hour, the usual end of a web session.</summary>
    public const double LeftSeconds = 1800;

    /// <summary>Words a minute of silent reading (Brysbaert 2019: 238 for English prose; two Korean syllable blocks count as a word).</summary>
    public const double WordsPerMinute = 238;

    /// <summary>Seconds from which a page whose words nobody counted is taken for read.</summary>
    public const double LeastSeconds = 5;

    /// <summary>Splits an unmeasured time.</summary>
    /// <param name="seconds">Time between two clicks; below 0 or not finite counts as 0.</param>
    public static (double Active, double Uncertain) Unmeasured(double seconds) => seconds switch
    {
        > LeftSeconds => (0, double.IsFinite(seconds) ? seconds : 0),
        > CapSeconds => (CapSeconds, seconds - CapSeconds),
        > 0 => (seconds, 0),
        _ => (0, 0),
    };

    /// <summary>Whether a page was read, not skimmed: its reader stayed at least half as long as its words take; 5 s where nobody counted them.</summary>
    public static bool IsRead(PageReading page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.ActiveSeconds >= (page.Words > 0 ? page.Words / WordsPerMinute * 60 / 2 : LeastSeconds);
    }
}
