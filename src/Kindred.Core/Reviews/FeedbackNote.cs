namespace Kindred.Core.Reviews;

/// <summary>What sales or customer success report. Body of <see cref="ReviewEntryKind.Feedback"/>.</summary>
/// <param name="Question">Key of the bank's question: <c>sales-feedback.objections</c>, <c>cs-feedback.likes</c>, ….</param>
/// <param name="Text">In their words.</param>
/// <param name="Clause">Row or field of the profile it speaks to; null for none.</param>
/// <param name="Stance">Whether it speaks for or against that clause.</param>
public sealed record FeedbackNote(string Question, string Text, string? Clause, FeedbackStance Stance);

/// <summary>How a report stands to a clause.</summary>
public enum FeedbackStance
{
    /// <summary>Neither.</summary>
    Neutral,

    /// <summary>For it.</summary>
    For,

    /// <summary>Against it: it surfaces in the next review.</summary>
    Against,
}
