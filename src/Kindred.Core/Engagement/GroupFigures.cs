namespace Kindred.Core.Engagement;

/// <summary>What a set of readers did with a set of documents, and what became of them.</summary>
/// <param name="Readers">People.</param>
/// <param name="Visits">Their visits that count.</param>
/// <param name="MedianSeconds">Median reading time a reader, over those visits.</param>
/// <param name="MedianPages">Median pages opened a visit.</param>
/// <param name="Cta">Visits that followed the call to action, of those that had one.</param>
/// <param name="Met">Readers with a meeting within 21 days, of those whose 21 days are over.</param>
/// <param name="Won">New-business deals won, of those closed at their companies after they first read.</param>
public sealed record GroupFigures(int Readers, int Visits, double MedianSeconds, double MedianPages, Share Cta, Share Met, Share Won)
{
    /// <summary>Counts a set of readers, each with the visits in question.</summary>
    internal static GroupFigures Of(ReadingBook book, IReadOnlyList<(Reader Reader, IReadOnlyList<ReadingVisit> Visits)> entries)
    {
        var visits = entries.SelectMany(entry => entry.Visits).ToArray();
        var deals = entries.GroupBy(entry => entry.Reader.Account).Where(group => group.Key >= 0)
            .SelectMany(group => book.ClosedFrom(group.Key, group.Min(entry => Reader.FirstDay(entry.Visits)))).ToArray();
        return new GroupFigures(
            entries.Count,
            visits.Length,
            Median([.. entries.Select(entry => entry.Visits.Sum(visit => visit.ActiveSeconds))]),
            Median([.. visits.Select(visit => (double)visit.Pages.Count)]),
            new Share(visits.Count(visit => visit is { HadCta: true, ClickedCta: true }), visits.Count(visit => visit.HadCta)),
            Share.Of(entries.Select(entry => book.Met(entry.Reader, Reader.FirstDay(entry.Visits)))),
            new Share(deals.Count(deal => deal.Outcome == Accounts.DealOutcome.Won), deals.Length));
    }

    /// <summary>The middle value, 0 of none.</summary>
    internal static double Median(double[] values)
    {
        if (values.Length == 0)
        {
            return 0;
        }

        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[values.Length / 2 - 1] + values[values.Length / 2]) / 2;
    }
}
