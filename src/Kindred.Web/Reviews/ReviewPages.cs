using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Reviews;
using Kindred.Product;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Kindred.Web.Viewing;

namespace Kindred.Web.Reviews;

/// <summary>Reviews: whether the profile still holds, questions and decision, trials and reports, the Monday note, the log.</summary>
internal static class ReviewPages
{
    private const int ShownLines = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("review", Permission.Look, ShowAsync);
        routes.Page("review/on/{day}", Permission.Look, OnDayAsync);
        routes.Page("review/decide", Permission.Look, request => DecideAsync(request, [], default));
        routes.Page("review/trials", Permission.Look, request => TrialsAsync(request, []));
        routes.Page("review/note", Permission.Look, NoteAsync);
        routes.Page("review/log", Permission.Look, LogAsync);
        routes.Page("review/board", Permission.Look, BoardAsync);
        ReviewForms.Map(routes);
    }

    /// <summary>The workspace, owned.</summary>
    internal static Task<Result<Workspace>> OpenAsync(PageRequest request) => request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted);

    internal static async Task<IResult> DecideAsync(PageRequest request, IReadOnlyList<Reason> reasons, (string? Kind, string? Why) typed)
    {
        var model = await ReviewModel.OfAsync(request, await OpenAsync(request));
        return request.View<DecidePage>(model with { Done = DoneOf(request), Reasons = reasons, Typed = typed }, StatusOf(reasons));
    }

    internal static async Task<IResult> TrialsAsync(PageRequest request, IReadOnlyList<Reason> reasons)
    {
        var opened = await OpenAsync(request);
        var model = await ReviewModel.OfAsync(request, opened);
        var wanted = new WantedTrial(request.Query("cut", request.Snapshot.Card?.Cut ?? 70, 1, 100), request.Query("days", 14, 1, 180), request.Query("share", 20, 1, 50));
        var (plan, planReasons) = Planned(request, model, wanted);
        if (opened.TryGet(out var workspace, out _) && model.Book.Experiments.Count > 0 && (await ReviewWorkspace.RequestAsync(workspace, request.Snapshot, model.Today, model.NextDue, request.Aborted)).TryGet(out var from, out _))
        {
            model = model with { Trials = [.. model.Book.Experiments.Select(trial => trial.Stopped ?? ReadExperiment.Of(from, trial))] };
        }

        return request.View<TrialsPage>(model with { Done = DoneOf(request), Reasons = reasons, Plan = plan, PlanReasons = planReasons, Wanted = wanted, Asked = request.Query("ask") }, StatusOf(reasons));
    }

    /// <summary>What a trial as wanted would show; from the leads of the last 90 days of the data and the win rate of all closed deals.</summary>
    internal static (ExperimentPlan? Plan, IReadOnlyList<Reason> Reasons) Planned(PageRequest request, ReviewModel model, WantedTrial wanted)
    {
        if (request.Snapshot.Leads is not { } leads)
        {
            return (null, [new Reason("reviews.no-leads", "experiment", new Wording("점수가 있는 리드가 없어서 계획할 수 없어요. 점수표를 쓰기 시작하고 리드 파일을 넣어 주세요.", "A trial needs scored leads: put a scorecard to use and add a leads file."))]);
        }

        const int Days = 90;
        var lately = leads.Leads.Where(lead => lead.CreatedOn > leads.Facts.AsOf.AddDays(-Days)).Select(lead => leads.Score(lead).Score).ToArray();
        var rate = BaseRate(request.Snapshot);
        var over = lately.Count(score => score >= wanted.Cut);
        return PlanExperiment.Run(new PlanExperimentRequest((model.Book.Experiments.Count == 0 ? 0 : model.Book.Experiments.Max(trial => trial.Plan.Number)) + 1, wanted.Cut, model.Today, Math.Clamp(rate, 0.01, 0.9), over / (double)Days, (lately.Length - over) / (double)Days)
        {
            Days = wanted.Days, RandomShare = wanted.Share / 100.0,
        }).TryGet(out var plan, out var reasons) ? (plan, []) : (null, reasons);
    }

    private static double BaseRate(WorkspaceSnapshot snapshot)
    {
        var closed = snapshot.Facts!.Deals.Where(deal => deal.IsNewBusiness && deal.Outcome is Core.Accounts.DealOutcome.Won or Core.Accounts.DealOutcome.Lost).ToArray();
        return closed.Length == 0 ? 0.2 : (double)closed.Count(deal => deal.Outcome == Core.Accounts.DealOutcome.Won) / closed.Length;
    }

    private static async Task<IResult> ShowAsync(PageRequest request)
    {
        var model = await ReviewModel.OfAsync(request, await OpenAsync(request));
        return model.Draft is null ? request.View<NoReviewPage>(new NoReviewModel(request.Snapshot.Trouble)) : request.View<ReviewPage>(model with { Done = DoneOf(request) });
    }

    private static async Task<IResult> OnDayAsync(PageRequest request)
    {
        var model = DateOnly.TryParseExact(request.Route("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? await ReviewModel.OfAsync(request, await OpenAsync(request), day) : null;
        return model?.Shown is null
            ? request.Refuse([new Reason("reviews.no-such-review", request.Route("day"), new Wording($"'{request.Route("day")}' 점검이 없어요. 기록에서 골라 주세요.", $"There is no review of '{request.Route("day")}'. Pick one from the log."))], StatusCodes.Status404NotFound)
            : model.Draft is null ? request.View<NoReviewPage>(new NoReviewModel([])) : request.View<ReviewPage>(model);
    }

    private static async Task<IResult> NoteAsync(PageRequest request)
    {
        if (request.Snapshot.Facts is null || !(await OpenAsync(request)).TryGet(out var workspace, out _))
        {
            return request.View<NotePage>(new NoteModel(null, true, ReviewBook.Empty, false, 0));
        }

        var clock = request.Http.RequestServices.GetRequiredService<TimeProvider>();
        var book = await ReviewWorkspace.BookAsync(workspace, request.Aborted);
        var kept = request.Query("on") is { } wanted ? book.Notes.FirstOrDefault(one => Format.Date(one.On) == wanted) : book.Notes.FirstOrDefault();
        var note = kept ?? await ReviewRound.PreviewNoteAsync(workspace, request.Snapshot, clock, request.Aborted);
        return request.View<NotePage>(new NoteModel(note, kept is null, book, ViewerPages.Desk(request.Http).Mail.IsPossible, request.Snapshot.Settings.Reviews.To.Count));
    }

    private static async Task<IResult> LogAsync(PageRequest request)
    {
        if (!(await OpenAsync(request)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var verified = (await workspace.Reviews.VerifyAsync(request.Aborted)).TryGet(out var rows, out var faults);
        var lines = (await workspace.Reviews.EntriesAsync(null, request.Aborted)).Reverse().Take(ShownLines).ToArray();
        (string, long)? found = null;
        IReadOnlyList<Reason> missing = [];
        if (request.Query("digest") is { } digest)
        {
            found = (await workspace.Logs.FindAsync(digest, request.Aborted)).TryGet(out var where, out missing!) ? where : null;
        }

        return request.View<LogPage>(new LogModel(lines, await workspace.Logs.HeadsAsync(request.Aborted), rows, verified ? [] : faults!, missing ?? [], request.Query("digest"), found));
    }

    private static async Task<IResult> BoardAsync(PageRequest request)
    {
        var opened = await OpenAsync(request);
        var wanted = DateOnly.TryParseExact(request.Query("on") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null;
        var model = await ReviewModel.OfAsync(request, opened, wanted);
        return model.Draft is null ? request.View<NoReviewPage>(new NoReviewModel(request.Snapshot.Trouble))
            : request.View<BoardPage>(new BoardModel(model.Draft, model.Shown, model.IsPreview, opened.TryGet(out var workspace, out _) ? await workspace.Logs.HeadsAsync(request.Aborted) : []));
    }

    private static int StatusOf(IReadOnlyList<Reason> reasons) => reasons.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    private static Wording? DoneOf(PageRequest request) => request.Query("done") switch
    {
        "answered" => new("답을 남겼어요.", "Your answer is written down."),
        "decided" => new("결정을 남겼어요. 이제 영업과 마케팅의 동의를 받아요.", "The decision is written down. Sales and marketing are asked to agree next."),
        "kept" => new("그대로 두기로 남겼어요.", "Written down: it stays as it is."),
        "drafted" => new("다음 버전을 초안으로 썼어요. 지금 쓰는 것은 그대로예요.", "The next versions are drafted. What is in use stays as it is."),
        "not-drafted" => new("결정은 남겼어요. 다음 버전은 쓰지 못했고, 이유는 아래에 있어요.", "The decision stands. No next version could be drafted; the reason is below."),
        "adopted" => new("새 고객상을 쓰기 시작했어요.", "The new profile is in use."),
        "signed" => new("동의를 남겼어요.", "Your agreement is written down."),
        "reported" => new("들은 말을 남겼어요. 다음 점검에서 고객상 조건과 나란히 보여요.", "Written down. The next review shows it beside the clause."),
        "early" => new("점검을 앞당겼어요. 초안을 만드는 중이에요.", "The review starts today; its draft is being made."),
        "started" => new("시험을 시작했어요.", "The trial has started."),
        "stopped" => new("시험을 멈췄어요.", "The trial was stopped."),
        _ => null,
    };
}
