using Kindred.Core.Tables;

namespace Kindred.Core.Conditions;

/// <summary>Where a field lies in a database, and as what.</summary>
/// <param name="Name">Column, as the database knows it. SQLite takes names that differ in case only for one; PostgreSQL cuts names after 63 bytes.</param>
/// <param name="Type">Text and Boolean: a text column with the words as written; Number: a column of doubles, missing is NULL; Date: as the dialect says, missing is NULL.</param>
/// <param name="Separator">Separator of several values in a cell, else null.</param>
/// <param name="Of">Table or alias the column belongs to, else null.</param>
public sealed record SqlColumn(string Name, ColumnType Type, char? Separator = null, string? Of = null)
{
    /// <summary>The columns of a table under their own names, by field.</summary>
    public static IReadOnlyDictionary<string, SqlColumn> Each(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Columns.ToDictionary(column => column.Name, column => new SqlColumn(column.Name, column.Type, (column as TextColumn)?.Separator), StringComparer.Ordinal);
    }

    internal string In(SqlDialect dialect) => Of is null ? dialect.Identifier(Name) : dialect.Identifier(Of) + "." + dialect.Identifier(Name);
}
