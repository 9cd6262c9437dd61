using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Reviews;

/// <summary>One review as the log tells it.</summary>
/// <param name="Subject">Its subject: <c>review:2026-11-21</c>.</param>
/// <param name="DueOn">Its due day.</param>
/// <param name="Draft">Its newest draft; null where only answers or a reason to start early are there.</param>
/// <param name="DraftedAt">When that draft was made; null likewise.</param>
/// <param name="Answers">Answers in force by question: the last one each.</param>
/// <param name="Decision">What was decided last; null while open.</param>
/// <param name="Signatures">Signatures after that decision, the last one a role.</param>
/// <param name="OffCycle">Why it comes early; empty for a review on its day.</param>
public sealed record ReviewFile(
    string Subject, DateOnly DueOn, ReviewDraft? Draft, DateTimeOffset? DraftedAt, IReadOnlyDictionary<string, LoggedAnswer> Answers,
    LoggedDecision? Decision, IReadOnlyList<LoggedSignature> Signatures, IReadOnlyList<LoggedOffCycle> OffCycle)
{
    /// <summary>What the decision leads to; null before anything was drafted, and where it stays as it is.</summary>
    public LoggedNext? Next { get; init; }

    /// <summary>A review closes with its decision; what it changes then waits for signatures.</summary>
    public bool IsClosed => Decision is not null;

    /// <summary>Roles the decision still waits for; none while open, and none where nothing changes.</summary>
    public IReadOnlyList<SigningRole> Pending => Decision is null or { Decision.Kind: DecisionKind.Keep } ? [] : [.. SignProfile.Roles.Where(role => role.IsNeeded && Signatures.All(signed => signed.Role != role.Code))];

    /// <summary>"closed: keep, by Kim on 2026-08-23", or that it is open.</summary>
    public Wording Words => Decision is not { } made
        ? new Wording("아직 결정하지 않았어요", "open")
        : new Wording($"{ReviewLabels.Of(made.Decision.Kind).Ko}: {made.By ?? "이름 없음"}, {Format.Date(DateOnly.FromDateTime(made.At.DateTime))}", $"{ReviewLabels.Of(made.Decision.Kind).En}: {made.By ?? "unnamed"}, {Format.Date(DateOnly.FromDateTime(made.At.DateTime))}");
}

/// <summary>An answer with who gave it.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record LoggedAnswer(ChecklistAnswer Answer, string? By, DateTimeOffset At);

/// <summary>A decision with who made it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record LoggedDecision(ReviewDecision Decision, string? By, DateTimeOffset At);

/// <summary>A signature with who gave it.</summary>
/// <param name="Role">Code of the role.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record LoggedSignature(string Role, string? By, DateTimeOffset At);

/// <summary>The drafts a decision leads to, with when they were made.</summary>
/// <param name="Versions">The drafts, or why there are none.</param>
/// <param name="By">Who asked for them.</param>
/// <param name="At">When.</param>
/// <param name="IsAdopted">Whether the drafted profile came into use.</param>
public sealed record LoggedNext(NextVersions Versions, string? By, DateTimeOffset At, bool IsAdopted);

/// <summary>A reason to start early with who gave it.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record LoggedOffCycle(OffCycleReason Reason, string? By, DateTimeOffset At);

/// <summary>A report with who gave it.</summary>
/// <param name="Note">The report.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record LoggedFeedback(FeedbackNote Note, string? By, DateTimeOffset At);

/// <summary>A trial as the log tells it.</summary>
/// <param name="Subject">Its subject: <c>experiment:1</c>.</param>
/// <param name="Plan">What was stated before it started.</param>
/// <param name="By">Who started it.</param>
/// <param name="At">When.</param>
/// <param name="Stopped">How it stood when it was stopped; null while it runs.</param>
public sealed record LoggedExperiment(string Subject, ExperimentPlan Plan, string? By, DateTimeOffset At, ExperimentReading? Stopped);
