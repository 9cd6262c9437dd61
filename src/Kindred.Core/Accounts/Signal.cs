using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>A dated event at a company: a watch condition.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Kind">As written.</param>
/// <param name="On">Day, or null: undated signals enter no pattern.</param>
/// <param name="Amount">Amount, or null.</param>
/// <param name="Source">How we know, or null.</param>
/// <param name="Detail">Free words, or null.</param>
public sealed record Signal(int Account, string Kind, DateOnly? On, Money? Amount, string? Source, string? Detail);
