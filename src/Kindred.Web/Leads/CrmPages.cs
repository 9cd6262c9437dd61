using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;

namespace Kindred.Web.Leads;

/// <summary>Scores back to the CRM: what goes where, the files, the fields to create, the steps.</summary>
internal static class CrmPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("leads-crm", Permission.Look, ShowAsync);
        routes.Page("leads-crm/{file}", Permission.Export, FileAsync);
    }

    private static async Task<IResult> ShowAsync(PageRequest request)
    {
        if (await LeadPages.LeadsNowAsync(request) is not { } leads)
        {
            return request.View<NoLeadsPage>();
        }

        var crm = request.Query("for") == "salesforce" ? Crm.Salesforce : Crm.HubSpot;
        return request.View<CrmPage>(Model(request, leads, crm));
    }

    /// <summary>Who goes into which file depends on the leads alone; decisions only hide scores.</summary>
    private static CrmModel Model(PageRequest request, LeadWorkspace leads, Crm crm)
    {
        var kept = Counts.GetOrCreateValue(request.Snapshot.Leads!);
        lock (kept)
        {
            if (!kept.TryGetValue((crm, request.Page.Language), out var model))
            {
                var counted = CrmFiles.Counted(leads, crm, request.Page.Language);
                model = new CrmModel(crm, leads.Leads.Count, counted.Result.Rows.Count, [.. counted.Result.Others.Select(file => (file.Key, file.Rows.Count))],
                    [.. counted.Result.LeftOut.GroupBy(reason => reason.Code, StringComparer.Ordinal).Select(group => (group.Count(), group.First())).OrderByDescending(group => group.Item1)], counted.Result.Fields, counted.Steps(request.Page.Language), leads.Card.State);
                kept.Add((crm, request.Page.Language), model);
            }

            return model;
        }
    }

    private static readonly ConditionalWeakTable<LeadWorkspace, Dictionary<(Crm, Language), CrmModel>> Counts = [];

    private static async Task<IResult> FileAsync(PageRequest request)
    {
        var name = request.Route("file");
        if (await LeadPages.LeadsNowAsync(request) is not { } leads)
        {
            return request.View<NoLeadsPage>(status: StatusCodes.Status404NotFound);
        }

        foreach (var crm in Enum.GetValues<Crm>())
        {
            var steps = Path.ChangeExtension(CrmFiles.Name(crm), ".md");
            var key = CrmFile.Keys.FirstOrDefault(one => CrmFiles.Name(crm, one) == name);
            if (name != steps && key is null && CrmFiles.Name(crm) != name)
            {
                continue;
            }

            if (name == steps)
            {
                return PageRequest.File(steps, "text/markdown; charset=utf-8", CrmFiles.Counted(leads, crm, request.Page.Language).Steps(request.Page.Language));
            }

            if (CrmFiles.Of(leads, crm, request.Page.Language).Csv(key) is { } csv)
            {
                return PageRequest.File(name, "text/csv; charset=utf-8", csv);
            }
        }

        return request.Refuse([new Reason("web.no-file", name, new Wording($"'{name}' 파일은 없어요. CRM 내보내기 화면에서 받아 주세요.", $"There is no file '{name}'. Download it from the CRM page."))], StatusCodes.Status404NotFound);
    }
}

/// <summary>The CRM page.</summary>
/// <param name="Crm">Where to.</param>
/// <param name="Leads">All leads.</param>
/// <param name="ById">Records keyed by their id.</param>
/// <param name="Others">Rows of further files by key.</param>
/// <param name="LeftOut">How many were left out for what reason, with an example.</param>
/// <param name="Fields">Fields to create.</param>
/// <param name="Steps">The page of steps as Markdown.</param>
/// <param name="State">State of the card in use.</param>
public sealed record CrmModel(Crm Crm, int Leads, int ById, IReadOnlyList<(string Key, int Rows)> Others, IReadOnlyList<(int Count, Reason Example)> LeftOut, IReadOnlyList<CrmField> Fields, string Steps, Core.Scorecards.PublishState State);
