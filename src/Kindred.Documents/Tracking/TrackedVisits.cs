using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Documents.Sharing;

namespace Kindred.Documents.Tracking;

/// <summary>From what browsers sent to visits: openings of the same reader at the same link within 15 minutes are one, judged as human, scanner or unknown, with what they read.</summary>
public static class TrackedVisits
{
    /// <summary>Longest pause within a visit.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    /// <summary>All visits, oldest first. Openings by the team are there and marked as ours.</summary>
    /// <param name="documents">Documents, removed ones too.</param>
    /// <param name="links">Links, closed ones too.</param>
    /// <param name="viewers">Who was let in.</param>
    /// <param name="views">Openings.</param>
    /// <param name="events">What they sent.</param>
    /// <param name="isIgnored">Whether an address is of a domain that is not counted.</param>
    /// <param name="find">Company and person of an address; -1 where unknown.</param>
    public static IReadOnlyList<ReadingVisit> Of(IReadOnlyList<SharedDocument> documents, IReadOnlyList<ShareLink> links, IReadOnlyList<Viewer> viewers, IReadOnlyList<DocumentView> views, IReadOnlyList<ViewEvent> events, Func<string, bool> isIgnored, Func<string, (int Account, int Person)> find)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(viewers);
        ArgumentNullException.ThrowIfNull(views);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(isIgnored);
        ArgumentNullException.ThrowIfNull(find);
        var (document, link, viewer) = (documents.ToDictionary(one => one.Id, StringComparer.Ordinal), links.ToDictionary(one => one.Id, StringComparer.Ordinal), viewers.ToDictionary(one => one.Id, StringComparer.Ordinal));
        var sent = events.ToLookup(one => one.View, StringComparer.Ordinal);
        var opened = views.Where(view => document.ContainsKey(view.Document) && link.ContainsKey(view.Link) && viewer.ContainsKey(view.Viewer))
            .Select(view => Opening.Of(view, document[view.Document], link[view.Link], viewer[view.Viewer], [.. sent[view.Id]]))
            .Where(opening => opening.HasBegun);
        var visits = opened.GroupBy(opening => (opening.Link.Id, opening.Reader)).SelectMany(Together).Select(group => Visit(group, isIgnored, find)).OrderBy(visit => visit.At).ToArray();
        return Forwards(visits, link, viewer, views.ToDictionary(view => "v:" + view.Id, view => view.Viewer, StringComparer.Ordinal));
    }

    private static IEnumerable<List<Opening>> Together(IEnumerable<Opening> ofReader)
    {
        List<Opening>? group = null;
        var end = DateTimeOffset.MinValue;
        foreach (var opening in ofReader.OrderBy(opening => opening.View.StartedAt))
        {
            if (group is null || opening.View.StartedAt - end > Pause)
            {
                if (group is not null)
                {
                    yield return group;
                }

                group = [];
            }

            group.Add(opening);
            end = opening.EndedAt > end ? opening.EndedAt : end;
        }

        if (group is not null)
        {
            yield return group;
        }
    }

    private static ReadingVisit Visit(List<Opening> group, Func<string, bool> isIgnored, Func<string, (int Account, int Person)> find)
    {
        var first = group[0];
        var pages = group.SelectMany(opening => FoldReading.Pages(opening.Reading, opening.Version.Tags, opening.Version.Words)).GroupBy(page => page.Page).OrderBy(page => page.Key)
            .Select(page => page.Aggregate((a, b) => a with { ActiveSeconds = a.ActiveSeconds + b.ActiveSeconds, VisibleSeconds = a.VisibleSeconds + b.VisibleSeconds, UncertainSeconds = a.UncertainSeconds + b.UncertainSeconds })).ToArray();

        // One reader cannot read longer than it was open, in however many windows at once.
        var (claimed, open) = (pages.Sum(page => page.VisibleSeconds + page.UncertainSeconds), OpenSeconds(group));
        var share = claimed > open + FoldReading.MostBeyond ? (open + FoldReading.MostBeyond) / claimed : 1;
        pages = share == 1 ? pages : [.. pages.Select(page => page with { ActiveSeconds = page.ActiveSeconds * share, VisibleSeconds = page.VisibleSeconds * share, UncertainSeconds = page.UncertainSeconds * share })];

        // One sign of a person is enough for the visit; it is a scanner's only when nothing in it is anybody's.
        var best = group.MaxBy(opening => opening.Class switch { VisitClass.Human => 2, VisitClass.Unknown => 1, _ => 0 })!;
        var email = first.Viewer.Email ?? (first.Link.Options.IsAnonymous ? null : first.Link.Recipient);
        var (account, person) = email is null ? (-1, -1) : find(email);
        return new ReadingVisit
        {
            Id = "v:" + first.View.Id,
            Document = first.Document.Id,
            Title = first.Document.Title,
            Type = first.Document.Type,
            PageCount = first.Version.Pages,
            Link = first.Link.Id,
            Account = account,
            Person = person,
            Email = email,
            At = first.View.StartedAt,
            Class = best.Class,
            Reasons = best.Reasons,
            Pages = pages,
            OpenSeconds = open,
            ClickedCta = group.Exists(opening => opening.ClickedCta),
            HadCta = first.Link.Options.Cta is not null,
            IsOurs = first.Viewer.IsTeam || (email is not null && isIgnored(email)),
            Device = first.Viewer.Device,
            IsMeasured = true,
        };
    }

    /// <summary>Seconds in which at least one of the windows was open, by our clock.</summary>
    private static double OpenSeconds(List<Opening> group)
    {
        var (seconds, until) = (0.0, DateTimeOffset.MinValue);
        foreach (var opening in group.OrderBy(opening => opening.View.StartedAt))
        {
            var from = opening.View.StartedAt > until ? opening.View.StartedAt : until;
            var to = opening.View.StartedAt.AddSeconds(opening.Reading.OpenSeconds);
            if (to > from)
            {
                (seconds, until) = (seconds + (to - from).TotalSeconds, to);
            }
        }

        return seconds;
    }

    /// <summary>A link for one person that other addresses or devices open, and one that two devices from two places open, may have been passed on. Nobody is accused: a phone and a laptop look the same.</summary>
    private static IReadOnlyList<ReadingVisit> Forwards(ReadingVisit[] visits, Dictionary<string, ShareLink> links, Dictionary<string, Viewer> viewers, Dictionary<string, string> viewerOf)
    {
        foreach (var ofLink in visits.Select((visit, at) => (Visit: visit, At: at)).Where(entry => entry.Visit is { Class: VisitClass.Human, IsOurs: false }).GroupBy(entry => entry.Visit.Link!))
        {
            var link = links[ofLink.Key];
            var first = viewers[viewerOf[ofLink.First().Visit.Id]];
            foreach (var (visit, at) in ofLink)
            {
                var reader = viewers[viewerOf[visit.Id]];
                var otherPerson = link.Recipient is not null && reader.Email is not null && reader.Email != link.Recipient;
                var otherPlace = reader.Device != first.Device && reader.Address != first.Address;
                visits[at] = visit with { MayBeForwarded = !link.Options.IsAnonymous && (otherPerson || otherPlace) };
            }
        }

        return visits;
    }

    /// <summary>One view with what was read in it.</summary>
    private sealed record Opening(DocumentView View, SharedDocument Document, DocumentVersion Version, ShareLink Link, Viewer Viewer, FoldedReading Reading, VisitClass Class, IReadOnlyList<Wording> Reasons, DateTimeOffset EndedAt, bool ClickedCta)
    {
        /// <summary>A view begins with its first beat in which a page was in view.</summary>
        public bool HasBegun => Reading.Pages.Any(page => page.Visible > 0);

        /// <summary>Who reads, as far as one link knows: the address, else the browser's session.</summary>
        public string Reader => Viewer.Email ?? Viewer.Id;

        public static Opening Of(DocumentView view, SharedDocument document, ShareLink link, Viewer viewer, IReadOnlyList<ViewEvent> events)
        {
            var reading = FoldReading.Of(view.StartedAt, events.Where(entry => entry.Kind == "beat").Select(BeatText.Read));
            var (visitClass, reasons) = ClassifyView.Of(view.Signs, reading);
            return new Opening(view, document, document.Versions.FirstOrDefault(version => version.Number == view.Version) ?? document.Current, link, viewer, reading, visitClass, reasons, events.Count == 0 ? view.StartedAt : events.Max(entry => entry.At), events.Any(entry => entry.Kind is "cta" or "say"));
        }
    }
}
