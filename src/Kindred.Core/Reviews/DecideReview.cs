using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;

namespace Kindred.Core.Reviews;

/// <summary>Use case: what may be written into the log. Each answers with the line to add, or why not.</summary>
public static class DecideReview
{
    /// <summary>The refusal where no review is open.</summary>
    public static Reason NoneOpen => ReviewChecks.NoReview();

    /// <summary>Keys of the questions sales and customer success report to.</summary>
    public static IReadOnlyList<string> Questions { get; } = [.. new[] { "sales-feedback", "cs-feedback" }.SelectMany(bank => Banks.Shipped[bank].Items.Select(item => item.Id))];

    /// <summary>A draft.</summary>
    public static ReviewEntry Draft(ReviewDraft draft, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return new ReviewEntry(0, ReviewBook.SubjectOf(draft.DueOn), ReviewEntryKind.Draft, ReviewJson.Write(draft), by, at);
    }

    /// <summary>An answer to a question of a checklist.</summary>
    /// <returns>The line; refused: <c>reviews.unknown-item</c>, <c>reviews.closed-already</c>, <c>reviews.resident-number</c>.</returns>
    public static Result<ReviewEntry> Answer(ReviewFile review, ChecklistAnswer answer, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(answer);
        return review.Decision is { } made ? Result.Refused<ReviewEntry>(ReviewChecks.Closed(review.Subject, made.By, DateOnly.FromDateTime(made.At.DateTime)))
            : ResidentNumberIn(review.Subject, answer.Note) is { } number ? Result.Refused<ReviewEntry>(number)
            : !DraftChecklist.Items.Contains(answer.Item) ? Result.Refused<ReviewEntry>(ReviewChecks.UnknownItem(answer.Item, DraftChecklist.Items))
            : Result.Accepted(new ReviewEntry(0, review.Subject, ReviewEntryKind.Answer, ReviewJson.Write(answer), by, at));
    }

