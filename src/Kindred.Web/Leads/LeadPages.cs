using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Members;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Segments;
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
        routes.Form("leads/{id}/answer", Permission.AnswerLeads, AnswerAsync);
        LeadErasing.Map(routes);
        routes.Page("leads-feedback", Permission.Look, FeedbackAsync);
    }

    /// <summary>Leads with their scores, best first; among leads of one state those with rising interest come first. A score without its receipt takes a microsecond, so a long list stays fast.</summary>
    public static IReadOnlyList<LeadRow> Rows(LeadWorkspace leads) =>
        [.. leads.Leads.Select(lead => new LeadRow(lead, leads.Score(lead), leads.StandingOf(lead))
            {
                Progress = leads.ProgressOf(lead),
                Engagement = leads.Reading is { HasVisits: true } board && !leads.ProgressOf(lead).IsBlind ? board.Engagement(lead).Score : null,
                Rising = leads.Reading?.RisingOf(lead).Select(group => group.Reason).FirstOrDefault(),
            })
            .OrderBy(row => row.IsBlind ? int.MaxValue : leads.Reading is { Rising.Rising.Count: > 0 } ? (int)row.Score.State * 2 + (row.Rising is null ? 1 : 0) : 0)
            .ThenByDescending(row => row.IsBlind ? double.NegativeInfinity : row.Score.Expected).ThenBy(row => row.Lead.Id, StringComparer.Ordinal)];

    /// <summary>The leads with decisions and answers of now, and their list; null where there are none.</summary>
    public static async Task<LeadBoard?> BoardAsync(PageRequest request) =>
        request.Snapshot.Leads is { } leads && (await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out _)
            ? await LeadBoard.OfAsync(leads, workspace, request.Aborted) : null;

    /// <summary>The leads with decisions and answers of now; null where there are none.</summary>
    public static async Task<LeadWorkspace?> LeadsNowAsync(PageRequest request) => (await BoardAsync(request))?.Leads;

    private static async Task<IResult> ListAsync(PageRequest request)
    {
        if (await BoardAsync(request) is not { } board)
        {
            return request.View<NoLeadsPage>();
        }

        if (!Scope.TryRead(request, out var segment, out var reasons))
        {
            return request.Refuse(reasons);
        }

        var leads = board.Leads;
        var filter = new LeadFilter(request.Query("state"), request.Query("owner"), request.Query("days") is null ? null : request.Query("days", 30, 1, 3650), request.Query("q"), request.Query("group"), request.Query("page", 1, 1, 1_000_000)) { Who = request.Query("who"), Sort = request.Query("sort") == "engagement" ? "engagement" : null, Me = request.Page.Caller?.Member?.Name, Segment = segment };
        var today = leads.Facts.AsOf;
        var all = board.Rows;
        var besides = all.Where(row => (filter with { State = null }).Fits(row, today)).ToArray();
        var found = besides.Where(row => filter.Fits(row, today)).ToArray();
        found = filter.Sort is null ? found : [.. found.OrderByDescending(row => row.Engagement ?? -1)];
        return request.View<LeadListPage>(new LeadListModel(
            [.. found.Skip((filter.Page - 1) * LeadFilter.Size).Take(LeadFilter.Size)],
            found.Length,
            all.Count,
            Enum.GetValues<ScoreState>().ToDictionary(state => state, state => besides.Count(row => !row.IsBlind && row.Score.State == state)),
            besides.Count(row => row.IsBlind),
            [.. leads.Leads.Select(lead => lead.Owner).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            filter,
            leads.Card,
            today) { Done = request.Query("done") == "erased" ? new Wording("기록을 지웠어요.", "The record was deleted.") : null });
    }

    private static Task<IResult> CardAsync(PageRequest request) => ShowAsync(request, request.Query("done") switch
    {
        "taken" => new Wording("맡았어요.", "Taken."),
        "passed" => new Wording("넘겼어요. 이유를 판단 기록에 남겼어요.", "Passed. The reason is in the decision log."),
        "answered" => new Wording("답을 남겼어요. 점수에 바로 들어갔어요.", "Kept. It counts in the score at once."),
        "undone" => new Wording("답을 되돌렸어요.", "The answer was taken back."),
        _ => null,
    });

    private static async Task<IResult> ShowAsync(PageRequest request, Wording? done, LeadRefusal? refusal = null, int status = StatusCodes.Status200OK)
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
        if (request.Page.May(Permission.DecideLeads) && done is null && refusal is null)
        {
            await LeadRecords.DecideAsync(workspace, leads, lead, LeadEventKind.Opened, request.Page.Caller?.Member?.Name, null, request.Page.Now, request.Aborted);
        }

        var history = await workspace.Leads.EventsAsync(lead.Id, request.Aborted);
        var progress = leads.ProgressOf(lead);
        return request.View<LeadCardPage>(new LeadCardModel(leads, lead, leads.Receipt(lead), leads.StandingOf(lead), progress, [.. history.Reverse()], [.. leads.Log.Answers(lead.Id)], done, refusal)
        {
            Success = lead.Account >= 0 && !progress.IsBlind ? Success.AccountSuccess.Of(request.Snapshot, lead.Account) : null,
        }, status);
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
                return await ShowAsync(request, null, new LeadRefusal(reasons, null, null), StatusCodes.Status400BadRequest);
            }

            why = reason;
        }

        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        if (!(await LeadRecords.DecideAsync(workspace, leads, lead, isTake ? LeadEventKind.Taken : LeadEventKind.Passed, request.Page.Caller?.Member?.Name, why, request.Page.Now, request.Aborted)).TryGet(out _, out reasons))
        {
            return await ShowAsync(request, null, new LeadRefusal(reasons, null, null), StatusCodes.Status409Conflict);
        }

        return PageRequest.GoTo(Urls.With(Urls.Lead(request.Page.Id, lead.Id), ("done", isTake ? "taken" : "passed")));
    }

    private static async Task<IResult> AnswerAsync(PageRequest request, IFormCollection form)
    {
        IReadOnlyList<Reason> reasons = [];
        if (await LeadsNowAsync(request) is not { } leads || !LeadBook.Find(leads.Leads, request.Route("id")).TryGet(out var lead, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status404NotFound);
        }

        if (!(await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var isUndo = form["do"] == "undo";
        var (field, value) = (form["field"].ToString(), form["value"].ToString());
        if (!(await LeadRecords.AnswerAsync(workspace, leads, lead, field, isUndo ? null : value, request.Page.Caller?.Member?.Name, request.Page.Now, request.Aborted)).TryGet(out _, out reasons))
        {
            return await ShowAsync(request, null, new LeadRefusal(reasons, field, value), StatusCodes.Status400BadRequest);
        }

        return PageRequest.GoTo(Urls.With(Urls.Lead(request.Page.Id, lead.Id), ("done", isUndo ? "undone" : "answered")));
    }

    private static async Task<IResult> FeedbackAsync(PageRequest request)
    {
        if (await LeadsNowAsync(request) is not { } leads)
        {
            return request.View<NoLeadsPage>();
        }

        return leads.Feedback(DateOnly.FromDateTime(request.Page.Now.UtcDateTime), LeadProgress.DefaultTimingDays).TryGet(out var feedback, out var reasons)
            ? request.View<FeedbackPage>(new FeedbackModel(feedback, [.. Enum.GetValues<PassReason>().Select(reason => (reason, leads.Log.Progress.Values.Count(progress => progress.Phase == LeadPhase.Passed && progress.Reason == reason)))]))
            : request.Refuse(reasons);
    }
}
