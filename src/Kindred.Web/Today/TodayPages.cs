using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Leads;
using Kindred.Web.Shell;

namespace Kindred.Web.Today;

/// <summary>Today: what changed, whom to call, what would help the data most, what comes next. And the tour over the invented company.</summary>
internal static class TodayPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Page("today", Permission.Look, ShowAsync);
        routes.Page("tour/{step}", Permission.Look, TourAsync);
        routes.Form("today/steps", Permission.EditProfile, StepAsync);
    }

    private static async Task<IResult> ShowAsync(PageRequest request)
    {
        var snapshot = request.Snapshot;
        var today = DateOnly.FromDateTime(request.Page.Now.UtcDateTime);
        var marks = StepMarks.Read(snapshot.Folder);
        var since = SinceOf(request);
        return request.View<TodayPage>(new TodayModel(
            snapshot,
            TodayLeads.Of(await BoardAsync(request), since.At, request.Page.Caller?.Member?.Name),
            WhatChanged.Of(snapshot.Imports, SnapshotStudy.Of(snapshot).Versions, since.At),
            since,
            snapshot.Facts is { } facts ? NextImprovement.Of(facts) : null,
            FirstSteps.Seven(snapshot, marks, today),
            FirstSteps.NextWeek(snapshot, marks, today),
            today)
        {
            OffersPicks = BestPicks.AreOffered(snapshot),
            News = ReadingBoard.Of(snapshot) is { } reading ? new ReadingNow(reading.Book, ReadingNews.Since(reading.Book, since.At)) : null,
            Done = request.Query("done") == "step" ? new Wording("표시했어요.", "Marked.") : null,
        });
    }

    /// <summary>Since when things are new: the last look of a person who signed in; the last import for a visitor; some weeks otherwise.</summary>
    private static Since SinceOf(PageRequest request)
    {
        var zone = request.Http.RequestServices.GetRequiredService<TimeProvider>().LocalTimeZone;
        var (kind, at) = request.Page.Caller?.Member is { } member
            ? LastLooks.Note(request.Snapshot.Folder, member.Id.Value, request.Page.Now) is { } look ? (SinceKind.Look, look) : (SinceKind.Days, request.Page.Now.AddDays(-WhatChanged.Days))
            : WhatChanged.LastImport(request.Snapshot.Imports) is { } import ? (SinceKind.Import, import) : (SinceKind.Days, request.Page.Now.AddDays(-WhatChanged.Days));
        return new Since(kind, TimeZoneInfo.ConvertTime(at, zone));
    }

    private static Task<IResult> StepAsync(PageRequest request, IFormCollection form)
    {
        var set = StepMarks.Set(request.Snapshot.Folder, form["step"].ToString(), form["mark"] == "done", request.Page.Caller?.Member?.Name, DateOnly.FromDateTime(request.Page.Now.UtcDateTime));
        return Task.FromResult(set.TryGet(out _, out var reasons) ? PageRequest.GoTo(Urls.With(Urls.Today(request.Page.Id), ("done", "step")) + "#steps") : request.Refuse(reasons));
    }

    /// <summary>Each step of the tour is a real page with a strip above it.</summary>
    private static async Task<IResult> TourAsync(PageRequest request)
    {
        var id = request.Page.Id;
        switch (request.Route("step"))
        {
            case "1" when request.Snapshot.Profile is not null:
                return PageRequest.GoTo(Urls.With(Urls.Icp(id), ("tour", "1")));
            case "2" when request.Snapshot.Profile is { CustomerCount: > 0 }:
                return PageRequest.GoTo(Urls.With(Urls.Customers(id), ("view", "left"), ("tour", "2")));
            case "3" when TodayLeads.Of(await BoardAsync(request), request.Page.Now, null) is { } leads && leads.OneQuestion.Concat(leads.Over).FirstOrDefault() is { } row:
                return PageRequest.GoTo(Urls.With(Urls.Lead(id, row.Lead.Id), ("tour", "3")));
            default:
                return PageRequest.GoTo(TourStop.LongestOpen(request.Snapshot) is { } visit ? Urls.With(Urls.ReadingDocument(id, visit.Document), ("tour", "4")) : Urls.With(Urls.Today(id), ("tour", "4")));
        }
    }

    private static async Task<LeadBoard?> BoardAsync(PageRequest request) =>
        request.Snapshot.Leads is { } leads && (await request.Desk.OpenAsync(request.Page.Workspace!, request.Aborted)).TryGet(out var workspace, out _) ? await LeadBoard.OfAsync(leads, workspace, request.Aborted) : null;
}

