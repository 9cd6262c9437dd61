using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Money spent on sales or marketing in a month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Channel">As written; empty when the file names none.</param>
/// <param name="Amount">Spend.</param>
public sealed record Cost(DateOnly Month, string Channel, Money Amount);
