namespace Kindred.Core.Tables;

/// <summary>What the values of a column are, decided once per column from all of its values.</summary>
public enum ColumnType
{
    /// <summary>Words: categories, names, ids.</summary>
    Text,

    /// <summary>Two words that mean yes and no (TRUE/FALSE, Yes/No, Y/N, 1/0 never).</summary>
    Boolean,

    /// <summary>Numbers, including amounts.</summary>
    Number,

    /// <summary>Dates or times.</summary>
    Date,
}
