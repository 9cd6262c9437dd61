namespace Kindred.Core.Reviews;

/// <summary>One line of the review log. Only ever added, never changed: each line carries the digest of the one before it.</summary>
/// <param name="Id">1, 2, … in the workspace; 0 before it is stored.</param>
/// <param name="Subject">What it is about: <c>review:2026-11-21</c> (its due day), <c>experiment:1</c>, <c>feedback</c>, <c>note:2026-11-23</c>.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Body">The content as JSON.</param>
/// <param name="By">Who; null for the product itself.</param>
/// <param name="At">When.</param>
public sealed record ReviewEntry(long Id, string Subject, ReviewEntryKind Kind, string Body, string? By, DateTimeOffset At);
