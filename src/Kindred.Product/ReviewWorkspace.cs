using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Reviews, trials and Monday notes of a workspace: reads what they need and drafts them. Writing the lines into the log is the caller's.</summary>
public static class ReviewWorkspace
{
    /// <summary>The review log, folded.</summary>
    public static async Task<ReviewBook> BookAsync(Workspace workspace, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return ReviewBook.Of(await workspace.Reviews.EntriesAsync(null, cancel).ConfigureAwait(false));
    }

    /// <summary>Drafts the review that is open or due next. Adds nothing to the log: <see cref="DecideReview.Draft"/> makes the line.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="snapshot">Its reading.</param>
    /// <param name="today">Today.</param>
    /// <param name="dueOn">Day it is due; null takes the next one.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The draft; refused: <c>build.nothing-imported</c> and as <see cref="DraftReview"/>.</returns>
    public static async Task<Result<ReviewDraft>> DraftAsync(Workspace workspace, WorkspaceSnapshot snapshot, DateOnly today, DateOnly? dueOn, CancellationToken cancel) =>
        (await RequestAsync(workspace, snapshot, today, dueOn, cancel).ConfigureAwait(false)).Then(request => DraftReview.Run(request, cancel));

    /// <summary>The same with the profile that a build of today would write, so that the draft says what the next version changes. Takes as long as a build; nothing is written.</summary>
    /// <returns>The draft; refused as <see cref="DraftAsync"/> and <see cref="BuildWorkspace"/>.</returns>
    public static async Task<Result<ReviewDraft>> DraftWithNextAsync(Workspace workspace, WorkspaceSnapshot snapshot, DateOnly today, DateOnly? dueOn, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var requested = await RequestAsync(workspace, snapshot, today, dueOn, cancel).ConfigureAwait(false);
        if (!requested.TryGet(out var request, out _))
        {
            return Result.Refused<ReviewDraft>(requested.Reasons);
        }

        return (await NextProfileAsync(workspace, snapshot.Folder, cancel).ConfigureAwait(false)).Then(next => DraftReview.Run(request with { NextProfile = next }, cancel));
    }

    /// <summary>The profile as a build of today would write it, with its number; not written.</summary>
    public static async Task<Result<ProfileDocument>> NextProfileAsync(Workspace workspace, string folder, CancellationToken cancel) =>
        (await BuildWorkspace.OfImportsAsync(workspace, folder, null, cancel).ConfigureAwait(false)).Then(made => Result.Accepted(NextProfile(folder, made.Built)));

    /// <summary>The profile of a build, with its number; not written.</summary>
    internal static ProfileDocument NextProfile(string folder, BuildResult built) => ProfileFolder.Numbered(folder, WriteProfile.Run(built, InventedMark.IsOn(folder) ? InventedMark.Notice : null));

    /// <summary>What a review of a workspace is drafted from; also what trials are read from.</summary>
    /// <returns>The request; refused: <c>build.nothing-imported</c>.</returns>
    public static async Task<Result<DraftReviewRequest>> RequestAsync(Workspace workspace, WorkspaceSnapshot snapshot, DateOnly today, DateOnly? dueOn, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot is not { Facts: { } facts, Companies: { } companies })
        {
            return Result.Refused<DraftReviewRequest>(snapshot.Trouble.Count > 0 ? snapshot.Trouble : [new Reason("build.nothing-imported", snapshot.Folder, new Wording(
                $"작업 공간 '{snapshot.Folder}'에 가져온 파일이 없어요. 먼저 kindred import를 실행해 주세요.", $"Nothing was imported into the workspace '{snapshot.Folder}'. Run kindred import first."))]);
        }

