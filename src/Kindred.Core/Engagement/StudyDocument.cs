namespace Kindred.Core.Engagement;

/// <summary>Use case: how one document is read, page by page.</summary>
public static class StudyDocument
{
    /// <summary>Every document with at least one visit, most read first.</summary>
    public static IReadOnlyList<DocumentStudy> All(IReadOnlyList<ReadingVisit> visits)
    {
        ArgumentNullException.ThrowIfNull(visits);
        return [.. visits.GroupBy(visit => visit.Document, StringComparer.Ordinal).Select(group => Run(group.Key, [.. group])).OrderByDescending(study => study.Visits).ThenBy(study => study.Document, StringComparer.Ordinal)];
    }

    /// <summary>Studies a document.</summary>
    /// <param name="document">Its id: what <see cref="ReadingVisit.Document"/> says.</param>
    /// <param name="visits">Visits; those of other documents are left out.</param>
    public static DocumentStudy Run(string document, IReadOnlyList<ReadingVisit> visits)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(visits);
        ReadingVisit[] all = [.. visits.Where(visit => visit.Document == document).OrderBy(visit => visit.At)];
        var human = all.Where(visit => visit.Counts).ToArray();
        var pageCount = Math.Max(all.Select(visit => visit.PageCount).LastOrDefault(count => count > 0), human.SelectMany(visit => visit.Pages).Select(page => page.Page).DefaultIfEmpty().Max());
        var last = all.Length == 0 ? null : all[^1];
        return new DocumentStudy(
            document,
            last?.Title ?? document,
            last?.Type ?? DocumentType.Other,
            pageCount,
            human.Length,
            human.Select(visit => visit.Email).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            human.Count(visit => visit.Email is null),
            all.Count(visit => visit is { Class: VisitClass.Scanner, IsOurs: false }),
            all.Count(visit => visit is { Class: VisitClass.Unknown, IsOurs: false }),
            all.Count(visit => visit.IsOurs),
            GroupFigures.Median([.. human.Select(visit => visit.ActiveSeconds)]),
            GroupFigures.Median([.. human.Select(visit => visit.OpenSeconds)]),
            pageCount == 0 || human.Length == 0 ? null : human.Average(visit => (double)visit.Pages.Count(page => page.Page > 0 && ReadingTime.IsRead(page)) / pageCount),
            pageCount == 0 || human.Length == 0 ? null : human.Average(visit => (double)visit.Pages.Count(page => page.Page > 0 && !ReadingTime.IsRead(page)) / pageCount),
            new Share(human.Count(visit => pageCount > 0 && Furthest(visit) >= pageCount), human.Length),
            new Share(human.Count(visit => visit is { HadCta: true, ClickedCta: true }), human.Count(visit => visit.HadCta)),
            human.Count(visit => visit.MayBeForwarded),
            [.. Enumerable.Range(1, human.Length == 0 ? 0 : pageCount).Select(page => Page(page, human))],
            human.All(visit => visit.IsMeasured));
    }

    private static PageFigures Page(int number, ReadingVisit[] human)
    {
        var opened = human.Select(visit => visit.Pages.FirstOrDefault(page => page.Page == number)).OfType<PageReading>().ToArray();
        var reached = human.Count(visit => Furthest(visit) >= number);
        return new PageFigures(
            number,
            opened.Select(page => page.Tag).OfType<string>().LastOrDefault(),
            new Share(reached, human.Length),
            new Share(opened.Length, human.Length),
            new Share(opened.Count(ReadingTime.IsRead), opened.Length),
            opened.Length == 0 ? null : GroupFigures.Median([.. opened.Select(page => page.ActiveSeconds)]),
            new Share(human.Count(visit => Furthest(visit) == number), reached));
    }

    private static int Furthest(ReadingVisit visit) => visit.Pages.Count == 0 ? 0 : visit.Pages.Max(page => page.Page);
}
