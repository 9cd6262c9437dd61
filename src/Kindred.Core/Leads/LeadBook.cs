using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>A lead with what identifies it.</summary>
/// <param name="Id">Id of its own record where the files have one, else of its company, else its e-mail address.</param>
/// <param name="Name">Company, or the person where the company is unknown.</param>
/// <param name="Account">Company index, or -1 when unknown.</param>
/// <param name="RecordId">Id of the lead record as imported; empty when there is none.</param>
/// <param name="CompanyId">Id of the company record as imported; empty when there is none.</param>
/// <param name="Domain">Company domain, or null.</param>
/// <param name="Owner">Who owns it, or null.</param>
/// <param name="CreatedOn">First seen, or null.</param>
public sealed record LeadEntry(string Id, string Name, int Account, string RecordId, string CompanyId, string? Domain, string? Owner, DateOnly? CreatedOn)
{
    /// <summary>E-mail address of the first person known there, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Name of that person, or null.</summary>
    public string? Person { get; init; }
}

/// <summary>All leads of the files, with their ids and owners.</summary>
public static class LeadBook
{
    /// <summary>The leads, newest first.</summary>
    public static IReadOnlyList<LeadEntry> Of(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var records = new Dictionary<int, (string Key, string? Owner)>();
        var people = new Dictionary<string, (string Key, string? Owner)>(StringComparer.OrdinalIgnoreCase);
        var companies = new Dictionary<int, (string Key, string? Owner)>();
        foreach (var placed in facts.Placed.Where(placed => placed.Mapping.Kind is TableKind.Leads or TableKind.Companies))
        {
            Tables.Column? Column(ColumnRole role) => placed.Mapping.Find(role) is { } name ? placed.Source.Table.Find(name) : null;
            Tables.Column? keys = Column(ColumnRole.Key), owners = Column(ColumnRole.Owner), emails = Column(ColumnRole.Email);
            for (var row = 0; row < placed.Accounts.Length; row++)
            {
                var found = (Text(keys, row), Text(owners, row) is { Length: > 0 } owner ? owner : null);
                if (placed.Accounts[row] >= 0)
                {
                    (placed.Mapping.Kind == TableKind.Leads ? records : companies).TryAdd(placed.Accounts[row], found);
                }
                else if (placed.Mapping.Kind == TableKind.Leads && Text(emails, row) is { Length: > 0 } email)
                {
                    people.TryAdd(email, found);
                }
            }
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. facts.Leads.Select(lead => Entry(facts, lead, records, companies, people)).Where(entry => used.Add(entry.Id))
            .OrderByDescending(entry => entry.CreatedOn).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>The lead somebody names: by id, record id, company id, domain or company name.</summary>
    /// <returns>The lead; refused: <c>leads.no-such-lead</c>.</returns>
    public static Result<LeadEntry> Find(IReadOnlyList<LeadEntry> leads, string named)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(named);
        foreach (var isIt in new Func<LeadEntry, bool>[]
        {
            lead => lead.Id == named, lead => lead.RecordId == named, lead => lead.CompanyId == named,
            lead => string.Equals(lead.Domain, named, StringComparison.OrdinalIgnoreCase), lead => string.Equals(lead.Name, named, StringComparison.OrdinalIgnoreCase),
        })
        {
            if (leads.FirstOrDefault(isIt) is { } found)
            {
                return Result.Accepted(found);
            }
        }

        return Result.Refused<LeadEntry>(LeadChecks.NoSuchLead(named, leads.Count));
    }

    private static LeadEntry Entry(AccountFacts facts, Lead lead, Dictionary<int, (string Key, string? Owner)> records, Dictionary<int, (string Key, string? Owner)> companies, Dictionary<string, (string Key, string? Owner)> people)
    {
        var person = lead.People.Count > 0 ? facts.People[lead.People[0]] : null;
        var name = person?.Name is { Length: > 0 } written ? written : null;
        if (lead.Account >= 0)
        {
            var company = facts.Companies[lead.Account];
            var (record, leadOwner) = records.GetValueOrDefault(lead.Account, ("", null));
            var (key, companyOwner) = companies.GetValueOrDefault(lead.Account, ("", null));
            return new LeadEntry(record.Length > 0 ? record : company.Key, company.Name, lead.Account, record, key, company.Domain, leadOwner ?? companyOwner, lead.CreatedOn) { Email = person?.Email, Person = name };
        }

        var (own, owner) = person?.Email is { } email ? people.GetValueOrDefault(email, ("", null)) : ("", null);
        return new LeadEntry(own.Length > 0 ? own : person?.Key ?? "", name ?? person?.Email ?? "", -1, own, "", null, owner, lead.CreatedOn) { Email = person?.Email, Person = name };
    }

    private static string Text(Tables.Column? column, int row) => column is Tables.TextColumn text ? text.TextAt(row) : column?.TextAt(row) ?? "";
}