        var book = await BookAsync(workspace, cancel).ConfigureAwait(false);
        var log = new LeadLog(await workspace.Leads.EventsAsync(null, cancel).ConfigureAwait(false), await workspace.Leads.AnswersAsync(null, cancel).ConfigureAwait(false));
        var days = snapshot.Settings.ReviewDays;
        return Result.Accepted(new DraftReviewRequest
        {
            Facts = facts,
            Companies = companies,
            Today = today,
            DueOn = dueOn ?? ReviewDays.NextDueOn(book, snapshot.Profile, days, today) ?? today,
            ReviewDays = days,
            PublishedOn = ReviewDays.PublishedOn(book, snapshot.Profile),
            Profile = snapshot.Profile,
            Standing = snapshot.Standing,
            Card = snapshot.Card,
            Evidence = snapshot.CardEvidence,
            BackTest = snapshot.Card is not null && CardDossier.Of(snapshot, draft: false) is { } dossier && dossier.BackTestResult.TryGet(out var tested, out _) ? tested : null,
            NextCard = snapshot is { Card: { } card, Draft: { } draft } && CardEvidence.IdOf(card) != CardEvidence.IdOf(draft) ? draft : null,
            Scores = await workspace.Leads.ScoresAsync(null, cancel).ConfigureAwait(false),
            Log = log,
            Leads = snapshot.Leads?.Leads ?? [],
            Ranking = SnapshotStudy.Of(snapshot).Ranking(null).TryGet(out var ranking, out _) ? ranking : null,
            Book = book,
            Seed = snapshot.Profile?.Seed ?? snapshot.Card?.Seed ?? 1,
        });
    }

    /// <summary>Plans the next trial at the card's cut, with the pace of the leads of the last 90 days and the win rate so far.</summary>
    /// <returns>The plan; refused: <c>scorecards.not-found</c>, <c>build.nothing-imported</c>, <c>reviews.bounds</c>.</returns>
    public static async Task<Result<ExperimentPlan>> PlanAsync(Workspace workspace, WorkspaceSnapshot snapshot, DateOnly startsOn, int days, double randomShare, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot is not { Leads: { } leads, Card: { } card, Facts: { } facts })
        {
            return snapshot.Card is null ? Result.Refused<ExperimentPlan>(ScorecardFolder.Read(Path.Combine(snapshot.Folder, "card.json")).Reasons) : Result.Refused<ExperimentPlan>((await RequestAsync(workspace, snapshot, startsOn, null, cancel).ConfigureAwait(false)) is { IsAccepted: false } refused ? refused.Reasons : [LeadReasons(snapshot.Folder)]);
        }

        const int back = 90;
        var book = await BookAsync(workspace, cancel).ConfigureAwait(false);
        var recent = leads.Leads.Where(lead => lead.CreatedOn > facts.AsOf.AddDays(-back) && lead.CreatedOn <= facts.AsOf).ToArray();
        var over = recent.Count(lead => leads.Score(lead).State == ScoreState.Over);
        var closed = facts.Deals.Where(deal => deal.IsNewBusiness && deal.Outcome != Core.Accounts.DealOutcome.Open).ToArray();
        var rate = closed.Length == 0 ? 0.2 : Math.Clamp(closed.Count(deal => deal.Outcome == Core.Accounts.DealOutcome.Won) / (double)closed.Length, 0.01, 0.9);
        return PlanExperiment.Run(new PlanExperimentRequest(book.Experiments.Count + 1, card.Cut, startsOn, rate, over / (double)back, (recent.Length - over) / (double)back) { Days = days, RandomShare = randomShare });
    }

    /// <summary>Writes the note of a Monday: what changed since the note before, five leads, one question.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="snapshot">Its reading.</param>
    /// <param name="on">The Monday.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task<MondayNote> NoteAsync(Workspace workspace, WorkspaceSnapshot snapshot, DateOnly on, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var book = await BookAsync(workspace, cancel).ConfigureAwait(false);
        var since = book.Notes.FirstOrDefault(note => note.On < on)?.On ?? on.AddDays(-7);
        var changes = WhatChanged.Of(snapshot.Imports, SnapshotStudy.Of(snapshot).Versions, new DateTimeOffset(since.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).Select(change => change.Text).ToList();
        var leads = snapshot.Leads is { } read ? await read.WithLogAsync(workspace, cancel).ConfigureAwait(false) : null;
        if (leads?.Leads.Count(lead => lead.CreatedOn >= since && lead.CreatedOn <= on) is > 0 and var fresh)
        {
            changes.Insert(0, new Wording($"새 리드 {Format.Grouped(fresh)}곳이 들어왔어요.", $"{Format.Grouped(fresh)} new leads came in."));
        }

        if (book.Experiments.FirstOrDefault(trial => trial.Stopped is null && trial.Plan.StartsOn <= on) is { } running && (await RequestAsync(workspace, snapshot, on, null, cancel).ConfigureAwait(false)).TryGet(out var request, out _))
        {
            changes.Add(ReadExperiment.Of(request, running).Sentence);
        }

        return WriteMondayNote.Run(new MondayNoteRequest(on, changes, leads is null ? [] : Five(leads), book.Open?.Draft, ReviewDays.NextDueOn(book, snapshot.Profile, snapshot.Settings.ReviewDays, on), book));
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>Reads a day as yyyy-MM-dd.</summary>
    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Leads nobody has decided on, best first; drawn ones stay blind.</summary>
    private static NoteLead[] Five(LeadWorkspace leads) =>
        [.. leads.Leads.Where(lead => leads.ProgressOf(lead) is { IsDecided: false, IsBlind: false }).Select(lead => (Lead: lead, Score: leads.Score(lead))).OrderByDescending(each => each.Score.Expected).ThenBy(each => each.Lead.Id, StringComparer.Ordinal).Take(5)
            .Select(each => new NoteLead(each.Lead.Id, each.Lead.Name, each.Score.Score, leads.StandingWords(each.Lead) ?? ScoreStates.Label(each.Score.State)))];

    private static Reason LeadReasons(string folder) => new("leads.no-leads", folder, new Wording($"'{folder}'에 리드가 없어요.", $"There are no leads in '{folder}'."));
}
