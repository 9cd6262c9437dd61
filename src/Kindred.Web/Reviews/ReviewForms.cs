using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Core.Reviews;
using Kindred.Product;
using Kindred.Web.Hosting;
using Kindred.Web.Jobs;
using Kindred.Web.Shell;

namespace Kindred.Web.Reviews;

/// <summary>What people write into the review log. Nothing that is written changes again.</summary>
internal static class ReviewForms
{
    private const int LongestText = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Form("review/answers", Permission.EditProfile, AnswerAsync);
        routes.Form("review/decision", Permission.EditProfile, DecideAsync);
        routes.Form("review/next", Permission.EditProfile, NextAsync);
        routes.Form("review/adopt", Permission.EditProfile, AdoptAsync);
        routes.Form("review/sign", Permission.SignOff, SignAsync);
        routes.Form("review/early", Permission.EditProfile, EarlyAsync);
        routes.Form("review/feedback", Permission.AnswerLeads, ReportAsync);
        routes.Form("review/experiment", Permission.EditProfile, StartAsync);
        routes.Form("review/experiment/stop", Permission.EditProfile, StopAsync);
    }

    private static Task<IResult> AnswerAsync(PageRequest request, IFormCollection form)
    {
        var says = form["says"].ToString() switch { "yes" => AnswerSays.Yes, "no" => AnswerSays.No, _ => AnswerSays.DontKnow };
        var note = Text(form, "note") is { Length: > 0 } typed ? typed : null;
        return WriteAsync(request, form, (review, by, at) => DecideReview.Answer(review, new ChecklistAnswer(form["item"].ToString(), says, note), by, at),
            "review.answered", Urls.With(Urls.ReviewForm(request.Page.Id, "decide"), ("done", "answered")) + "#" + form["item"], reasons => ReviewPages.DecideAsync(request, reasons, default));
    }

    private static async Task<IResult> DecideAsync(PageRequest request, IFormCollection form)
    {
        var (word, why, need) = (form["kind"].ToString(), Text(form, "why"), request.Snapshot.Settings.Reviews.NewOutcomes);
        var isWritten = true;
        var answer = await WriteAsync(request, form, (review, by, at) => DecideReview.Read(word).Then(kind => DecideReview.Run(review, kind, why, (null, null), by, at, need)),
            "review.decided", Urls.With(Urls.ReviewForm(request.Page.Id, "decide"), ("done", word == "keep" ? "kept" : "decided")), reasons =>
            {
                isWritten = false;
                return ReviewPages.DecideAsync(request, reasons, (word, why));
            });

        // What the change leads to takes as long as a build; its job ends at the decision again.
        return isWritten && DecideReview.Read(word).TryGet(out var kind, out _) && kind != DecisionKind.Keep && (await ReviewPages.OpenAsync(request)).IsAccepted
            ? PageRequest.GoTo(Urls.Job(request.Page.Id, await StartNextAsync(request, form["review"].ToString())))
            : answer;
    }

    private static async Task<IResult> NextAsync(PageRequest request, IFormCollection form)
    {
        var subject = form["review"].ToString();
        if (!(await ReviewPages.OpenAsync(request)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        return (await ReviewWorkspace.BookAsync(workspace, request.Aborted)).Find(subject) is not { } review ? await ReviewPages.DecideAsync(request, [NoSuchReview(subject)], default)
            : DecideReview.MayDraftNext(review).TryGet(out _, out reasons) ? PageRequest.GoTo(Urls.Job(request.Page.Id, await StartNextAsync(request, subject)))
            : await ReviewPages.DecideAsync(request, reasons, default);
    }

    private static Task<string> StartNextAsync(PageRequest request, string subject) =>
        JobPages.StartAsync(request, WorkspaceJobs.Next, System.Text.Json.JsonSerializer.Serialize(new WorkspaceJobs.NextPayload(subject, Name(request))));

    private static async Task<IResult> AdoptAsync(PageRequest request, IFormCollection form)
    {
        var subject = form["review"].ToString();
        if (!(await ReviewPages.OpenAsync(request)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var clock = request.Http.RequestServices.GetRequiredService<TimeProvider>();
        if (!(await DraftNextVersions.AdoptAsync(workspace, request.Snapshot.Folder, subject, Name(request), clock, request.Aborted)).TryGet(out var adopted, out reasons))
        {
            return await ReviewPages.DecideAsync(request, reasons, default);
        }

        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, "review.adopted", subject, "v" + Format.Whole(adopted.Version), request.Aborted);
        return PageRequest.GoTo(Urls.With(Urls.ReviewForm(request.Page.Id, "decide"), ("done", "adopted")) + "#next-h");
    }

    private static Task<IResult> SignAsync(PageRequest request, IFormCollection form) => WriteAsync(request, form, (review, by, at) => DecideReview.Sign(review, form["role"].ToString(), by, at),
        "review.signed", Urls.With(Urls.ReviewForm(request.Page.Id, "decide"), ("done", "signed")) + "#sign-h", reasons => ReviewPages.DecideAsync(request, reasons, default));

    private static async Task<IResult> EarlyAsync(PageRequest request, IFormCollection form)
    {
        var clock = request.Http.RequestServices.GetRequiredService<TimeProvider>();
        var today = ReviewRound.ScheduleOf(request.Snapshot, clock.LocalTimeZone).DayOf(request.Page.Now);
        var cause = Enum.TryParse<OffCycleCause>(form["cause"], out var known) && Enum.IsDefined(known) ? known : OffCycleCause.Market;
        var answer = await AddAsync(request, DecideReview.Early(today, new OffCycleReason(cause, Text(form, "note")), Name(request), request.Page.Now),
            "review.early", Urls.With(Urls.ReviewForm(request.Page.Id, "decide"), ("done", "early")), reasons => ReviewPages.DecideAsync(request, reasons, default));

        // Its draft is due at once; nobody should wait for the next look.
        await request.Http.RequestServices.GetRequiredService<ReviewHost>().LookAsync(request.Page.Workspace!, request.Aborted);
        return answer;
    }

    private static Task<IResult> ReportAsync(PageRequest request, IFormCollection form)
    {
        var stance = Enum.TryParse<FeedbackStance>(form["stance"], out var known) && Enum.IsDefined(known) ? known : FeedbackStance.Neutral;
        var clause = form["clause"].ToString() is { Length: > 0 } row && Core.Profiles.StateClause.Rows.Contains(row) ? row : null;
        return AddAsync(request, DecideReview.Report(new FeedbackNote(form["question"].ToString(), Text(form, "text"), clause, clause is null ? FeedbackStance.Neutral : stance), Name(request), request.Page.Now),
            "review.reported", Urls.With(Urls.ReviewForm(request.Page.Id, "trials"), ("done", "reported")) + "#field-h", reasons => ReviewPages.TrialsAsync(request, reasons));
    }

    private static async Task<IResult> StartAsync(PageRequest request, IFormCollection form)
    {
        var model = await ReviewModel.OfAsync(request, await ReviewPages.OpenAsync(request));
        var (plan, reasons) = ReviewPages.Planned(request, model, new WantedTrial(Number(form, "cut", 70), Number(form, "days", 14), Number(form, "share", 20)));
        return plan is null ? await ReviewPages.TrialsAsync(request, reasons)
            : await AddAsync(request, DecideReview.Start(model.Book, plan, Name(request), request.Page.Now), "review.trial-started", Urls.With(Urls.ReviewForm(request.Page.Id, "trials"), ("done", "started")), refused => ReviewPages.TrialsAsync(request, refused));
    }

    private static async Task<IResult> StopAsync(PageRequest request, IFormCollection form)
    {
        if (!(await ReviewPages.OpenAsync(request)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var model = await ReviewModel.OfAsync(request, Result.Accepted(workspace));
        var number = Number(form, "number", 0);
        if (model.Book.Experiments.FirstOrDefault(trial => trial.Plan.Number == number && trial.Stopped is null) is not { } running
            || !(await ReviewWorkspace.RequestAsync(workspace, request.Snapshot, model.Today, model.NextDue, request.Aborted)).TryGet(out var from, out _))
        {
            return await ReviewPages.TrialsAsync(request, [new Reason("reviews.no-such-trial", Format.Whole(number), new Wording($"{Format.Whole(number)}번 시험은 없거나 이미 멈췄어요.", $"Trial {Format.Whole(number)} is not there, or was stopped already."))]);
        }

        return await AddAsync(request, ReadExperiment.Stopped(ReadExperiment.Of(from, running), Text(form, "why")).Then(reading => Result.Accepted(DecideReview.Stop(reading, Name(request), request.Page.Now))),
            "review.trial-stopped", Urls.With(Urls.ReviewForm(request.Page.Id, "trials"), ("done", "stopped")), refused => ReviewPages.TrialsAsync(request, refused));
    }

    private static async Task<IResult> WriteAsync(PageRequest request, IFormCollection form, Func<ReviewFile, string?, DateTimeOffset, Result<ReviewEntry>> write, string act, string done, Func<IReadOnlyList<Reason>, Task<IResult>> refuse)
    {
        if (!(await ReviewPages.OpenAsync(request)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        var subject = form["review"].ToString();
        return ReviewBook.Of(await workspace.Reviews.EntriesAsync(subject, request.Aborted)).Find(subject) is { } review
            ? await AddAsync(request, write(review, Name(request), request.Page.Now), act, done, refuse)
            : await refuse([NoSuchReview(subject)]);
    }

    private static Reason NoSuchReview(string subject) => new("reviews.no-such-review", subject, new Wording($"'{subject}' 점검이 없어요. 점검 화면에서 다시 시작해 주세요.", $"There is no review '{subject}'. Start again from the review page."));

    private static async Task<IResult> AddAsync(PageRequest request, Result<ReviewEntry> made, string act, string done, Func<IReadOnlyList<Reason>, Task<IResult>> refuse)
    {
        if (!(await ReviewPages.OpenAsync(request)).TryGet(out var workspace, out var reasons))
        {
            return request.Refuse(reasons, StatusCodes.Status503ServiceUnavailable);
        }

        if (!made.TryGet(out var entry, out reasons))
        {
            return await refuse(reasons);
        }

        // A decision is made once, also by two people at the same moment.
        if (entry.Kind is ReviewEntryKind.Decision or ReviewEntryKind.ExperimentStarted or ReviewEntryKind.ExperimentStopped)
        {
            if (!await workspace.Reviews.AddOnceAsync(entry, request.Aborted))
            {
                return await refuse([new Reason("reviews.closed-already", entry.Subject, new Wording("다른 사람이 조금 전에 먼저 남겼어요. 새로 보고 다시 해 주세요.", "Somebody else wrote this down a moment ago. Look again first."))]);
            }
        }
        else
        {
            await workspace.Reviews.AddAsync([entry], request.Aborted);
        }

        await request.Members.Audit.WriteAsync(request.Page.Caller!, request.Page.Workspace!.Id, act, entry.Subject, entry.Kind.ToString(), request.Aborted);
        return PageRequest.GoTo(done);
    }

    private static string Text(IFormCollection form, string name)
    {
        var text = form[name].ToString().Trim();
        return text.Length > LongestText ? text[..LongestText] : text;
    }

    private static int Number(IFormCollection form, string name, int otherwise) => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    private static string? Name(PageRequest request) => request.Page.Caller?.Member?.Name;
}
