namespace Kindred.Core.Accounts;

/// <summary>What a person said about a pair that waited.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="IsSame">True: one company, joined from now on. False: two, never asked again.</param>
public sealed record MatchDecision(MatchPair Pair, bool IsSame);
