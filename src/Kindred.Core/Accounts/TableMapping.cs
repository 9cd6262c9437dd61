namespace Kindred.Core.Accounts;

/// <summary>What one table was taken to be; editable.</summary>
/// <param name="Table"><see cref="SourceTable.Name"/>.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="Confidence">0–1: share of the best kind's evidence in that of the two best.</param>
/// <param name="Evidence">Headers and values that speak for it.</param>
/// <param name="Columns">One entry per column, in file order.</param>
public sealed record TableMapping(string Table, TableKind Kind, double Confidence, IReadOnlyList<string> Evidence, IReadOnlyList<ColumnMapping> Columns)
{
    /// <summary>The column with a role, or null.</summary>
    public string? Find(ColumnRole role) => Columns.FirstOrDefault(column => column.Role == role)?.Column;
}
