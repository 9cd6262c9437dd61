using System.Runtime.CompilerServices;
using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Standards;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;

namespace Kindred.Product;

/// <summary>People who left name and company at the gate of a link. They become leads once their address was proved or their reading looks human: a form filled by a program makes no lead.</summary>
/// <param name="All">Everybody who filled in a gate, newest first, each address once a link.</param>
public sealed record CapturedPeople(IReadOnlyList<CapturedPerson> All)
{
    private static readonly ConditionalWeakTable<IDocumentStore, Kept> Last = [];

    /// <summary>Nobody.</summary>
    public static CapturedPeople None { get; } = new([]);

    /// <summary>Those who are leads, each address once, as they said it first.</summary>
    public IReadOnlyList<CapturedLead> Leads =>
        [.. All.Where(person => person.IsLead).OrderBy(person => person.At).GroupBy(person => person.Email, StringComparer.Ordinal).Select(same => same.First())
            .Select(person => new CapturedLead(person.Email, person.Name, person.Company, DateOnly.FromDateTime(person.At.UtcDateTime), person.LinkLabel))];

    /// <summary>What changes whenever <see cref="Leads"/> does.</summary>
    public string Key => string.Join(' ', Leads.Select(lead => lead.Email));

    /// <summary>Reads a workspace's.</summary>
    /// <param name="store">Where links and viewers are kept.</param>
    /// <param name="ignored">Domains and addresses that count nowhere.</param>
    /// <param name="ct">Stops.</param>
    public static async Task<CapturedPeople> ReadAsync(IDocumentStore store, string ignored, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(ignored);
        var stamp = store.Stamp;
        if (Last.TryGetValue(store, out var kept) && kept.Stamp == stamp && kept.Ignored == ignored)
        {
            return kept.People;
        }

        Viewer[] filled = [.. (await store.ViewersAsync(ct).ConfigureAwait(false)).Where(viewer => viewer is { IsTeam: false, Email: not null, Name: not null, Company: not null })];
        var people = filled.Length == 0 ? None : await OfAsync(store, filled, OurTeam.Of([], OurTeam.Words(ignored)), ct).ConfigureAwait(false);
        Last.AddOrUpdate(store, new Kept(stamp, ignored, people));
        return people;
    }

    private static async Task<CapturedPeople> OfAsync(IDocumentStore store, Viewer[] filled, OurTeam ignored, CancellationToken ct)
    {
        var links = await store.LinksAsync(ct).ConfigureAwait(false);
        var visits = TrackedVisits.Of(await store.DocumentsAsync(ct).ConfigureAwait(false), links, filled, await store.ViewsAsync(null, ct).ConfigureAwait(false), await store.EventsAsync(null, ct).ConfigureAwait(false), _ => false, _ => (-1, -1));
        var human = visits.Where(visit => visit.Class == VisitClass.Human).Select(visit => (visit.Link, visit.Email)).ToHashSet();
        var labels = links.ToDictionary(link => link.Id, link => link.Label, StringComparer.Ordinal);
        return new CapturedPeople([.. filled.GroupBy(viewer => (viewer.Link, viewer.Email)).Select(same => same.MinBy(viewer => viewer.StartedAt)!).OrderByDescending(viewer => viewer.StartedAt).Select(viewer => new CapturedPerson(
            viewer.Link, labels.GetValueOrDefault(viewer.Link, ""), viewer.Email!, viewer.Name!, viewer.Company!, viewer.StartedAt, viewer.ConsentAt,
            viewer.IsVerified, human.Contains((viewer.Link, viewer.Email)), IsIgnored(viewer.Email!, ignored)))]);
    }

    private static bool IsIgnored(string email, OurTeam ignored) => ignored.Has(email) || Domain.Read(email) is null;

    private sealed record Kept(long Stamp, string Ignored, CapturedPeople People);
}

/// <summary>Somebody who filled in the gate of a link.</summary>
/// <param name="Link">Id of the link.</param>
/// <param name="LinkLabel">Its name.</param>
/// <param name="Email">Address, lower case.</param>
/// <param name="Name">Name as typed.</param>
/// <param name="Company">Company as typed.</param>
/// <param name="At">When first.</param>
/// <param name="ConsentAt">When the notice was agreed to, or null.</param>
/// <param name="IsVerified">Whether the address was proved by a code.</param>
/// <param name="IsHuman">Whether a visit of theirs looks human.</param>
/// <param name="IsIgnored">Whether the address is of a domain that counts nowhere.</param>
public sealed record CapturedPerson(string Link, string LinkLabel, string Email, string Name, string Company, DateTimeOffset At, DateTimeOffset? ConsentAt, bool IsVerified, bool IsHuman, bool IsIgnored)
{
    /// <summary>Whether they are a lead now.</summary>
    public bool IsLead => !IsIgnored && (IsVerified || IsHuman);
}
