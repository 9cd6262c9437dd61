using Kindred.Core.Basics;
using Kindred.Core.Engagement;

namespace Kindred.Product;

/// <summary>People of a segment with an address: one link each.</summary>
/// <param name="People">Address, name and company, by company; each address once, at most <paramref name="Most"/>.</param>
/// <param name="Companies">Companies of the segment.</param>
/// <param name="WithoutAddress">People of those companies left out because no address is known.</param>
/// <param name="Found">People with an address, also those beyond the most.</param>
/// <param name="Most">Most taken.</param>
public sealed record SegmentRecipients(IReadOnlyList<(string Email, string Name, string Company)> People, int Companies, int WithoutAddress, int Found, int Most)
{
    /// <summary>As a list to paste: a line each, address first.</summary>
    public string Text => string.Join('\n', People.Select(person => string.Join(", ", new[] { person.Email, Plain(person.Name), Plain(person.Company) }.Where(part => part.Length > 0))));

    /// <summary>What was found, for people.</summary>
    public Wording Sentence => new(
        $"회사 {Format.Grouped(Companies)}곳에서 이메일을 아는 사람 {Format.Grouped(Found)}명을 찾았어요." + (WithoutAddress > 0 ? $" 이메일을 모르는 {Format.Grouped(WithoutAddress)}명은 빠졌어요." : "") + (Found > People.Count ? $" 한 번에 {Format.Grouped(Most)}명까지라 앞의 {Format.Grouped(People.Count)}명만 넣었어요." : ""),
        $"{Format.Grouped(Found)} people with an address at {Format.Grouped(Companies)} companies." + (WithoutAddress > 0 ? $" {Format.Grouped(WithoutAddress)} without an address are left out." : "") + (Found > People.Count ? $" Up to {Format.Grouped(Most)} at once: the first {Format.Grouped(People.Count)} are in." : ""));

    /// <summary>Finds them.</summary>
    /// <param name="snapshot">The workspace.</param>
    /// <param name="filter">Which companies.</param>
    /// <param name="job">What the people work on; null: anything.</param>
    /// <param name="leadersOnly">Only team leads and above.</param>
    /// <param name="most">Most taken.</param>
    /// <returns>Them; null where no company is known.</returns>
    public static SegmentRecipients? Of(WorkspaceSnapshot snapshot, AccountFilter filter, JobGroup? job, bool leadersOnly, int most)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(filter);
        if (AccountIndex.Of(snapshot) is not { } index)
        {
            return null;
        }

        var facts = snapshot.Facts!;
        var accounts = index.Find(filter);
        var place = accounts.Select((account, at) => (account, at)).ToDictionary(pair => pair.account, pair => pair.at);
        var ours = OurTeam.Of(facts, OurTeam.Words(snapshot.Settings.IgnoredReaders));
        var fitting = facts.People.Where(person => place.ContainsKey(person.Account) && ReaderGroup.Of(person.Title) is var group && (job is null || group.Job == job) && (!leadersOnly || group.IsLead)).ToArray();
        var found = fitting.Where(person => person.Email is { Length: > 0 } email && !ours.Has(email)).OrderBy(person => place[person.Account]).DistinctBy(person => person.Email, StringComparer.OrdinalIgnoreCase).ToArray();
        return new SegmentRecipients([.. found.Take(most).Select(person => (person.Email!, person.Name, facts.Companies[person.Account].Name))], accounts.Length, fitting.Count(person => person.Email is not { Length: > 0 }), found.Length, most);
    }

    /// <summary>Without what would divide a line into more cells.</summary>
    private static string Plain(string text) => string.Concat(text.Select(one => one is ',' or ';' or '\t' or '<' or '>' or '\n' or '\r' or '"' ? ' ' : one)).Trim();
}
