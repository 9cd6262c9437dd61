namespace Kindred.Core.Tables;

/// <summary>Some rows of a table, in file order.</summary>
/// <param name="Table">Accepted rows.</param>
/// <param name="RowNumbers">Per accepted row the physical line on which it starts, 1-based, rising.</param>
/// <param name="Rejects">Rows not taken since the batch before, in file order.</param>
public sealed record TableBatch(Table Table, long[] RowNumbers, IReadOnlyList<Reject> Rejects);
