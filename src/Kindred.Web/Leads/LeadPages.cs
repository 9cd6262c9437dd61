using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Members;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Shell;

namespace Kindred.Web.Leads;

/// <summary>Leads: the queue, the card of one lead, taking and passing.</summary>
internal static class LeadPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("leads", Permission.Look, ListAsync);
        routes.Page("leads/{id}", Permission.Look, CardAsync);
        routes.Form("leads/{id}", Permission.DecideLeads, DecideAsync);
    }

    /// <summary>Leads with their scores, best first. A score without its receipt takes a microsecond, so a long list stays fast.</summary>
    public static IReadOnlyList<LeadRow> Rows(LeadWorkspace leads) =>
        [.. leads.Leads.Select(lead => new LeadRow(lead, leads.Score(lead), leads.StandingOf(lead))).OrderByDescending(row => row.Score.Expected).ThenBy(row => row.Lead.Id, StringComparer.Ordinal)];

    /// <summary>The leads with decisions and answers of now; null where there are none.</summary>
    public static async Task<LeadWorkspace?> LeadsNowAsync(PageRequest request) =>
        request.Snapshot.Leads is { } leads && (await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out _)
            ? await leads.WithLogAsync(workspace, request.Aborted) : null;

    private static async Task<IResult> ListAsync(PageRequest request)
    {
        if (await LeadsNowAsync(request) is not { } leads)
        {
            return request.View<NoLeadsPage>();
        }

        var filter = new LeadFilter(request.Query("state"), request.Query("owner"), request.Query("days") is null ? null : request.Query("days", 30, 1, 3650), request.Query("q"), request.Query("group"), request.Query("page", 1, 1, 1_000_000));
        var today = leads.Facts.AsOf;
        var all = Rows(leads);
        var besides = all.Where(row => (filter with { State = null }).Fits(row, today)).ToArray();
        var found = besides.Where(row => filter.Fits(row, today)).ToArray();
        return request.View<LeadListPage>(new LeadListModel(
            [.. found.Skip((filter.Page - 1) * LeadFilter.Size).Take(LeadFilter.Size)],
            found.Length,
            all.Count,
            Enum.GetValues<ScoreState>().ToDictionary(state => state, state => besides.Count(row => row.Score.State == state)),
            [.. leads.Leads.Select(lead => lead.Owner).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            filter,
            leads.Card,
            today));
    }

    private static Task<IResult> CardAsync(PageRequest request) => ShowAsync(request, request.Query("done") switch
    {
        "taken" => new Wording("맡았어요.", "Taken."),
        "passed" => new Wording("넘겼어요. 이유를 판단 기록에 남겼어요.", "Passed. The reason is in the decision log."),
        _ => null,
    });

    private static async Task<IResult> ShowAsync(PageRequest request, Wording? done)
    {
        if (await LeadsNowAsync(request) is not { } leads)
        {
            return request.View<NoLeadsPage>();
        }

        if (!LeadBook.Find(leads.Leads, request.Route("id")).TryGet(out var lead, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status404NotFound);
        }

        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        // Opening starts the clock of the two minutes; a visitor decides nothing, so nothing is measured.
        if (request.Page.May(Permission.DecideLeads) && done is null)
        {
            await LeadRecords.DecideAsync(workspace, leads, lead, LeadEventKind.Opened, request.Page.Caller?.Member?.Name, null, request.Page.Now, request.Aborted);
        }

        var history = await workspace.Leads.EventsAsync(lead.Id, request.Aborted);
        return request.View<LeadCardPage>(new LeadCardModel(leads, lead, leads.Receipt(lead), leads.StandingOf(lead), [.. history.Reverse()], done));
    }

    private static async Task<IResult> DecideAsync(PageRequest request, IFormCollection form)
    {
        IReadOnlyList<Reason> reasons = [];
        if (await LeadsNowAsync(request) is not { } leads || !LeadBook.Find(leads.Leads, request.Route("id")).TryGet(out var lead, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status404NotFound);
        }

        PassReason? why = null;
        var isTake = form["decision"] == "take";
        if (!isTake)
        {
            if (!PassReasons.Read(form["reason"].ToString()).TryGet(out var reason, out reasons))
            {
                return request.Refuse(reasons);
            }

            why = reason;
        }

        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        if (!(await LeadRecords.DecideAsync(workspace, leads, lead, isTake ? LeadEventKind.Taken : LeadEventKind.Passed, request.Page.Caller?.Member?.Name, why, request.Page.Now, request.Aborted)).TryGet(out _, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status409Conflict);
        }

        return PageRequest.GoTo(Urls.With(Urls.Lead(request.Page.Id, lead.Id), ("done", isTake ? "taken" : "passed")));
    }
}
