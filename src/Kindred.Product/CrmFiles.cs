using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Files.Writing;

namespace Kindred.Product;

/// <summary>The files that bring the scores of a workspace's leads back to a CRM: one keyed by record id, further ones for leads that came without.</summary>
/// <param name="Crm">Where to.</param>
/// <param name="Result">Rows, fields to create, and who was left out.</param>
public sealed record CrmFiles(Crm Crm, CrmExportResult Result)
{
    private static readonly LeadReceipt NoReceipt = new(default, 1, [], [], null, [], [], null, Wording.Same(""), null);

    /// <summary>Makes the files.</summary>
    /// <param name="leads">Scored leads.</param>
    /// <param name="crm">Where to.</param>
    /// <param name="language">Language of reasons, questions and field names.</param>
    public static CrmFiles Of(LeadWorkspace leads, Crm crm, Language language) => Of(leads, crm, language, leads.Receipt);

    /// <summary>The same rows without their scores: how many records go where, at once.</summary>
    /// <param name="leads">Leads.</param>
    /// <param name="crm">Where to.</param>
    /// <param name="language">Language of the reasons.</param>
    public static CrmFiles Counted(LeadWorkspace leads, Crm crm, Language language) => Of(leads, crm, language, _ => NoReceipt);

    /// <summary>Name of a CRM in commands, addresses and file names.</summary>
    public static string Word(Crm crm) => crm == Crm.HubSpot ? "hubspot" : "salesforce";

    /// <summary>Name of a file.</summary>
    /// <param name="crm">Where to.</param>
    /// <param name="key">Key of a further file; null for the one keyed by record id.</param>
    public static string Name(Crm crm, string? key = null) => $"crm-{Word(crm)}{(key is null ? "" : "-" + key)}.csv";

    /// <summary>A file as text, made safe for spreadsheets; null where there is none of that key.</summary>
    /// <param name="key">Key of a further file; null for the one keyed by record id.</param>
    public string? Csv(string? key)
    {
        var other = Result.Others.FirstOrDefault(file => file.Key == key);
        if (key is not null && other is null)
        {
            return null;
        }

        using var stream = new MemoryStream();
        SafeCsv.Write(stream, other?.Header ?? Result.Header, other?.Rows ?? Result.Rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The page of steps, as Markdown.</summary>
    public string Steps(Language language) => CrmSteps.Page(Crm, Name(Crm), language, [.. Result.Others.Select(file => (file, Name(Crm, file.Key)))]);

    private static CrmFiles Of(LeadWorkspace leads, Crm crm, Language language, Func<LeadEntry, LeadReceipt> receipt)
    {
        ArgumentNullException.ThrowIfNull(leads);
        return new CrmFiles(crm, CrmExport.Run(leads.Leads.Select(lead => Lead(leads, lead, crm, language, receipt(lead))), crm, leads.Card, language));
    }

    private static CrmLead Lead(LeadWorkspace leads, LeadEntry lead, Crm crm, Language language, LeadReceipt receipt)
    {
        var standing = leads.StandingOf(lead);
        string[] ids = crm == Crm.HubSpot ? [lead.CompanyId, lead.RecordId] : [lead.RecordId, lead.CompanyId];
        var id = ids.FirstOrDefault(one => crm == Crm.HubSpot ? one.Length > 0 && one.All(char.IsAsciiDigit) : SalesforceId.IsLikely(one)) ?? ids.FirstOrDefault(one => one.Length > 0) ?? "";
        string Label(string field) => leads.Labels.GetValueOrDefault(field)?.In(language) ?? field;
        return new CrmLead(id, lead.Name.Length > 0 ? lead.Name : lead.Id, receipt, standing is null ? null : WriteProfile.StateCode(standing.State), standing is null ? [] : [.. standing.Differing.Concat(standing.Unknown).Select(Label)], leads.ProgressOf(lead).IsBlind)
        {
            Company = lead.Account >= 0 ? lead.Name : "", Domain = lead.Domain, Email = lead.Email, Person = lead.Person,
        };
    }
}
