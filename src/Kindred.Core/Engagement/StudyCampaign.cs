using Kindred.Core.Profiles;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Engagement;

/// <summary>Use case: what came of a campaign, per profile state × kind of person, each beside the campaign's other members.</summary>
public static class StudyCampaign
{
    /// <summary>Studies one campaign.</summary>
    /// <param name="book">Readers and facts.</param>
    /// <param name="standing">How companies stand to the profile, by index; empty without one.</param>
    /// <param name="campaign">Which.</param>
    public static CampaignStudy Run(ReadingBook book, IReadOnlyList<ClassifiedAccount> standing, Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(campaign);
        var until = campaign.To.AddDays(Campaign.AnswerDays);
        var wanted = campaign.Members.ToHashSet(StringComparer.Ordinal);
        var did = wanted.ToDictionary(email => email, _ => new HashSet<EventKind>(), StringComparer.Ordinal);
        foreach (var activity in book.Facts.Activities)
        {
            if (activity.Email?.ToLowerInvariant() is { } email && did.TryGetValue(email, out var kinds) && activity.On >= campaign.From && activity.On <= until)
            {
                kinds.Add(EventKinds.Read(activity.Kind));
            }
        }

        foreach (var visit in book.Visits.Where(visit => visit is { Counts: true, ClickedCta: true, Email: not null }))
        {
            if (did.TryGetValue(visit.Email!, out var kinds) && DateOnly.FromDateTime(visit.At.UtcDateTime) is var on && on >= campaign.From && on <= until)
            {
                kinds.Add(EventKind.Click);
            }
        }

        var people = book.Facts.People.Where(person => person.Email is not null && wanted.Contains(person.Email)).DistinctBy(person => person.Email).ToDictionary(person => person.Email!, StringComparer.Ordinal);
        var members = campaign.Members.Select(email =>
        {
            var person = people.GetValueOrDefault(email);
            var kinds = did[email];
            AccountState? state = person is { Account: >= 0 } && person.Account < standing.Count ? standing[person.Account].State : null;
            return new Member(state, person is null ? default : ReaderGroup.Of(person.Title), person is not null,
                [kinds.Any(kind => kind is EventKind.Reply or EventKind.Meeting or EventKind.Demo or EventKind.Webinar or EventKind.Download), kinds.Contains(EventKind.Demo), kinds.Contains(EventKind.Click)]);
        }).ToArray();
        return new CampaignStudy(campaign, members.Count(member => member.IsKnown), book.Facts.AsOf >= until, All(members, 0), All(members, 1), All(members, 2), Cells(members));
    }

    private static Share All(IEnumerable<Member> members, int measure) => Share.Of(members.Select(member => (bool?)member.Did[measure]));

    private static CampaignCell[] Cells(Member[] members)
    {
        var cells = members.Where(member => member.IsKnown).GroupBy(member => (member.State, member.Group)).Select(group =>
        {
            Member[] own = [.. group];
            var rest = members.Where(member => !(member.IsKnown && (member.State, member.Group) == group.Key)).ToArray();
            return (group.Key, Own: own, Figures: Enumerable.Range(0, 3).Select(measure => (Own: All(own, measure), Others: All(rest, measure))).ToArray());
        }).OrderByDescending(cell => cell.Own.Length).ThenBy(cell => cell.Key.State).ThenBy(cell => cell.Key.Group.Code, StringComparer.Ordinal).ToArray();
        var compared = cells.SelectMany((cell, c) => Enumerable.Range(0, 3).Where(m => cell.Figures[m].Own.N >= ReadingCell.Need && cell.Figures[m].Others.N >= ReadingCell.Need).Select(m => (c, m))).ToArray();
        var adjusted = HolmAdjustment.Of([.. compared.Select(at => P(cells[at.c].Figures[at.m]))]);
        var of = compared.Select((at, i) => (at, adjusted[i])).ToDictionary(pair => pair.at, pair => pair.Item2);
        return [.. cells.Select((cell, c) => new CampaignCell(cell.Key.State, cell.Key.Group, cell.Own.Length, Figure(c, 0), Figure(c, 1), Figure(c, 2)))];

        CampaignFigure Figure(int c, int m) => new(cells[c].Figures[m].Own, cells[c].Figures[m].Others, of.TryGetValue((c, m), out var p) ? p : null);
    }

    private static double P((Share Own, Share Others) figure) => new HypergeometricMidP(figure.Own.N + figure.Others.N, figure.Own.Hits + figure.Others.Hits).TwoSided(figure.Own.N, figure.Own.Hits);

    private sealed record Member(AccountState? State, ReaderGroup Group, bool IsKnown, bool[] Did);
}