/// <summary>Leads to call today: nobody took or passed them, and their score may be shown.</summary>
/// <param name="Over">The first over the cut.</param>
/// <param name="OverCount">How many are over it.</param>
/// <param name="OneQuestion">The first that one question decides.</param>
/// <param name="OneQuestionCount">How many one question decides.</param>
/// <param name="NewOver">Over the cut and come in within the last seven days of the data.</param>
/// <param name="DecidedByOthers">Taken or passed by somebody else since the reader last looked.</param>
public sealed record TodayLeads(IReadOnlyList<LeadRow> Over, int OverCount, IReadOnlyList<LeadRow> OneQuestion, int OneQuestionCount, int NewOver, int DecidedByOthers)
{
    private const int Shown = 5;
    private const int NewDays = 7;

    /// <summary>None.</summary>
    public static TodayLeads None { get; } = new([], 0, [], 0, 0, 0);

    /// <summary>Picks them in one pass over the board, best first.</summary>
    /// <param name="board">The leads; null for none.</param>
    /// <param name="since">When the reader last looked.</param>
    /// <param name="me">The reader's name; null for a visitor.</param>
    public static TodayLeads Of(LeadBoard? board, DateTimeOffset since, string? me)
    {
        if (board is null)
        {
            return None;
        }

        List<LeadRow> over = [], question = [];
        int overCount = 0, questionCount = 0, newOver = 0, byOthers = 0;
        var newFrom = board.Leads.Facts.AsOf.AddDays(-NewDays);
        foreach (var row in board.Rows)
        {
            byOthers += row.Progress is { IsDecided: true, Since: { } decided } && decided >= since && row.Progress.By != me ? 1 : 0;
            if (row.Score.State is not (ScoreState.Over or ScoreState.OneQuestion) || board.Leads.ProgressOf(row.Lead) is { IsDecided: true } or { IsBlind: true })
            {
                continue;
            }

            var isOver = row.Score.State == ScoreState.Over;
            overCount += isOver ? 1 : 0;
            questionCount += isOver ? 0 : 1;
            newOver += isOver && row.Lead.CreatedOn > newFrom ? 1 : 0;
            var list = isOver ? over : question;
            if (list.Count < Shown)
            {
                list.Add(row);
            }
        }

        return new TodayLeads(over, overCount, question, questionCount, newOver, byOthers);
    }
}

/// <summary>The page of the day.</summary>
/// <param name="Snapshot">The workspace.</param>
/// <param name="Leads">Whom to call.</param>
/// <param name="Changes">What happened lately.</param>
/// <param name="Since">Since when.</param>
/// <param name="Improvement">What would help the data most; null when nothing is wrong with it.</param>
/// <param name="Steps">Towards a first profile.</param>
/// <param name="NextWeek">The list for next week.</param>
/// <param name="Today">The day.</param>
public sealed record TodayModel(WorkspaceSnapshot Snapshot, TodayLeads Leads, IReadOnlyList<Change> Changes, Since Since, NextImprovement? Improvement, IReadOnlyList<StepState> Steps, IReadOnlyList<StepState> NextWeek, DateOnly Today)
{
    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done { get; init; }

    /// <summary>Customers are ranked and nobody has picked their own yet.</summary>
    public bool OffersPicks { get; init; }

    /// <summary>What of the reading is new; null where nothing is imported.</summary>
    public ReadingNow? News { get; init; }

    /// <summary>When the profile's review is due; null without one.</summary>
    public DateOnly? ReviewOn => Snapshot.Profile is { } profile ? ProfileReview.DueOn(profile, Snapshot.Settings.ReviewDays) : null;

    /// <summary>The review is due.</summary>
    public bool IsReviewDue => ReviewOn <= Today;
}

/// <summary>News of reading.</summary>
/// <param name="Book">Readers with their visits.</param>
/// <param name="Items">The news, newest first.</param>
public sealed record ReadingNow(ReadingBook Book, IReadOnlyList<ReadingNewsItem> Items);
