using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A question of a checklist with the figure that bears on it.</summary>
/// <param name="Id">Key in the banks: <c>quarterly-check.retention</c>.</param>
/// <param name="List">Key of its checklist: <c>quarterly-check</c> or <c>ninety-day-check</c>.</param>
/// <param name="Question">The question.</param>
/// <param name="Figure">What the data says to it, with n and interval, or that it cannot say.</param>
public sealed record ChecklistItem(string Id, string List, Wording Question, Wording Figure);
