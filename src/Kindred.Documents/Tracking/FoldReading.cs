using Kindred.Core.Engagement;

namespace Kindred.Documents.Tracking;

/// <summary>From beats to seconds read per page. Depends on which beats there are, not on the order they came in, and never credits more than our own clock saw pass.</summary>
/// <remarks>Beats are taken by number, each once. What a beat claims is cut to (a) the browser's own time since the beat before it and (b) what is left of our time between the start of the view and the beat's arrival, less what earlier beats were credited. Beats that waited while the browser was offline arrive late and so fit. A view that ended without goodbye gets half an interval more on the page last read: the tab was killed somewhere between two beats.</remarks>
public static class FoldReading
{
    /// <summary>Slack between two clocks, in seconds, once a view.</summary>
    public const double Slack = 2;

    /// <summary>Most seconds a view is credited beyond the time it was open: the slack, and half an interval where it ended without goodbye.</summary>
    public const double MostBeyond = Slack + (Beat.IntervalSeconds / 2);

    /// <summary>Seconds by page.</summary>
    /// <param name="startedAt">When the view started, by our clock.</param>
    /// <param name="beats">Its beats in any order; of several with one number the first counts.</param>
    public static FoldedReading Of(DateTimeOffset startedAt, IEnumerable<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        var pages = new SortedDictionary<int, (double Active, double Visible, double Uncertain)>();
        var (credited, before, inputs, last) = (0.0, 0.0, 0, (Beat?)null);
        foreach (var beat in beats.GroupBy(beat => beat.Sequence).OrderBy(group => group.Key).Select(group => group.MinBy(beat => beat.ReceivedAt)!))
        {
            var claimed = beat.Pages.Sum(page => page.Visible + page.Uncertain);
            var byBrowser = Math.Max(0, beat.ElapsedSeconds - before) + (Slack / 4);
            var byUs = Math.Max(0, (beat.ReceivedAt - startedAt).TotalSeconds + Slack - credited);
            var share = claimed > 0 ? Math.Min(1, Math.Min(byBrowser, byUs) / claimed) : 0;
            foreach (var page in beat.Pages)
            {
                var so = pages.GetValueOrDefault(page.Page);
                pages[page.Page] = (so.Active + (page.Active * share), so.Visible + (page.Visible * share), so.Uncertain + (page.Uncertain * share));
            }

            credited += claimed * share;
            before = Math.Max(before, beat.ElapsedSeconds);
            inputs += beat.Inputs;
            last = beat;
        }

        if (last is { IsEnd: false } && last.Pages.MaxBy(page => page.Active) is { Active: > 0 } reading)
        {
            var so = pages[reading.Page];
            const double half = Beat.IntervalSeconds / 2;
            pages[reading.Page] = (so.Active + half, so.Visible + half, so.Uncertain);
        }

        return new FoldedReading([.. pages.Select(entry => new BeatPage(entry.Key, entry.Value.Active, entry.Value.Visible, entry.Value.Uncertain))], inputs, last is null ? 0 : Math.Max(0, (last.ReceivedAt - startedAt).TotalSeconds), last?.IsEnd == true);
    }

    /// <summary>With what is known of the pages.</summary>
    public static IReadOnlyList<PageReading> Pages(FoldedReading reading, IReadOnlyList<string> tags, IReadOnlyList<int> words)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(words);
        return [.. reading.Pages.Select(page => new PageReading(page.Page, page.Page <= tags.Count && tags[page.Page - 1].Length > 0 ? tags[page.Page - 1] : null, page.Page <= words.Count ? words[page.Page - 1] : 0, page.Active, page.Visible, page.Uncertain))];
    }
}

/// <summary>What a view's beats come to.</summary>
/// <param name="Pages">Seconds by page, in page order.</param>
/// <param name="Inputs">Inputs a person made.</param>
/// <param name="OpenSeconds">From the start to the last beat, by our clock.</param>
/// <param name="SaidGoodbye">Whether the page was left in good order.</param>
public sealed record FoldedReading(IReadOnlyList<BeatPage> Pages, int Inputs, double OpenSeconds, bool SaidGoodbye)
{
    /// <summary>Seconds read.</summary>
    public double ActiveSeconds => Pages.Sum(page => page.Active);
}
