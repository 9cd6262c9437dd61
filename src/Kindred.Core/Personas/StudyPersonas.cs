using Kindred.Core.Accounts;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;

namespace Kindred.Core.Personas;

/// <summary>Use case: kinds of people from titles, reading and deals; who is missing where.</summary>
public static class StudyPersonas
{
    private const int LeastReaders = 20;
    private const int LeastVisits = 30;
    private const int MostTitles = 4;
    private static readonly AccountState[] States = [AccountState.Core, AccountState.Adjacent, AccountState.Regret, AccountState.Anti, AccountState.Outside];

    /// <summary>Studies everybody known.</summary>
    /// <param name="book">Readers and facts.</param>
    /// <param name="study">What groups read, over everybody.</param>
    /// <param name="standing">How companies stand to the profile, by index; empty without one.</param>
    public static PersonaStudy Run(ReadingBook book, ReadingStudy study, IReadOnlyList<ClassifiedAccount> standing)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(standing);
        var facts = book.Facts;
        var people = facts.People.Select((person, index) => (Person: person, Index: index, Group: ReaderGroup.Of(person.Title), Part: BuyingParts.Of(facts, person))).ToArray();
        var known = people.Where(one => one.Person.Account >= 0).ToLookup(one => one.Person.Account);
        var decided = facts.Deals.Where(deal => deal.IsNewBusiness && deal.Outcome != DealOutcome.Open && deal.Account >= 0 && known.Contains(deal.Account)).GroupBy(deal => deal.Account).ToDictionary(deals => deals.Key, deals => deals.Any(deal => deal.Outcome == DealOutcome.Won));
        var met = MetByGroup(book);
        var personas = people.Where(one => one.Group.Job != JobGroup.Unknown).GroupBy(one => one.Group).Select(group =>
        {
            var companies = group.Where(one => one.Person.Account >= 0).Select(one => one.Person.Account).ToHashSet();
            var parts = group.GroupBy(one => one.Part).Select(part => (Part: part.Key, People: part.Count())).OrderByDescending(part => part.People).ToArray();
            var reads = study.Tags.Where(tag => tag.Group == group.Key).ToArray();
            var readers = book.Readers.Where(reader => reader.Group == group.Key).ToArray();
            var visits = readers.SelectMany(reader => reader.Visits).Where(visit => visit.Device is not null).ToArray();
            return new Persona(
                group.Key,
                group.Count(),
                companies.Count,
                [.. group.GroupBy(one => one.Person.Title.Text, StringComparer.Ordinal).Select(title => (Title: title.Key, People: title.Count())).OrderByDescending(title => title.People).ThenBy(title => title.Title, StringComparer.Ordinal).Take(MostTitles)],
                parts,
                Share.Of(decided.Where(entry => entry.Value).Select(entry => (bool?)companies.Contains(entry.Key))),
                Share.Of(decided.Where(entry => !entry.Value).Select(entry => (bool?)companies.Contains(entry.Key))),
                met.GetValueOrDefault(group.Key)?.Figures,
                met.GetValueOrDefault(group.Key),
                reads,
                [.. reads.Where(tag => tag.Read.N >= LeastReaders && tag.Others.N >= LeastReaders && tag.Read.Minus(tag.Others) is { Low: > 0 })],
                visits.Length < LeastVisits ? null : new Share(visits.Count(visit => IsPhone(visit.Device!)), visits.Length),
                BuyingParts.Kpi(Banks.Shipped, group.Key),
                BuyingParts.Questions(Banks.Shipped, parts[0].Part));
        }).OrderByDescending(persona => persona.People).ThenBy(persona => persona.Group.Code, StringComparer.Ordinal).ToArray();
        var open = facts.Deals.Select((deal, index) => (deal, index)).Where(pair => pair.deal is { IsNewBusiness: true, Outcome: DealOutcome.Open, Account: >= 0 }).ToArray();
        var committees = Committee.Of(book, [.. open.Select(pair => pair.deal.Account).Distinct()]).ToDictionary(committee => committee.Account);
        return new PersonaStudy(
            personas,
            [.. Matrix(standing, account => known[account].Select(one => one.Part))],
            [.. open.Select(pair => new OpenDealCommittee(pair.index, committees[pair.deal.Account])).OrderByDescending(deal => deal.Committee.Missing.Count).ThenByDescending(deal => facts.Deals[deal.Deal].CreatedOn).ThenBy(deal => deal.Deal)],
            people.Count(one => one.Group.Job == JobGroup.Unknown),
            people.Length);
    }

    /// <summary>Every kind of reader against every other reader, over all documents: one table, corrected over its own cells.</summary>
    private static Dictionary<ReaderGroup, ReadingCell> MetByGroup(ReadingBook book) =>
        StudyReading.ByGroup(book, book.Readers).ToDictionary(cell => cell.Group);

    private static IEnumerable<PersonaCell> Matrix(IReadOnlyList<ClassifiedAccount> standing, Func<int, IEnumerable<BuyingPart>> partsAt)
    {
        if (standing.Count == 0)
        {
            yield break;
        }

        var companies = standing.Select((account, index) => (account.State, Parts: partsAt(index).ToHashSet())).Where(entry => entry.Parts.Count > 0).ToLookup(entry => entry.State, entry => entry.Parts);
        foreach (var state in States)
        {
            foreach (var part in BuyingParts.Needed)
            {
                yield return new PersonaCell(state, part, Share.Of(companies[state].Select(parts => (bool?)parts.Contains(part))));
            }
        }
    }

    private static bool IsPhone(string device) => device.Contains("iphone", StringComparison.OrdinalIgnoreCase) || device.Contains("android", StringComparison.OrdinalIgnoreCase) || device.Contains("phone", StringComparison.OrdinalIgnoreCase) || device.Contains("mobile", StringComparison.OrdinalIgnoreCase);
}
