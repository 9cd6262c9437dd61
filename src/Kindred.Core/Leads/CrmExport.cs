using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>A CRM that scores go back to.</summary>
public enum Crm
{
    /// <summary>HubSpot: companies by Record ID.</summary>
    HubSpot,

    /// <summary>Salesforce: records by their 18-character id.</summary>
    Salesforce,
}

/// <summary>A scored lead on its way back to the CRM.</summary>
/// <param name="CrmId">Id of its record as imported; empty when it came without one.</param>
/// <param name="Name">Name, for the list of those left out.</param>
/// <param name="Receipt">Its receipt.</param>
/// <param name="IcpState">core, adjacent, regret, anti or outside; null without a profile.</param>
/// <param name="Differing">Fields that differ from the core or are unknown.</param>
/// <param name="IsBlind">True for an explored lead: it goes back without its score.</param>
public sealed record CrmLead(string CrmId, string Name, LeadReceipt Receipt, string? IcpState, IReadOnlyList<string> Differing, bool IsBlind = false)
{
    /// <summary>Company name; empty where only a person is known.</summary>
    public string Company { get; init; } = "";

    /// <summary>Company domain, or null.</summary>
    public string? Domain { get; init; }

    /// <summary>E-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Name of the person, or null.</summary>
    public string? Person { get; init; }
}

/// <summary>A further file for leads without a record id, keyed by what the CRM itself matches.</summary>
/// <param name="Key"><c>by-domain</c> (companies, accounts) or <c>by-email</c> (contacts, leads): ending of the file's name.</param>
/// <param name="Header">Columns of the CSV.</param>
/// <param name="Rows">Rows, one a record.</param>
public sealed record CrmFile(string Key, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>Every key there is.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["by-domain", "by-email"];
}

/// <summary>A field to create in the CRM.</summary>
/// <param name="Column">Header in the CSV.</param>
/// <param name="Label">Name to give it.</param>
/// <param name="Name">API name (Salesforce) or internal name (HubSpot).</param>
/// <param name="Type">Type to choose there.</param>
public sealed record CrmField(string Column, Wording Label, string Name, string Type);

/// <summary>What goes back.</summary>
/// <param name="Header">Columns of the CSV.</param>
/// <param name="Rows">Rows, one a record.</param>
/// <param name="LeftOut">Leads that cannot be written back, with the reason; no id is ever invented.</param>
/// <param name="Fields">Fields to create.</param>
public sealed record CrmExportResult(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string?>> Rows, IReadOnlyList<Reason> LeftOut, IReadOnlyList<CrmField> Fields)
{
    /// <summary>Leads without a record id, by domain or e-mail address; only files with rows.</summary>
    public IReadOnlyList<CrmFile> Others { get; init; } = [];
}

/// <summary>Makes the file that brings scores back to the CRM, keyed by the imported record id.</summary>
public static class CrmExport
{
    /// <summary>Makes the rows.</summary>
    /// <param name="leads">Scored leads.</param>
    /// <param name="crm">Where to.</param>
    /// <param name="card">The card, whose state stands in every row.</param>
    /// <param name="language">Language of reasons and questions.</param>
    public static CrmExportResult Run(IEnumerable<CrmLead> leads, Crm crm, Scorecard card, Language language)
    {
        ArgumentNullException.ThrowIfNull(leads);
        ArgumentNullException.ThrowIfNull(card);
        var fields = Fields(crm);
        var rows = new List<IReadOnlyList<string?>>();
        var leftOut = new List<Reason>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var others = new CrmMatching(crm, card, fields, language);
        foreach (var lead in leads)
        {
            if (!Key(lead, crm).TryGet(out var id, out var reasons))
            {
                leftOut.AddRange(MayMatch(lead, crm) ? others.Add(lead, reasons) : reasons);
            }
            else if (!seen.Add(id))
            {
                leftOut.Add(LeadChecks.Of("crm-id-twice", lead.Name, $"'{lead.Name}'의 번호 {id}은(는) 이미 파일에 있어요. 같은 레코드는 한 번만 써요.", $"The id {id} of '{lead.Name}' stands in the file already; a record is written once."));
            }
            else
            {
                rows.Add(Row(id, lead, card, language));
            }
        }

        return new CrmExportResult([crm == Crm.HubSpot ? "Record ID" : "Id", .. fields.Select(field => field.Column)], rows, leftOut, fields) { Others = others.Files() };
    }

