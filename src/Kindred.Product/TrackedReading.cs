using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Standards;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;

namespace Kindred.Product;

/// <summary>What our own links tracked, read anew only after something was kept.</summary>
/// <param name="Visits">Visits, oldest first; ours and scanners' too.</param>
/// <param name="DocumentOf">Id of a document by its title, for visits imported from another tool.</param>
public sealed record TrackedReading(IReadOnlyList<ReadingVisit> Visits, IReadOnlyDictionary<string, string> DocumentOf)
{
    private static readonly ConditionalWeakTable<IDocumentStore, Kept> Last = [];

    /// <summary>Nothing.</summary>
    public static TrackedReading None { get; } = new([], new Dictionary<string, string>());

    /// <summary>Reads a workspace's.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="facts">Facts by company: who an address belongs to; null where nothing is imported.</param>
    /// <param name="ignored">Domains and addresses that count nowhere, beside our own.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<TrackedReading> ReadAsync(IDocumentStore store, AccountFacts? facts, string ignored, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ignored);
        var stamp = store.Stamp;
        if (Last.TryGetValue(store, out var kept) && kept.Stamp == stamp && ReferenceEquals(kept.Facts, facts) && kept.Ignored == ignored)
        {
            return kept.Reading;
        }

        var documents = await store.DocumentsAsync(ct).ConfigureAwait(false);
        var reading = None;
        if (documents.Count > 0)
        {
            var words = OurTeam.Words(ignored);
            var team = facts is null ? OurTeam.Of([], words) : OurTeam.Of(facts, words);
            var people = PeopleOf(facts);
            var visits = TrackedVisits.Of(documents, await store.LinksAsync(ct).ConfigureAwait(false), await store.ViewersAsync(ct).ConfigureAwait(false), await store.ViewsAsync(null, ct).ConfigureAwait(false), await store.EventsAsync(null, ct).ConfigureAwait(false), team.Has, people);
            reading = new TrackedReading(visits, documents.Where(document => document.RemovedAt is null).GroupBy(document => document.Title, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Id, StringComparer.Ordinal));
        }

        Last.AddOrUpdate(store, new Kept(stamp, facts, ignored, reading));
        return reading;
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
            : Domain.Read(email) is { IsFreeMail: false } domain && byDomain.TryGetValue(domain.Name, out var company) ? (company, -1) : (-1, -1);
    }

    private sealed record Kept(long Stamp, AccountFacts? Facts, string Ignored, TrackedReading Reading);
}
