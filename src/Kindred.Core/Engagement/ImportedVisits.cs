using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>Use case: the visits another tool exported → visits as everything else here understands them, each with a class and its reasons.</summary>
public static class ImportedVisits
{
    /// <summary>Openings of one reader, link, document and device at most so far apart are one visit.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromMinutes(15);

    /// <summary>A program opens a mail's link before its reader does: within so long.</summary>
    private static readonly TimeSpan BeforeReader = TimeSpan.FromHours(4);

    /// <summary>The visits, oldest first. Rows without a day are left out: nobody can say before what they were.</summary>
    /// <param name="facts">Facts by company.</param>
    /// <param name="ours">Our own people; null takes the domains of the table of owners.</param>
    public static IReadOnlyList<ReadingVisit> Of(AccountFacts facts, OurTeam? ours = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ours ??= OurTeam.Of(facts, []);
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < facts.People.Count; i++)
        {
            if (facts.People[i].Email is { } email)
            {
                people.TryAdd(email, i);
            }
        }

        var openings = facts.DocumentVisits.Select((row, index) => new Opening(row, index, row.Email?.Trim().ToLowerInvariant())).Where(opening => opening.Row.At is not null && opening.Row.Document.Length > 0).ToArray();
        var byReader = openings.Where(opening => opening.Email is not null).ToLookup(opening => (opening.Email, opening.Row.Link, opening.Row.Document));
        var visits = openings.Select(opening => (Opening: opening, Found: VisitClues.Of([.. opening.Seconds.Where(seconds => seconds > 0)], opening.Row.PageCount, opening.Row.Device, opening.Row.Place,
                opening.Email is not null && byReader[(opening.Email, opening.Row.Link, opening.Row.Document)].Any(other => IsSoonAfter(opening, other)))))
            .GroupBy(pair => (pair.Opening.Email, pair.Opening.Row.Account, pair.Opening.Row.Link, pair.Opening.Row.Document, pair.Opening.Row.Device, pair.Opening.Row.Place, pair.Found.Class))
            .SelectMany(Sessions)
            .Select(session => Visit(facts, session, people, ours))
            .OrderBy(visit => visit.At).ThenBy(visit => visit.Id, StringComparer.Ordinal).ToArray();
        return MarkForwarded(visits);
    }

    private static bool IsSoonAfter(Opening one, Opening other) =>
        other.Row.Device != one.Row.Device && other.Row.At!.Value.TimeOfDay != TimeSpan.Zero && other.Row.At - one.Row.At is { } gap && gap > TimeSpan.Zero && gap <= BeforeReader;

    private static IEnumerable<List<(Opening Opening, (VisitClass Class, IReadOnlyList<Wording> Reasons) Found)>> Sessions(IEnumerable<(Opening Opening, (VisitClass Class, IReadOnlyList<Wording> Reasons) Found)> all)
    {
        var session = new List<(Opening Opening, (VisitClass Class, IReadOnlyList<Wording> Reasons) Found)>();
        foreach (var pair in all.OrderBy(pair => pair.Opening.Row.At).ThenBy(pair => pair.Opening.Index))
        {
            if (session.Count > 0 && !GoesOn(session[^1].Opening.Row, pair.Opening.Row, pair.Found.Class))
            {
                yield return session;
                session = [];
            }

            session.Add(pair);
        }

        yield return session;
    }

    /// <summary>Whether a row belongs to the visit of the one before: the same id, or a person again soon after it. Two rows that only have a day are two visits; what programs do is left as recorded.</summary>
    private static bool GoesOn(DocumentVisit before, DocumentVisit now, VisitClass found) =>
        (now.Key.Length > 0 && now.Key == before.Key) || (found == VisitClass.Human && (now.Email is not null || now.Link is not null) && now.At!.Value.TimeOfDay != TimeSpan.Zero && now.At - before.At <= Session);

    private static ReadingVisit Visit(AccountFacts facts, List<(Opening Opening, (VisitClass Class, IReadOnlyList<Wording> Reasons) Found)> session, Dictionary<string, int> people, OurTeam ours)
    {
        var (first, found) = session[0];
        var row = first.Row;
        var pages = session.SelectMany(pair => Pages(pair.Opening)).GroupBy(page => page.Page).OrderBy(group => group.Key)
            .Select(group => new PageReading(group.Key, group.First().Tag, 0, group.Sum(page => page.ActiveSeconds), group.Sum(page => page.VisibleSeconds), group.Sum(page => page.UncertainSeconds))).ToArray();
        var person = first.Email is not null && people.TryGetValue(first.Email, out var index) ? index : -1;
        return new ReadingVisit
        {
            Id = "i:" + (row.Key.Length > 0 ? row.Key : Format.Whole(first.Index)),
            Document = "t:" + row.Document,
            Title = row.Document,
            Type = TypeOf(row),
            PageCount = Math.Max(row.PageCount, row.PageSeconds.Count),
            Link = row.Link,
            Account = row.Account >= 0 ? row.Account : person >= 0 ? facts.People[person].Account : -1,
            Person = person,
            Email = first.Email,
            At = row.At!.Value,
            Class = found.Class,
            Reasons = found.Reasons,
            Pages = pages,
            OpenSeconds = session.Sum(pair => pair.Opening.Seconds.Where(seconds => seconds > 0).Sum()),
            ClickedCta = session.Exists(pair => pair.Opening.Row.Clicked == true),
            HadCta = session.Exists(pair => pair.Opening.Row.Clicked is not null),
            IsOurs = ours.Has(first.Email),
            Device = row.Device,
            Place = row.Place,
        };
    }

    /// <summary>The type most pages are about; without tags what the title names.</summary>
    private static DocumentType TypeOf(DocumentVisit row)
    {
        var titled = DocumentTypes.Read(row.Document);
        return titled != DocumentType.Other || row.PageTags.Count == 0 ? titled : row.PageTags.Select(DocumentTypes.Read).GroupBy(type => type).OrderByDescending(group => group.Count()).First().Key;
    }

    private static IEnumerable<PageReading> Pages(Opening opening)
    {
        var row = opening.Row;
        for (var i = 0; i < opening.Seconds.Count; i++)
        {
            if (opening.Seconds[i] > 0)
            {
                var (active, uncertain) = ReadingTime.Unmeasured(opening.Seconds[i]);
                var page = row.PageSeconds.Count > 0 ? i + 1 : row.Page;
                var tag = page >= 1 && page <= row.PageTags.Count ? row.PageTags[page - 1] : row.PageTags.Count == 1 ? row.PageTags[0] : null;
                yield return new PageReading(page, tag is { Length: > 0 } ? tag.ToLowerInvariant() : null, 0, active, active, uncertain);
            }
        }
    }

    private static ReadingVisit[] MarkForwarded(ReadingVisit[] visits)
    {
        var first = new Dictionary<(string, string, string), ReadingVisit>();
        for (var i = 0; i < visits.Length; i++)
        {
            var visit = visits[i];
            if (visit is not { Class: VisitClass.Human, Email: { } email, Link: { } link, IsOurs: false })
            {
                continue;
            }

            if (!first.TryAdd((email, link, visit.Document), visit) && first[(email, link, visit.Document)] is var before && (Differs(before.Device, visit.Device) || Differs(before.Place, visit.Place)))
            {
                visits[i] = visit with { MayBeForwarded = true };
            }
        }

        return visits;
    }

    private static bool Differs(string? one, string? other) => one is not null && other is not null && !string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>A row with its seconds: per page, or the one time it has.</summary>
    private sealed record Opening(DocumentVisit Row, int Index, string? Email)
    {
        public IReadOnlyList<double> Seconds { get; } = Row.PageSeconds.Count > 0 ? Row.PageSeconds : double.IsFinite(Row.Seconds) ? [Row.Seconds] : [];
    }
}
