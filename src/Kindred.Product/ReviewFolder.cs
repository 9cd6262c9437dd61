using Kindred.Core.Basics;
using Kindred.Core.Reviews;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Reviews of a workspace folder, opened for one call: for the command line.</summary>
public static class ReviewFolder
{
    /// <summary>Drafts and keeps the draft in the log.</summary>
    public static Task<Result<ReviewDraft>> KeepDraftAsync(string folder, DateOnly today, DateOnly? dueOn, bool withNext, string? by, CancellationToken cancel) => WithOwnedAsync(folder, async workspace =>
    {
        var snapshot = await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false);
        var drafted = await (withNext ? ReviewWorkspace.DraftWithNextAsync(workspace, snapshot, today, dueOn, cancel) : ReviewWorkspace.DraftAsync(workspace, snapshot, today, dueOn, cancel)).ConfigureAwait(false);
        if (drafted.TryGet(out var draft, out _))
        {
            var book = await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false);
            if (book.Find(ReviewBook.SubjectOf(draft.DueOn)) is { Decision: { } made } closed)
            {
                return Result.Refused<ReviewDraft>("reviews.closed-already", closed.Subject, $"'{closed.Subject}'은(는) {made.By ?? "이름 없는 사람"}이(가) 이미 결정했어요.", $"'{closed.Subject}' was decided by {made.By ?? "somebody unnamed"} already.");
            }

            await workspace.Reviews.AddAsync([DecideReview.Draft(draft, by, TimeProvider.System.GetLocalNow())], cancel).ConfigureAwait(false);
        }

