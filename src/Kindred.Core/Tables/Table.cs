namespace Kindred.Core.Tables;

/// <summary>Columns of equal length with distinct names. Immutable.</summary>
public sealed class Table
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Makes a table.</summary>
    /// <exception cref="ArgumentException">Columns differ in length, or two bear one name.</exception>
    public Table(string name, IReadOnlyList<Column> columns, int? rowCount = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        Name = name;
        Columns = columns;
        RowCount = rowCount ?? (columns.Count == 0 ? 0 : columns[0].Length);
        _byName = new Dictionary<string, Column>(columns.Count, StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (column.Length != RowCount)
            {
                throw new ArgumentException($"Column '{column.Name}' has {column.Length} rows, the table {RowCount}.", nameof(columns));
            }

            if (!_byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"Two columns bear the name '{column.Name}'.", nameof(columns));
            }
        }
    }

    /// <summary>Where it came from: a file name, a sheet, a use case.</summary>
    public string Name { get; }

    /// <summary>Columns in file order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Rows.</summary>
    public int RowCount { get; }

    /// <summary>The column of that exact name, or null.</summary>
    public Column? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The columns of those names, in that order.</summary>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public Table Only(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new Table(Name, [.. names.Select(name => Find(name) ?? throw new ArgumentException($"There is no column '{name}'.", nameof(names)))], RowCount);
    }

    /// <summary>The rows named, in that order.</summary>
    public Table Take(ReadOnlySpan<int> rows)
    {
        var columns = new Column[Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Columns[i].Take(rows);
        }

        return new Table(Name, columns, rows.Length);
    }
}
