using Kindred.Core.Standards;
using Kindred.Statistics.Counts;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Engagement;

/// <summary>Use case: which industry × job group reads more this month than its own earlier months let one expect.</summary>
public static class RisingInterest
{
    /// <summary>Days of a month here, so that months are equally long.</summary>
    public const int MonthDays = 30;

    /// <summary>Earlier months that are needed to know what is usual.</summary>
    public const int LeastMonths = 3;

    /// <summary>Earlier months that are looked at, at most.</summary>
    public const int MostMonths = 11;

    /// <summary>Looks at the readers of a book on the day its facts speak for.</summary>
    public static RisingStudy Run(ReadingBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        var known = book.Readers.Where(reader => reader.Sector is not null && reader.Group.Job != JobGroup.Unknown).ToArray();
        var first = book.Readers.SelectMany(reader => reader.Visits).Select(visit => MonthsAgo(book.Facts.AsOf, visit)).Where(ago => ago >= 0).DefaultIfEmpty(0).Max();

        // The oldest month is begun somewhere within it; only whole months say what is usual.
        var months = Math.Clamp(first - 1, 0, MostMonths);
        var groups = known.GroupBy(reader => (Sector: reader.Sector!, reader.Group.Job)).Select(group =>
        {
            var counts = new int[months + 1];
            foreach (var ago in group.SelectMany(reader => reader.Visits.Select(visit => MonthsAgo(book.Facts.AsOf, visit)).Distinct()).Where(ago => ago >= 0 && ago <= months))
            {
                counts[ago]++;
            }

            return (group.Key.Sector, group.Key.Job, Counts: counts);
        }).ToArray();
        return Of(groups, months);
    }

    /// <summary>Judges counts a month, the newest first.</summary>
    internal static RisingStudy Of(IReadOnlyList<(Sector Sector, JobGroup Job, int[] Counts)> groups, int months)
    {
        if (months < LeastMonths)
        {
            return new RisingStudy([], months, LeastMonths, 1);
        }

        var dispersion = NegativeBinomialTail.Dispersion(groups.Select(group => group.Counts[1..]));
        var p = groups.Select(group =>
        {
            var (mean, variance) = NegativeBinomialTail.Next(group.Counts[1..].Sum(), months, dispersion);
            return NegativeBinomialTail.AtLeast(group.Counts[0], mean, variance);
        }).ToArray();
        var adjusted = HolmAdjustment.Of(p);
        return new RisingStudy(
            [.. groups.Select((group, i) => new RisingGroup(group.Sector, group.Job, group.Counts[0], group.Counts[1..], UsualHigh(group.Counts[1..].Sum(), months, dispersion), adjusted[i]))
                .OrderBy(group => group.AdjustedP).ThenByDescending(group => group.Now).ThenBy(group => group.Sector.Word, StringComparer.Ordinal).ThenBy(group => group.Job)],
            months, LeastMonths, dispersion);
    }

    private static int UsualHigh(int sum, int months, double dispersion)
    {
        var (mean, variance) = NegativeBinomialTail.Next(sum, months, dispersion);
        var high = 0;
        while (NegativeBinomialTail.AtLeast(high + 1, mean, variance) > 0.025)
        {
            high++;
        }

        return high;
    }

    /// <summary>0 for the last 30 days, 1 for the 30 before, …; -1 for what comes after the day the facts speak for.</summary>
    private static int MonthsAgo(DateOnly asOf, ReadingVisit visit) =>
        asOf.DayNumber - DateOnly.FromDateTime(visit.At.UtcDateTime).DayNumber is >= 0 and var days ? days / MonthDays : -1;
}
