using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;
using Kindred.Web.Viewing;

namespace Kindred.Web.Leads;

/// <summary>Deleting what is kept about the person behind a lead; for owners.</summary>
internal static class LeadErasing
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("leads/{id}/erase", Permission.ErasePeople, AskAsync);
        routes.Form("leads/{id}/erase", Permission.ErasePeople, EraseAsync);
    }

    private static async Task<IResult> AskAsync(PageRequest request)
    {
        if (!(await FindAsync(request)).TryGet(out var lead, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status404NotFound);
        }

        return (await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out reasons)
            ? request.View<EraseLeadPage>(new EraseLeadModel(lead, await EraseLead.CountAsync(workspace, lead.Id, request.Aborted)))
            : request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> EraseAsync(PageRequest request, IFormCollection form)
    {
        if (!(await FindAsync(request)).TryGet(out var lead, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status404NotFound);
        }

        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var rows = await EraseLead.RunAsync(workspace, lead.Id, request.Page.Now, request.Aborted);
        var (visits, desk) = (0, ViewerPages.Desk(request.Http));
        if (lead.Email is { } email && await desk.RoomAsync(request.Page.Workspace!, request.Aborted) is { } room)
        {
            visits = await desk.ForgetAsync(room, email, request.Aborted);
        }

        // Who it was is not written into the audit trail: it would keep what was to be deleted.
        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, "person.erased", Format.Whole(rows), Format.Whole(visits), request.Aborted);
        request.Desk.Changed(request.Page.Workspace!.Id);
        return PageRequest.GoTo(Urls.With(Urls.Leads(request.Page.Id), ("done", "erased")));
    }

    private static async Task<Result<LeadEntry>> FindAsync(PageRequest request) =>
        await LeadPages.LeadsNowAsync(request) is { } leads ? LeadBook.Find(leads.Leads, request.Route("id")) : LeadBook.Find([], request.Route("id"));
}

/// <summary>The question before a person's record is deleted.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Rows">Rows that are kept about it.</param>
public sealed record EraseLeadModel(LeadEntry Lead, int Rows);
