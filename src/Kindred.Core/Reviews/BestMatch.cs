namespace Kindred.Core.Reviews;

/// <summary>One of the best customers of the last twelve months against the profile.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Company">Name.</param>
/// <param name="Rank">1 is best.</param>
/// <param name="State">core, adjacent, regret, anti or outside; null without a profile.</param>
/// <param name="Differs">Conditions it does not meet or that nobody knows.</param>
public sealed record BestMatch(int Account, string Company, int Rank, string? State, IReadOnlyList<string> Differs);
