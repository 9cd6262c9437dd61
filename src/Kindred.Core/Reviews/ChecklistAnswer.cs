namespace Kindred.Core.Reviews;

/// <summary>A person's answer to a question of a checklist. Body of <see cref="ReviewEntryKind.Answer"/>.</summary>
/// <param name="Item">Key of the question.</param>
/// <param name="Says">yes, no or dont-know.</param>
/// <param name="Note">Why; null without a note.</param>
public sealed record ChecklistAnswer(string Item, AnswerSays Says, string? Note);

/// <summary>Yes, no, or don't know.</summary>
public enum AnswerSays
{
    /// <summary>Nobody knows: an answer of its own.</summary>
    DontKnow,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}