        return drafted;
    }, cancel);

    /// <summary>The draft in the log of the review that is open (or of the day named), else one of today; with the log.</summary>
    public static async Task<Result<(ReviewDraft Draft, ReviewBook Book)>> ReadAsync(string folder, DateOnly today, DateOnly? dueOn, CancellationToken cancel)
    {
        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<(ReviewDraft, ReviewBook)>(reasons);
        }

        using (workspace)
        {
            var book = await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false);
            var kept = dueOn is { } day ? book.Find(ReviewBook.SubjectOf(day))?.Draft : book.Open?.Draft;
            return kept is not null
                ? Result.Accepted((kept, book))
                : (await ReviewWorkspace.DraftAsync(workspace, await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false), today, dueOn, cancel).ConfigureAwait(false)).Then(draft => Result.Accepted((draft, book)));
        }
    }

    /// <summary>Decides a review and drafts the versions a change leads to, or signs its decision.</summary>
    /// <returns>The review after it; refused as <see cref="DecideReview"/>, or <c>reviews.none-open</c>.</returns>
    public static Task<Result<ReviewFile>> DecideAsync(string folder, DateOnly? dueOn, string decision, string why, string role, string? by, CancellationToken cancel) => WithOwnedAsync(folder, async workspace =>
    {
        var book = await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false);
        var isSigning = decision == "sign";
        if ((dueOn is { } day ? book.Find(ReviewBook.SubjectOf(day)) : isSigning ? book.LastClosed : book.Open) is not { } review)
        {
            return Result.Refused<ReviewFile>(DecideReview.NoneOpen);
        }

        if (!WorkspaceSettings.Read(folder).TryGet(out var settings, out var reasons))
        {
            return Result.Refused<ReviewFile>(reasons);
        }

        var at = TimeProvider.System.GetLocalNow();
        var line = isSigning ? DecideReview.Sign(review, role, by, at) : DecideReview.Read(decision).Then(kind => DecideReview.Run(review, kind, why, (null, null), by, at, settings.Reviews.NewOutcomes));
        if (!line.TryGet(out var entry, out reasons))
        {
            return Result.Refused<ReviewFile>(reasons);
        }

        if (isSigning)
        {
            await workspace.Reviews.AddAsync([entry], cancel).ConfigureAwait(false);
        }
        else
        {
            // One process owns the workspace and the review was open a moment ago; the store still has the last word.
            await workspace.Reviews.AddOnceAsync(entry, cancel).ConfigureAwait(false);
            var decided = (await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false)).Find(review.Subject)!;
            if (DecideReview.MayDraftNext(decided).IsAccepted)
            {
                return await DraftNextVersions.RunAsync(workspace, folder, review.Subject, by, TimeProvider.System, null, cancel).ConfigureAwait(false);
            }
        }

        return Result.Accepted((await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false)).Find(review.Subject)!);
    }, cancel);

    /// <summary>Drafts the next versions of the review decided last (or of the day named) where that is still to do, or puts the drafted profile to use.</summary>
    /// <returns>The review after it; refused as <see cref="DraftNextVersions"/>, or <c>reviews.none-open</c>.</returns>
    public static Task<Result<ReviewFile>> NextAsync(string folder, DateOnly? dueOn, bool isAdopting, string? by, CancellationToken cancel) => WithOwnedAsync(folder, async workspace =>
    {
        var book = await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false);
        if ((dueOn is { } day ? book.Find(ReviewBook.SubjectOf(day)) : book.LastClosed) is not { } review)
        {
            return Result.Refused<ReviewFile>(DecideReview.NoneOpen);
        }

        if (!isAdopting)
        {
            return await DraftNextVersions.RunAsync(workspace, folder, review.Subject, by, TimeProvider.System, null, cancel).ConfigureAwait(false);
        }

        var adopted = await DraftNextVersions.AdoptAsync(workspace, folder, review.Subject, by, TimeProvider.System, cancel).ConfigureAwait(false);
        return adopted.IsAccepted ? Result.Accepted((await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false)).Find(review.Subject)!) : Result.Refused<ReviewFile>(adopted.Reasons);
    }, cancel);

    /// <summary>Writes down a report of sales or customer success.</summary>
    /// <returns>Lines written; refused as <see cref="DecideReview.Report"/>.</returns>
    public static Task<Result<int>> ReportAsync(string folder, FeedbackNote note, string? by, CancellationToken cancel) =>
        WithOwnedAsync(folder, workspace => AddAsync(workspace, DecideReview.Report(note, by, TimeProvider.System.GetLocalNow()), cancel), cancel);

    /// <summary>Writes down why a review comes before its day.</summary>
    /// <returns>Lines written; refused as <see cref="DecideReview.Early"/>.</returns>
    public static Task<Result<int>> EarlyAsync(string folder, DateOnly today, OffCycleReason reason, string? by, CancellationToken cancel) =>
        WithOwnedAsync(folder, workspace => AddAsync(workspace, DecideReview.Early(today, reason, by, TimeProvider.System.GetLocalNow()), cancel), cancel);

    /// <summary>Plans a trial from today and starts it; one at a time.</summary>
    /// <returns>The plan; refused as <see cref="ReviewWorkspace.PlanAsync"/>, or <c>reviews.trial-runs</c>.</returns>
    public static Task<Result<ExperimentPlan>> StartTrialAsync(string folder, int days, double randomShare, bool isDry, string? by, CancellationToken cancel) => WithOwnedAsync(folder, async workspace =>
    {
        var snapshot = await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false);
        var now = TimeProvider.System.GetLocalNow();
        var planned = await ReviewWorkspace.PlanAsync(workspace, snapshot, Today(now), days, randomShare, cancel).ConfigureAwait(false);
        if (isDry || !planned.TryGet(out var plan, out _))
        {
            return planned;
        }

        if (!DecideReview.Start(await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false), plan, by, now).TryGet(out var line, out var reasons))
        {
            return Result.Refused<ExperimentPlan>(reasons);
        }

        await workspace.Reviews.AddOnceAsync(line, cancel).ConfigureAwait(false);
        return planned;
    }, cancel);

    /// <summary>Stops the trial that runs, as it stands today.</summary>
    /// <returns>What it showed; refused: <c>reviews.no-such-trial</c>, <c>reviews.no-reason</c>, and as <see cref="ReviewWorkspace.RequestAsync"/>.</returns>
    public static Task<Result<ExperimentReading>> StopTrialAsync(string folder, string why, string? by, CancellationToken cancel) => WithOwnedAsync(folder, async workspace =>
    {
        var book = await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false);
        if (book.Experiments.FirstOrDefault(trial => trial.Stopped is null) is not { } running)
        {
            return Result.Refused<ExperimentReading>("reviews.no-such-trial", "experiment", "진행 중인 시험이 없어요. kindred review trial start로 시작할 수 있어요.", "No trial runs. Start one: kindred review trial start.");
        }

        var now = TimeProvider.System.GetLocalNow();
        var request = await ReviewWorkspace.RequestAsync(workspace, await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false), Today(now), null, cancel).ConfigureAwait(false);
        var stopped = request.Then(from => ReadExperiment.Stopped(ReadExperiment.Of(from, running), why));
        if (stopped.TryGet(out var reading, out _))
        {
            await workspace.Reviews.AddOnceAsync(DecideReview.Stop(reading, by, now), cancel).ConfigureAwait(false);
        }

        return stopped;
    }, cancel);

    private static DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(now.DateTime);

    private static async Task<Result<int>> AddAsync(Workspace workspace, Result<ReviewEntry> made, CancellationToken cancel)
    {
        if (!made.TryGet(out var entry, out var reasons))
        {
            return Result.Refused<int>(reasons);
        }

        await workspace.Reviews.AddAsync([entry], cancel).ConfigureAwait(false);
        return Result.Accepted(1);
    }

    /// <summary>The note of a Monday, without keeping it.</summary>
    public static async Task<Result<MondayNote>> NoteAsync(string folder, DateOnly on, CancellationToken cancel)
    {
        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<MondayNote>(reasons);
        }

        using (workspace)
        {
            return Result.Accepted(await ReviewWorkspace.NoteAsync(workspace, await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false), on, cancel).ConfigureAwait(false));
        }
    }

    /// <summary>Writes the invented company's story.</summary>
    public static Task<Result<int>> StoryAsync(string folder, CancellationToken cancel) => WithOwnedAsync(folder, async workspace =>
        await SampleReviews.SeedAsync(workspace, await WorkspaceSnapshot.ReadAsync(workspace, folder, null, cancel).ConfigureAwait(false), cancel).ConfigureAwait(false), cancel);

    private static async Task<Result<T>> WithOwnedAsync<T>(string folder, Func<Workspace, Task<Result<T>>> work, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, "kindred.db")))
        {
            return Result.Refused<T>(Workspace.OpenForReading(folder).Reasons);
        }

        if (!(await Workspace.OpenAsync(folder, TimeProvider.System, cancel).ConfigureAwait(false)).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<T>(reasons);
        }

        using (workspace)
        {
            return await work(workspace).ConfigureAwait(false);
        }
    }
}
