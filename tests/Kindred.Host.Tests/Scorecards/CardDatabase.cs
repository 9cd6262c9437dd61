using System.Data.Common;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Xunit;

namespace Kindred.Host.Tests.Scorecards;

/// <summary>A table loaded in bulk, to be scored by a database.</summary>
internal sealed class CardDatabase(DbConnection connection, SqlDialect dialect) : IAsyncDisposable
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public SqlDialect Dialect => dialect;

    public static async Task<CardDatabase> OpenAsync(DbConnection connection, SqlDialect dialect)
    {
        await connection.OpenAsync(Ct);
        return new CardDatabase(connection, dialect);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>Scores a table by a query whose last column is the score and whose first is the row.</summary>
    public async Task<byte[]> ScoresAsync(Table table, string query)
    {
        await RunAsync("DROP TABLE IF EXISTS leads");
        var columns = string.Join(", ", table.Columns.Select(column => dialect.Identifier(column.Name) + (column is NumberColumn ? connection is SqliteConnection ? " REAL" : " double precision" : " text")));
        await RunAsync($"CREATE TABLE leads (nr bigint, {columns})");
        await (connection is NpgsqlConnection postgres ? CopyAsync(postgres, table) : InsertAsync((SqliteConnection)connection, table));
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var scores = new byte[table.RowCount];
        var rows = 0;
        for (; await reader.ReadAsync(Ct); rows++)
        {
            scores[reader.GetInt64(0)] = (byte)reader.GetInt64(reader.FieldCount - 1);
        }

        Assert.Equal(table.RowCount, rows);
        return scores;
    }

    private static async Task CopyAsync(NpgsqlConnection postgres, Table table)
    {
        await using var writer = await postgres.BeginBinaryImportAsync("COPY leads FROM STDIN (FORMAT BINARY)", Ct);
        for (var row = 0; row < table.RowCount; row++)
        {
            await writer.StartRowAsync(Ct);
            await writer.WriteAsync((long)row, NpgsqlDbType.Bigint, Ct);
            foreach (var column in table.Columns)
            {
                switch (Cell(column, row))
                {
                    case double number:
                        await writer.WriteAsync(number, NpgsqlDbType.Double, Ct);
                        break;
                    case string text:
                        await writer.WriteAsync(text, NpgsqlDbType.Text, Ct);
                        break;
                    default:
                        await writer.WriteNullAsync(Ct);
                        break;
                }
            }
        }

        await writer.CompleteAsync(Ct);
    }

    private static async Task InsertAsync(SqliteConnection sqlite, Table table)
    {
        await using var transaction = sqlite.BeginTransaction();
        await using var command = sqlite.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO leads VALUES (" + string.Join(", ", Enumerable.Range(0, table.Columns.Count + 1).Select(i => "@p" + Format.Whole(i))) + ")";
        for (var i = 0; i <= table.Columns.Count; i++)
        {
            command.Parameters.AddWithValue("@p" + Format.Whole(i), DBNull.Value);
        }

        for (var row = 0; row < table.RowCount; row++)
        {
            command.Parameters[0].Value = (long)row;
            for (var i = 0; i < table.Columns.Count; i++)
            {
                command.Parameters[i + 1].Value = Cell(table.Columns[i], row) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(Ct);
        }

        await transaction.CommitAsync(Ct);
    }

    /// <summary>An empty cell is '' in even rows and NULL in odd ones: both are missing.</summary>
    private static object? Cell(Column column, int row) => column switch
    {
        NumberColumn number => double.IsNaN(number[row]) ? null : number[row],
        TextColumn text when text.Codes[row] == 0 => row % 2 == 0 ? "" : null,
        TextColumn text => text.RawAt(row),
        _ => null,
    };

    private async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
