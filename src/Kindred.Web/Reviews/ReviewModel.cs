using System.Runtime.CompilerServices;
using Kindred.Core.Basics;
using Kindred.Core.Notifications;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;
using Kindred.Product;
using Kindred.Storage.Reviews;
using Kindred.Web.Hosting;

namespace Kindred.Web.Reviews;

/// <summary>What pages about reviews show.</summary>
/// <param name="Book">The log, folded.</param>
/// <param name="Shown">The review that is shown: the open one, or one of a day; null where there is none.</param>
/// <param name="Draft">Its figures, or a preview as of today; null where nothing can be worked out.</param>
/// <param name="IsPreview">Whether the figures are of today and not kept.</param>
/// <param name="NextDue">Day of the next review; null without a profile.</param>
/// <param name="Today">The workspace's day.</param>
public sealed record ReviewModel(ReviewBook Book, ReviewFile? Shown, ReviewDraft? Draft, bool IsPreview, DateOnly? NextDue, DateOnly Today)
{
    private static readonly ConditionalWeakTable<WorkspaceSnapshot, Preview> Previews = [];

    /// <summary>Questions to sales and customer success.</summary>
    public static IReadOnlyList<Bank> FeedbackBanks { get; } = [Banks.Shipped["sales-feedback"], Banks.Shipped["cs-feedback"]];

    /// <summary>What was just done.</summary>
    public Wording? Done { get; init; }

    /// <summary>Why something was not done.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>What was typed into a decision that was refused.</summary>
    public (string? Kind, string? Why) Typed { get; init; }

    /// <summary>New outcomes a change takes.</summary>
    public int NeedOutcomes { get; init; } = ProposeDecision.FewestOutcomes;

    /// <summary>Trials as they stand today, the newest first.</summary>
    public IReadOnlyList<ExperimentReading> Trials { get; init; } = [];

    /// <summary>What a trial as wanted would show; null where it cannot be planned.</summary>
    public ExperimentPlan? Plan { get; init; }

    /// <summary>Why it cannot be planned.</summary>
    public IReadOnlyList<Reason> PlanReasons { get; init; } = [];

    /// <summary>The trial somebody thinks of.</summary>
    public WantedTrial Wanted { get; init; } = new(70, 14, 20);

    /// <summary>Key of the question that is asked.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether a person can answer and decide now.</summary>
    public bool IsOpen => !IsPreview && Shown is { IsClosed: false, Draft: not null };

    /// <summary>The decision that takes signatures; null where none does.</summary>
    public ReviewFile? ToSign => Shown is { IsClosed: true } closed ? closed : Book.LastClosed is { } last && (last.Pending.Count > 0 || last.Signatures.Count > 0) ? last : null;

    /// <summary>Where the drafts of the decision that takes signatures stand; null where it leads to none.</summary>
    public NextStanding? Next { get; init; }

    /// <summary>Rows of the profile that a report may speak about.</summary>
    public IReadOnlyList<(string Code, Wording Label)> Clauses { get; } = [.. StateClause.Rows.Select(row => (row, LabelOf(row)))];

    /// <summary>The log of a workspace, its open review or a preview.</summary>
    internal static async Task<ReviewModel> OfAsync(PageRequest request, Core.Basics.Result<Storage.Workspace> opened, DateOnly? day = null)
    {
        var (snapshot, clock) = (request.Snapshot, request.Http.RequestServices.GetRequiredService<TimeProvider>());
        var schedule = ReviewRound.ScheduleOf(snapshot, clock.LocalTimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.Page.Now, schedule.Zone).DateTime);
        if (!opened.TryGet(out var workspace, out _))
        {
            return new ReviewModel(ReviewBook.Empty, null, null, true, null, today);
        }

        var log = await workspace.Reviews.EntriesAsync(null, request.Aborted);
        var book = ReviewBook.Of(log);
        var shown = day is { } wanted ? book.Find(ReviewBook.SubjectOf(wanted)) : book.Open ?? null;
        var next = ReviewCalendar.NextReview(schedule, log, request.Page.Now);
        var draft = shown?.Draft;
        var isPreview = draft is null && day is null;
        if (isPreview)
        {
            var preview = Previews.GetValue(snapshot, _ => new Preview());
            draft = await preview.OfAsync((log.Count, today), async () =>
                (await ReviewWorkspace.DraftAsync(workspace, snapshot, today, next, CancellationToken.None)).TryGet(out var made, out _) ? made : null, request.Aborted);
        }

