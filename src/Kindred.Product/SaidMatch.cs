using Kindred.Core.Accounts;

namespace Kindred.Product;

/// <summary>What somebody said about two companies that looked alike.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="IsSame">True for one company.</param>
/// <param name="Name">Name of the one.</param>
/// <param name="OtherName">Name, domain or value of the other.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record SaidMatch(MatchPair Pair, bool IsSame, string Name, string OtherName, string By, DateTimeOffset At);
