namespace Kindred.Core.Accounts;

/// <summary>A source table with the company of each row: the way back from any figure to its rows, and the store of columns without a standard meaning.</summary>
/// <param name="Source">The table.</param>
/// <param name="Mapping">What it was taken to be.</param>
/// <param name="Accounts">Per row the company index, or -1.</param>
public sealed record PlacedTable(SourceTable Source, TableMapping Mapping, int[] Accounts);
