using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>A question to the data: what the methods see, and what they must hold constant.</summary>
/// <param name="Table">Company-level features and the outcome, one row per decision.</param>
/// <param name="Confounders">Owner, channel, quarter, for the same rows: never conditions, only for the confounding check. Columns that are absent in the files are absent here.</param>
/// <param name="Deals">Per row the index into <see cref="AccountFacts.Deals"/>, or -1 where the row is an account.</param>
public sealed record AsOfView(AsOfTable Table, Table Confounders, int[] Deals);
