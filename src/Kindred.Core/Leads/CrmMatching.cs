using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>Gathers leads without a record id into files that the CRM matches itself: HubSpot by company domain, else by e-mail; Salesforce by e-mail (leads), else by name and website (accounts).</summary>
internal sealed class CrmMatching(Crm crm, Scorecard card, IReadOnlyList<CrmField> fields, Language language)
{
    private readonly List<IReadOnlyList<string?>> _byDomain = [];
    private readonly List<IReadOnlyList<string?>> _byEmail = [];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a lead; returns the reasons why it can go into no file.</summary>
    internal IReadOnlyList<Reason> Add(CrmLead lead, IReadOnlyList<Reason> whyNoId)
    {
        var key = crm == Crm.HubSpot ? lead.Domain ?? lead.Email : lead.Email ?? lead.Domain;
        if (key is not { Length: > 0 })
        {
            return whyNoId;
        }

        if (!_seen.Add(key))
        {
            return [LeadChecks.Of("crm-key-twice", lead.Name, $"'{lead.Name}'의 {key}은(는) 이미 파일에 있어요. 같은 레코드는 한 번만 써요.", $"{key} of '{lead.Name}' stands in the file already; a record is written once.")];
        }

        var values = CrmExport.Row(key, lead, card, language).Skip(1);
        if (key == lead.Domain)
        {
            _byDomain.Add([lead.Domain, lead.Company, .. values]);
        }
        else
        {
            _byEmail.Add(crm == Crm.HubSpot ? [lead.Email, .. values] : [lead.Email, lead.Person, lead.Company, .. values]);
        }

        return [];
    }

    /// <summary>The files that have rows.</summary>
    internal IReadOnlyList<CrmFile> Files()
    {
        string[] byDomain = crm == Crm.HubSpot ? ["Company Domain Name", "Company name"] : ["Website", "Name"];
        string[] byEmail = crm == Crm.HubSpot ? ["Email"] : ["Email", "LastName", "Company"];
        var columns = fields.Select(field => field.Column);
        return [.. new[] { new CrmFile("by-domain", [.. byDomain, .. columns], _byDomain), new CrmFile("by-email", [.. byEmail, .. columns], _byEmail) }.Where(file => file.Rows.Count > 0)];
    }
}
