using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Documents.Tracking;
using Kindred.Web.Hosting;
using Kindred.Web.Viewing;

namespace Kindred.Web.Documents;

/// <summary>Visits of a workspace's links, read anew only after something was kept.</summary>
internal static class DocumentReading
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<DocumentRoom, Kept> Last = [];

    /// <summary>All tracked visits, oldest first.</summary>
    public static async Task<IReadOnlyList<ReadingVisit>> OfAsync(PageRequest request, DocumentRoom room)
    {
        var facts = request.Snapshot.Facts;
        var stamp = room.Store.Stamp;
        var settings = request.Http.RequestServices.GetRequiredService<LinkDesk>().Settings;
        if (Last.TryGetValue(room, out var kept) && kept.Stamp == stamp && ReferenceEquals(kept.Facts, facts) && ReferenceEquals(kept.Settings, settings))
        {
            return kept.Visits;
        }

        var ct = request.Aborted;
        var people = PeopleOf(facts);
        var visits = TrackedVisits.Of(room.Documents, room.Links, await room.Store.ViewersAsync(ct), await room.Store.ViewsAsync(null, ct), await room.Store.EventsAsync(null, ct), settings.IsIgnored, email => people(email));
        Last.AddOrUpdate(room, new Kept(stamp, facts, settings, visits));
        return visits;
    }

    /// <summary>Company and person of an address: the person's own, else the company of its domain.</summary>
    private static Func<string, (int Account, int Person)> PeopleOf(AccountFacts? facts)
    {
        if (facts is null)
        {
            return _ => (-1, -1);
        }

        var byEmail = new Dictionary<string, (int, int)>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < facts.People.Count; i++)
        {
            if (facts.People[i].Email is { } email)
            {
                byEmail.TryAdd(email, (facts.People[i].Account, i));
            }
        }

        var byDomain = facts.Companies.Where(company => company.Domain is not null).GroupBy(company => company.Domain!, StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First().Index, StringComparer.OrdinalIgnoreCase);
        return email => byEmail.TryGetValue(email, out var person) ? person
            : Kindred.Core.Standards.Domain.Read(email) is { IsFreeMail: false } domain && byDomain.TryGetValue(domain.Name, out var company) ? (company, -1) : (-1, -1);
    }

    private sealed record Kept(long Stamp, AccountFacts? Facts, SharingSettings Settings, IReadOnlyList<ReadingVisit> Visits);
}
