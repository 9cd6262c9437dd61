using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>A table during assembly: its columns by role, and the company of each row.</summary>
internal sealed class PlacedRows(int index, SourceTable source, TableMapping mapping, int[] accounts)
{
    /// <summary>Position in the list of tables.</summary>
    public int Index { get; } = index;

    public SourceTable Source { get; } = source;

    public TableMapping Mapping { get; } = mapping;

    public TableKind Kind => Mapping.Kind;

    public int[] Accounts { get; } = accounts;

    public int Count => Source.Table.RowCount;

    public Column? Column(ColumnRole role) => Mapping.Find(role) is { } name ? Source.Table.Find(name) : null;

    public Cells Text(ColumnRole role) => new(Column(role));

    public Cells Numbers(ColumnRole role) => new(Column(role), asNumber: true);

    public Cells Dates(ColumnRole role) => new(Column(role), asDate: true);

    /// <summary>The first column that is there.</summary>
    public Cells Text(ColumnRole first, ColumnRole second) => Column(first) is null ? Text(second) : Text(first);

    /// <summary>The first date column that is there.</summary>
    public Cells Dates(ColumnRole first, ColumnRole second) => Column(first) is null ? Dates(second) : Dates(first);

    /// <summary>Amounts of a role with their currency.</summary>
    public MoneyCells Money(ColumnRole role) => new(Column(role), Text(ColumnRole.Currency));
}