    /// <summary>A decision. A change needs enough new outcomes.</summary>
    /// <param name="review">The review.</param>
    /// <param name="kind">Keep, adjust or rebuild.</param>
    /// <param name="why">Why.</param>
    /// <param name="next">Versions the change leads to; null where none is written yet.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="fewest">New outcomes a change takes; the owner may ask for more than <see cref="ProposeDecision.FewestOutcomes"/>, never for fewer.</param>
    /// <returns>The line; refused: <c>reviews.no-draft</c>, <c>reviews.closed-already</c>, <c>reviews.no-reason</c>, <c>reviews.too-few-outcomes</c>, <c>reviews.resident-number</c>.</returns>
    public static Result<ReviewEntry> Run(ReviewFile review, DecisionKind kind, string why, (int? Profile, int? Card) next, string? by, DateTimeOffset at, int fewest = ProposeDecision.FewestOutcomes)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(why);
        var need = Math.Max(fewest, ProposeDecision.FewestOutcomes);
        Reason? refusal = review.Decision is { } made ? ReviewChecks.Closed(review.Subject, made.By, DateOnly.FromDateTime(made.At.DateTime))
            : review.Draft is null ? ReviewChecks.NoDraft(review.Subject)
            : string.IsNullOrWhiteSpace(why) ? ReviewChecks.NoWhy(review.Subject)
            : ResidentNumberIn(review.Subject, why) is { } number ? number
            : kind != DecisionKind.Keep && review.Draft.NewOutcomes < need ? ReviewChecks.TooFewOutcomes(review.Subject, review.Draft.NewOutcomes, need)
            : null;
        return refusal is not null
            ? Result.Refused<ReviewEntry>(refusal)
            : Result.Accepted(new ReviewEntry(0, review.Subject, ReviewEntryKind.Decision, ReviewJson.Write(new ReviewDecision(
                kind, why.Trim(), review.Draft!.ProfileVersion, review.Draft.CardVersion, kind == DecisionKind.Keep ? null : next.Profile, kind == DecisionKind.Keep ? null : next.Card, review.Draft.NewOutcomes)), by, at));
    }

    /// <summary>The drafts a decision to change leads to, or why there are none.</summary>
    public static ReviewEntry Next(ReviewFile review, NextVersions versions, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(versions);
        return new ReviewEntry(0, review.Subject, versions.HasDraft ? ReviewEntryKind.NextDrafted : ReviewEntryKind.NextRefused, ReviewJson.Write(versions), by, at);
    }

    /// <summary>Whether the next versions may be drafted.</summary>
    /// <returns>The decision; refused: <c>reviews.not-decided</c>, <c>reviews.stays</c> (kept as it is).</returns>
    public static Result<LoggedDecision> MayDraftNext(ReviewFile review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Decision is not { } made ? Result.Refused<LoggedDecision>(ReviewChecks.NotDecided(review.Subject))
            : made.Decision.Kind == DecisionKind.Keep ? Result.Refused<LoggedDecision>(ReviewChecks.Stays(review.Subject))
            : Result.Accepted(made);
    }

    /// <summary>That the drafted profile comes into use: every role that is needed has signed the decision.</summary>
    /// <returns>The line; refused: <c>reviews.not-decided</c>, <c>reviews.stays</c>, <c>reviews.no-next-profile</c>, <c>reviews.unsigned</c>, <c>reviews.in-use-already</c>.</returns>
    public static Result<ReviewEntry> Adopt(ReviewFile review, string? by, DateTimeOffset at) => MayDraftNext(review).Then(_ =>
        review.Next is not { Versions.ProfileVersion: { } version } next ? Result.Refused<ReviewEntry>(ReviewChecks.NoNextProfile(review.Subject))
        : next.IsAdopted ? Result.Refused<ReviewEntry>(ReviewChecks.InUseAlready(review.Subject, version))
        : review.Pending.Count > 0 ? Result.Refused<ReviewEntry>(ReviewChecks.Unsigned(review.Subject, review.Pending))
        : Result.Accepted(new ReviewEntry(0, review.Subject, ReviewEntryKind.NextAdopted, ReviewJson.Write(next.Versions), by, at)));

    /// <summary>A role's signature under the decision.</summary>
    /// <returns>The line; refused: <c>reviews.not-decided</c>, <c>profiles.unknown-role</c>.</returns>
    public static Result<ReviewEntry> Sign(ReviewFile review, string role, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(review);
        return review.Decision is null ? Result.Refused<ReviewEntry>(ReviewChecks.NotDecided(review.Subject))
            : SignProfile.Roles.All(known => known.Code != role) ? Result.Refused<ReviewEntry>("profiles.unknown-role", role,
                $"'{role}' 역할은 동의를 적을 수 없어요. 쓸 수 있는 역할: {string.Join(", ", SignProfile.Roles.Select(known => known.Code))}.", $"'{role}' is no role that signs. Roles: {string.Join(", ", SignProfile.Roles.Select(known => known.Code))}.")
            : Result.Accepted(new ReviewEntry(0, review.Subject, ReviewEntryKind.Signature, ReviewJson.Write(new ReviewSignature(role)), by, at));
    }

    /// <summary>A reason to review before the day.</summary>
    /// <returns>The line; refused: <c>reviews.no-reason</c>, <c>reviews.resident-number</c>.</returns>
    public static Result<ReviewEntry> Early(DateOnly dueOn, OffCycleReason reason, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var subject = ReviewBook.SubjectOf(dueOn);
        return string.IsNullOrWhiteSpace(reason.Note) ? Result.Refused<ReviewEntry>(ReviewChecks.NoWhy(subject))
            : ResidentNumberIn(subject, reason.Note) is { } number ? Result.Refused<ReviewEntry>(number)
            : Result.Accepted(new ReviewEntry(0, subject, ReviewEntryKind.OffCycle, ReviewJson.Write(reason with { Note = reason.Note.Trim() }), by, at));
    }

    /// <summary>A report of sales or customer success.</summary>
    /// <returns>The line; refused: <c>reviews.unknown-item</c>, <c>reviews.no-reason</c> (an empty text), <c>reviews.resident-number</c>.</returns>
    public static Result<ReviewEntry> Report(FeedbackNote note, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(note);
        return !Questions.Contains(note.Question) ? Result.Refused<ReviewEntry>(ReviewChecks.UnknownItem(note.Question, Questions))
            : string.IsNullOrWhiteSpace(note.Text) ? Result.Refused<ReviewEntry>(ReviewChecks.NoWhy(ReviewBook.FeedbackSubject))
            : ResidentNumberIn(ReviewBook.FeedbackSubject, note.Text) is { } number ? Result.Refused<ReviewEntry>(number)
            : Result.Accepted(new ReviewEntry(0, ReviewBook.FeedbackSubject, ReviewEntryKind.Feedback, ReviewJson.Write(note with { Text = note.Text.Trim() }), by, at));
    }

    /// <summary>A trial that starts.</summary>
    public static ReviewEntry Start(ExperimentPlan plan, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new ReviewEntry(0, ReviewBook.ExperimentSubject(plan.Number), ReviewEntryKind.ExperimentStarted, ReviewJson.Write(plan), by, at);
    }

    /// <summary>A trial that starts where none runs.</summary>
    /// <returns>The line; refused: <c>reviews.trial-runs</c>.</returns>
    public static Result<ReviewEntry> Start(ReviewBook book, ExperimentPlan plan, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(plan);
        return book.Experiments.FirstOrDefault(trial => trial.Stopped is null && trial.Plan.EndsOn > plan.StartsOn) is { } running
            ? Result.Refused<ReviewEntry>(ReviewChecks.TrialRuns(running))
            : Result.Accepted(Start(plan, by, at));
    }

    /// <summary>A trial that is stopped, as it stood.</summary>
    public static ReviewEntry Stop(ExperimentReading reading, string? by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return new ReviewEntry(0, ReviewBook.ExperimentSubject(reading.Plan.Number), ReviewEntryKind.ExperimentStopped, ReviewJson.Write(reading), by, at);
    }

    /// <summary>A decision word of either language.</summary>
    /// <returns>The kind; refused: <c>reviews.decision</c>.</returns>
    public static Result<DecisionKind> Read(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Trim().ToLowerInvariant() switch
        {
            "keep" or "그대로" => Result.Accepted(DecisionKind.Keep),
            "adjust" or "고치기" => Result.Accepted(DecisionKind.Adjust),
            "rebuild" or "다시" => Result.Accepted(DecisionKind.Rebuild),
            _ => Result.Refused<DecisionKind>(ReviewChecks.UnknownDecision(word)),
        };
    }

    /// <summary>The log only grows: what must not be kept is refused before it is written.</summary>
    private static Reason? ResidentNumberIn(string subject, string? text) =>
        (text ?? "").Split([' ', ',', '.', '(', ')', ':', ';', '/', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(ResidentNumber.IsLikely) ? ReviewChecks.ResidentNumber(subject) : null;
}