    /// <summary>The fields to create before the first import. Salesforce takes API names as headers, HubSpot labels.</summary>
    public static IReadOnlyList<CrmField> Fields(Crm crm)
    {
        (string Name, Wording Label, string HubSpot, string Salesforce)[] all =
        [
            ("kindred_score", new("Kindred 점수", "Kindred score"), "Number", "Number(3, 0)"),
            ("kindred_low", new("Kindred 점수 하한", "Kindred score low"), "Number", "Number(3, 0)"),
            ("kindred_high", new("Kindred 점수 상한", "Kindred score high"), "Number", "Number(3, 0)"),
            ("kindred_state", new("Kindred 상태", "Kindred state"), "Dropdown select: over, one-question, more-questions, below, explore", "Picklist: over, one-question, more-questions, below, explore"),
            ("kindred_icp_state", new("Kindred 고객상", "Kindred ICP state"), "Dropdown select: core, adjacent, regret, anti, outside", "Picklist: core, adjacent, regret, anti, outside"),
            ("kindred_differs", new("Kindred 다른 점", "Kindred differs in"), "Single-line text", "Text(255)"),
            ("kindred_top_reason", new("Kindred 가장 큰 이유", "Kindred top reason"), "Single-line text", "Text(255)"),
            ("kindred_ask_next", new("Kindred 먼저 물어볼 것", "Kindred ask next"), "Multi-line text", "Long Text Area(1000)"),
            ("kindred_card", new("Kindred 점수표", "Kindred card"), "Single-line text", "Text(80)"),
        ];
        return [.. all.Select(field => new CrmField(
            crm == Crm.Salesforce ? Api(field.Name) : field.Label.En, field.Label, crm == Crm.Salesforce ? Api(field.Name) : field.Name, crm == Crm.Salesforce ? field.Salesforce : field.HubSpot))];
    }

    /// <summary>An id that looks like one of Salesforce's and is wrong belongs to a record that is there: written by e-mail it might become a second one.</summary>
    private static bool MayMatch(CrmLead lead, Crm crm) => crm == Crm.HubSpot || !SalesforceId.IsLikely(lead.CrmId);

    private static string Api(string name) => string.Join('_', name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..])) + "__c";

    private static Result<string> Key(CrmLead lead, Crm crm)
    {
        if (lead.CrmId.Length == 0)
        {
            return Result.Refused<string>(LeadChecks.Of("crm-no-id", lead.Name, $"'{lead.Name}'에는 CRM 레코드 번호가 없어요. 번호 열을 함께 내려받아 주세요.", $"'{lead.Name}' came without a record id. Export the id column as well."));
        }

        if (crm == Crm.Salesforce)
        {
            return SalesforceId.Eighteen(lead.CrmId);
        }

        return lead.CrmId.All(char.IsAsciiDigit)
            ? Result.Accepted(lead.CrmId)
            : Result.Refused<string>(LeadChecks.Of("hubspot-id", lead.CrmId, $"'{lead.Name}'의 번호 '{lead.CrmId}'은(는) HubSpot Record ID가 아니에요. 숫자만 있어야 해요.", $"'{lead.CrmId}' of '{lead.Name}' is no HubSpot Record ID; these are digits only."));
    }

    internal static IReadOnlyList<string?> Row(string id, CrmLead lead, Scorecard card, Language language)
    {
        var score = lead.Receipt.Score;
        var mark = $"{card.Name} v{Format.Whole(card.Version)} ({CardWords.Of(card.State)})";
        var differs = Cut(string.Join("; ", lead.Differing), 255);
        return lead.IsBlind
            ? [id, null, null, null, "explore", lead.IcpState, differs, null, null, mark]
            : [id, Format.Whole(score.Score), Format.Whole(score.Low), Format.Whole(score.High), ScoreStates.Code(score.State), lead.IcpState, differs,
                lead.Receipt.For.Count > 0 ? Cut(lead.Receipt.For[0].In(language), 255) : null, lead.Receipt.Ask is { } ask ? Cut(ask.In(language), 1000) : null, mark];
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
