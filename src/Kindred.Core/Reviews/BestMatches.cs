using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>The best customers of the last twelve months against the profile.</summary>
/// <param name="Rows">Best first.</param>
/// <param name="Core">How many of them are core.</param>
/// <param name="All">How many of all customers are core.</param>
/// <param name="Sentence">In words.</param>
public sealed record BestMatches(IReadOnlyList<BestMatch> Rows, RateFigure Core, RateFigure All, Wording Sentence);
