using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;

namespace Kindred.Core.Personas;

/// <summary>A person of a committee.</summary>
/// <param name="Person">Index in the facts' people.</param>
/// <param name="Group">Kind of person.</param>
/// <param name="Part">Usual part.</param>
/// <param name="Seconds">Reading time that counts; 0 when they read nothing.</param>
/// <param name="LastRead">When they last read, or null.</param>
/// <param name="Read">What they read most, in words, or null.</param>
public sealed record CommitteeMember(int Person, ReaderGroup Group, BuyingPart Part, double Seconds, DateOnly? LastRead, Wording? Read);

/// <summary>The people of one company by part, and which part nobody is known for.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Members">By part, readers first.</param>
/// <param name="Missing">Needed parts nobody is known for.</param>
public sealed record Committee(int Account, IReadOnlyList<CommitteeMember> Members, IReadOnlyList<BuyingPart> Missing)
{
    /// <summary>Everybody known at each of some companies; one pass over the people.</summary>
    public static IReadOnlyList<Committee> Of(ReadingBook book, IReadOnlyCollection<int> accounts)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(accounts);
        var wanted = accounts.ToHashSet();
        var people = Enumerable.Range(0, book.Facts.People.Count).Where(i => wanted.Contains(book.Facts.People[i].Account)).ToLookup(i => book.Facts.People[i].Account);
        var readers = book.Readers.Where(reader => reader.Person >= 0).ToDictionary(reader => reader.Person);
        return [.. accounts.Select(account => Make(book.Facts, account, people[account], readers))];
    }

    /// <summary>One company's.</summary>
    public static Committee Of(ReadingBook book, int account) => Of(book, [account])[0];

    private static Committee Make(AccountFacts facts, int account, IEnumerable<int> people, Dictionary<int, Reader> readers)
    {
        var members = people.Select(i =>
        {
            var reader = readers.GetValueOrDefault(i);
            var most = reader?.Visits.GroupBy(visit => visit.Type).OrderByDescending(type => type.Sum(visit => visit.ActiveSeconds)).ThenBy(type => type.Key).First().Key;
            return new CommitteeMember(i, ReaderGroup.Of(facts.People[i].Title), BuyingParts.Of(facts, facts.People[i]), reader?.Visits.Sum(visit => visit.ActiveSeconds) ?? 0,
                reader is null ? null : DateOnly.FromDateTime(reader.Visits[^1].At.UtcDateTime), most is { } type ? DocumentTypes.Label(type) : null);
        }).OrderBy(member => member.Part).ThenByDescending(member => member.Seconds).ThenBy(member => member.Person).ToArray();
        return new Committee(account, members, [.. BuyingParts.Needed.Where(part => !Array.Exists(members, member => member.Part == part))]);
    }
}
