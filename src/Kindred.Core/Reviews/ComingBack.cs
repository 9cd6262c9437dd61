using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A customer that left and matches the profile now.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Company">Name.</param>
/// <param name="LeftOn">Day it left; null when unknown.</param>
/// <param name="Reason">Why, as written; null when unknown.</param>
/// <param name="Sentence">What changed since it signed.</param>
public sealed record ComingBack(int Account, string Company, DateOnly? LeftOn, string? Reason, Wording Sentence);
