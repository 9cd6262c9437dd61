using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>Cells of replaced rows in columns the newer table lacks: they go over to the row that takes their place, so that a narrower export loses nothing.</summary>
internal sealed class CarriedCells(Table table)
{
    private readonly Dictionary<string, (Column Column, int Row)?[]> _cells = new(StringComparer.Ordinal);

    /// <summary>Takes over from a row of the older table what this table has no column for.</summary>
    internal void Take(CarriedCells older, Table from, int olderRow, int newerRow)
    {
        foreach (var column in from.Columns)
        {
            if (!column.IsMissing(olderRow))
            {
                Put(column.Name, newerRow, (column, olderRow));
            }
        }

        foreach (var (name, cells) in older._cells)
        {
            Put(name, newerRow, cells[olderRow]);
        }
    }

    /// <summary>The table with the carried columns behind its own.</summary>
    internal Table Build() => _cells.Count == 0 ? table : new Table(table.Name, [.. table.Columns, .. _cells.Select(entry => Build(entry.Key, entry.Value))], table.RowCount);

    private void Put(string name, int row, (Column, int)? cell)
    {
        if (cell is null || table.Find(name) is not null)
        {
            return;
        }

        if (!_cells.TryGetValue(name, out var cells))
        {
            _cells.Add(name, cells = new (Column, int)?[table.RowCount]);
        }

        cells[row] = cell;
    }

    private static Column Build(string name, (Column Column, int Row)?[] cells)
    {
        var sources = cells.Where(cell => cell is not null).Select(cell => cell!.Value.Column).Distinct().ToList();
        if (sources.All(source => source is NumberColumn))
        {
            var currencies = sources.Select(source => ((NumberColumn)source).Currency).Distinct().ToList();
            if (currencies.Count == 1)
            {
                return new NumberColumn(name, Array.ConvertAll(cells, cell => cell is { } at ? ((NumberColumn)at.Column)[at.Row] : double.NaN), currencies[0]);
            }
        }

        if (sources.All(source => source is DateColumn))
        {
            return new DateColumn(name, Array.ConvertAll(cells, cell => cell is { } at ? ((DateColumn)at.Column)[at.Row] : DateColumn.Missing));
        }

        var plain = TextColumn.From(name, Array.ConvertAll(cells, cell => cell?.Column.TextAt(cell.Value.Row)));
        var type = sources.All(source => source.Type == ColumnType.Boolean) ? ColumnType.Boolean : ColumnType.Text;
        return new TextColumn(name, plain.Codes, plain.Dictionary, type, separator: sources.OfType<TextColumn>().Select(source => source.Separator).FirstOrDefault(separator => separator is not null));
    }
}
