using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A clause of the profile with something against it: a clue to follow up, not an error.</summary>
/// <param name="Clause">Row of the profile or field: industry, size, ….</param>
/// <param name="Source">passes, sales, customer-success or drift.</param>
/// <param name="Sentence">What was said or found, and against what.</param>
public sealed record Contradiction(string Clause, string Source, Wording Sentence);
