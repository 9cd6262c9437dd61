using Kindred.Core.Accounts;
using Kindred.Core.Profiles;

namespace Kindred.Core.Engagement;

/// <summary>Readers with what became of them: the one list every figure about reading is counted from.</summary>
public sealed class ReadingBook
{
    /// <summary>Days after reading in which a meeting counts as later.</summary>
    public const int MeetingDays = 21;

    private readonly ILookup<string, DateOnly> _byPerson;
    private readonly ILookup<int, DateOnly> _byAccount;
    private readonly ILookup<int, Deal> _closed;

    private ReadingBook(AccountFacts facts, IReadOnlyList<ReadingVisit> visits, IReadOnlyList<Reader> readers)
    {
        Facts = facts;
        Visits = visits;
        Readers = readers;
        var meetings = facts.Activities.Where(activity => activity.On is not null && EventKinds.Read(activity.Kind) == EventKind.Meeting).ToArray();
        _byPerson = meetings.Where(activity => activity.Email is not null).ToLookup(activity => activity.Email!.ToLowerInvariant(), activity => activity.On!.Value, StringComparer.Ordinal);
        _byAccount = meetings.Where(activity => activity.Email is null).ToLookup(activity => activity.Account, activity => activity.On!.Value);
        HasMeetings = meetings.Length > 0;
        _closed = facts.Deals.Where(deal => deal is { IsNewBusiness: true, ClosedOn: not null, Account: >= 0 } && deal.Outcome != DealOutcome.Open).ToLookup(deal => deal.Account);
    }

    /// <summary>Facts by company.</summary>
    public AccountFacts Facts { get; }

    /// <summary>Every visit, also those that count nowhere.</summary>
    public IReadOnlyList<ReadingVisit> Visits { get; }

    /// <summary>Everybody with an address and a visit that counts.</summary>
    public IReadOnlyList<Reader> Readers { get; }

    /// <summary>Whether the files hold meetings at all; without any, no share of them is shown.</summary>
    public bool HasMeetings { get; }

    /// <summary>Collects the readers.</summary>
    /// <param name="facts">Facts by company.</param>
    /// <param name="visits">Visits, tracked and imported.</param>
    /// <param name="standing">How companies stand to the profile, by index; empty without one.</param>
    public static ReadingBook Of(AccountFacts facts, IReadOnlyList<ReadingVisit> visits, IReadOnlyList<ClassifiedAccount> standing)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(visits);
        ArgumentNullException.ThrowIfNull(standing);
        var readers = visits.Where(visit => visit.Counts && visit.Email is not null).GroupBy(visit => visit.Email!, StringComparer.Ordinal).Select(group =>
        {
            var person = group.Max(visit => visit.Person);
            var account = group.Select(visit => visit.Account).FirstOrDefault(account => account >= 0, -1);
            return new Reader(group.Key, person, account, person >= 0 ? ReaderGroup.Of(facts.People[person].Title) : default,
                account >= 0 && account < standing.Count ? standing[account].State : null,
                account >= 0 && account < facts.Companies.Count ? facts.Companies[account].Industry?.Sector : null, [.. group.OrderBy(visit => visit.At)]);
        });
        return new ReadingBook(facts, visits, [.. readers.OrderBy(reader => reader.Email, StringComparer.Ordinal)]);
    }

    /// <summary>Whether a reader met us within 21 days of a day; null where the 21 days are not over yet, or no file holds meetings. A meeting without an address counts for everybody at its company.</summary>
    public bool? Met(Reader reader, DateOnly from)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (!HasMeetings)
        {
            return null;
        }

        var until = from.AddDays(MeetingDays);
        return _byPerson[reader.Email].Any(day => day >= from && day <= until) || (reader.Account >= 0 && _byAccount[reader.Account].Any(day => day >= from && day <= until)) ? true
            : Facts.AsOf < until ? null : false;
    }

    /// <summary>New-business deals of a company that closed on a day or later.</summary>
    public IEnumerable<Deal> ClosedFrom(int account, DateOnly from) => account < 0 ? [] : _closed[account].Where(deal => deal.ClosedOn >= from);
}