        var model = new ReviewModel(book, shown, draft, isPreview, next, today) { NeedOutcomes = snapshot.Settings.Reviews.NewOutcomes };
        return model with { Next = NextStanding.Of(model.ToSign, snapshot) };
    }

    /// <summary>A clause as people read it: its row in words, and the field behind it where one is named.</summary>
    public static Wording ClauseLabel(string clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        var parts = clause.Split(": ", 2);
        var row = StateClause.Rows.Contains(parts[0]) ? LabelOf(parts[0]) : Wording.Same(parts[0]);
        return parts.Length == 1 ? row : new Wording($"{row.Ko}: {parts[1]}", $"{row.En}: {parts[1]}");
    }

    private static Wording LabelOf(string row) => row switch
    {
        "industry" => new("업종", "Industry"), "size" => new("규모", "Size"), "region" => new("지역", "Region"), "technology" => new("쓰는 기술", "Technology"), "funding" => new("투자 단계", "Funding"), "decision" => new("결정 구조", "Decision"),
        "budget" => new("예산", "Budget"), "value" => new("얻는 것", "Value"), "trigger" => new("사는 계기", "Trigger"), "goals" => new("목표", "Goals"), _ => new("그 밖", "Other"),
    };

    /// <summary>A preview is worked out once for a reading of the workspace, a day and a log; whoever asks meanwhile waits for the same.</summary>
    private sealed class Preview
    {
        private readonly Lock _gate = new();
        private ((int, DateOnly) Key, Task<ReviewDraft?> Work)? _made;

        public Task<ReviewDraft?> OfAsync((int, DateOnly) key, Func<Task<ReviewDraft?>> make, CancellationToken ct)
        {
            lock (_gate)
            {
                if (_made is not { } made || made.Key != key || made.Work.IsFaulted)
                {
                    _made = (key, Task.Run(make, CancellationToken.None));
                }

                return _made.Value.Work.WaitAsync(ct);
            }
        }
    }
}

/// <summary>A trial somebody thinks of.</summary>
/// <param name="Cut">Leads from this score on go to sales.</param>
/// <param name="Days">Days it runs.</param>
/// <param name="Share">Whole percent drawn at random below the cut.</param>
public sealed record WantedTrial(int Cut, int Days, int Share);

/// <summary>The Monday note.</summary>
/// <param name="Note">The note; null where nothing is imported.</param>
/// <param name="IsPreview">Whether it was made for this page only.</param>
/// <param name="Book">The log, folded.</param>
/// <param name="CanMail">Whether a mail server is set.</param>
/// <param name="Recipients">How many are mailed.</param>
public sealed record NoteModel(MondayNote? Note, bool IsPreview, ReviewBook Book, bool CanMail, int Recipients);

/// <summary>The log.</summary>
/// <param name="Lines">The newest lines first.</param>
/// <param name="Heads">Newest digests.</param>
/// <param name="Checked">Rows that were read again.</param>
/// <param name="Faults">Rows that do not fit.</param>
/// <param name="Missing">Why a digest was not found; empty where it was, or none was asked for.</param>
/// <param name="Digest">A digest somebody noted, as typed.</param>
/// <param name="Found">Where it was the newest; null where it was not asked for or not found.</param>
public sealed record LogModel(IReadOnlyList<ReviewEntry> Lines, IReadOnlyList<LogHead> Heads, int Checked, IReadOnlyList<Reason> Faults, IReadOnlyList<Reason> Missing, string? Digest, (string Log, long Row)? Found);

/// <summary>Why there is nothing to review.</summary>
/// <param name="Reasons">Reasons; empty when nothing is imported.</param>
public sealed record NoReviewModel(IReadOnlyList<Reason> Reasons);

/// <summary>The sheet for the board.</summary>
/// <param name="Draft">Its figures.</param>
/// <param name="Review">Answers and decision; null before there are any.</param>
/// <param name="IsPreview">Whether the figures are of today and not kept.</param>
/// <param name="Heads">Newest digests.</param>
public sealed record BoardModel(ReviewDraft Draft, ReviewFile? Review, bool IsPreview, IReadOnlyList<LogHead> Heads);
