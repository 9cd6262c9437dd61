namespace Kindred.Core.Tables;

/// <summary>One column of a <see cref="Table"/>: a name, a type and as many values as the table has rows. Immutable; never boxes a value.</summary>
public abstract class Column(string name, ColumnType type, int length)
{
    /// <summary>Header as in the file (trimmed, NFC).</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>What the values are.</summary>
    public ColumnType Type { get; } = type;

    /// <summary>Rows.</summary>
    public int Length { get; } = length;

    /// <summary>True when the cell is empty or a word for "missing".</summary>
    public abstract bool IsMissing(int row);

    /// <summary>The value as text in its plain form (invariant culture; dates ISO); empty when missing.</summary>
    public abstract string TextAt(int row);

    /// <summary>The rows named, in that order, as a new column.</summary>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>The same values under another name.</summary>
    public abstract Column Renamed(string name);
}
