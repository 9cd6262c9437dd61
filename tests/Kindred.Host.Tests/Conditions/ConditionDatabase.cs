using System.Data.Common;
using System.Globalization;
using Kindred.Core.Conditions;
using Kindred.Core.Tables;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Kindred.Host.Tests.Conditions;

/// <summary>A table inside a database, to ask which of its rows a predicate holds for.</summary>
internal sealed class ConditionDatabase : IAsyncDisposable
{
    private readonly DbConnection _connection;

    private ConditionDatabase(DbConnection connection, SqlDialect dialect)
    {
        _connection = connection;
        Dialect = dialect;
    }

    public SqlDialect Dialect { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ConditionDatabase> SqliteAsync() => await OpenAsync(new SqliteConnection("Data Source=:memory:"), SqlDialect.Sqlite);

    public static async Task<ConditionDatabase> PostgresAsync(string connectionString) => await OpenAsync(new NpgsqlConnection(connectionString), SqlDialect.Postgres);

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    /// <summary>Puts a table in place of the one before. An empty cell is stored as '' in even rows and as NULL in odd ones: both are missing.</summary>
    public async Task PutAsync(Table table)
    {
        await RunAsync("DROP TABLE IF EXISTS t");
        await RunAsync("CREATE TABLE t (row_number bigint PRIMARY KEY, " + string.Join(", ", table.Columns.Select(column => Dialect.Identifier(column.Name) + " " + TypeOf(column))) + ")");
        await using var transaction = await _connection.BeginTransactionAsync(Ct);
        for (var row = 0; row < table.RowCount; row++)
        {
            await using var command = _connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO t VALUES (@n" + string.Concat(table.Columns.Select((column, i) => column.Type == ColumnType.Date && Dialect == SqlDialect.Postgres ? $", CAST(@c{Whole(i)} AS timestamp)" : ", @c" + Whole(i))) + ")";
            Add(command, "n", (long)row);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                Add(command, "c" + Whole(i), Cell(table.Columns[i], row));
            }

            await command.ExecuteNonQueryAsync(Ct);
        }

        await transaction.CommitAsync(Ct);
    }

    /// <summary>Rows a predicate holds for, rising. A predicate that is neither true nor false for some row is an error.</summary>
    public async Task<List<long>> RowsAsync(string predicate, IReadOnlyList<KeyValuePair<string, object>> parameters)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT row_number, CASE WHEN {predicate} THEN 1 WHEN NOT ({predicate}) THEN 0 ELSE -1 END FROM t ORDER BY row_number";
        foreach (var (name, value) in parameters)
        {
            Add(command, name, value);
        }

        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<long>();
        while (await reader.ReadAsync(Ct))
        {
            var holds = reader.GetInt32(1);
            Assert.True(holds >= 0, $"neither true nor false for row {reader.GetInt64(0)}: {predicate}");
            if (holds == 1)
            {
                rows.Add(reader.GetInt64(0));
            }
        }

        return rows;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<ConditionDatabase> OpenAsync(DbConnection connection, SqlDialect dialect)
    {
        await connection.OpenAsync(Ct);
        return new ConditionDatabase(connection, dialect);
    }

    private string TypeOf(Column column) => (column.Type, Dialect == SqlDialect.Sqlite) switch
    {
        (ColumnType.Number, true) => "REAL",
        (ColumnType.Number, false) => "double precision",
        (ColumnType.Date, false) => "timestamp",
        // Whatever collation a column was declared with, words compare byte by byte.
        (_, true) => "TEXT COLLATE NOCASE",
        _ => "text",
    };

    private object Cell(Column column, int row)
    {
        switch (column)
        {
            case TextColumn text:
                return text.Codes[row] > 0 ? text.RawAt(row) : row % 2 == 0 ? "" : DBNull.Value;
            case NumberColumn number:
                // PostgreSQL also stores NaN, which it takes for greater than everything; here it is missing.
                return !double.IsNaN(number[row]) ? number[row] : row % 2 == 0 && Dialect == SqlDialect.Postgres ? double.NaN : DBNull.Value;
            default:
                var date = (DateColumn)column;
                if (date.IsMissing(row))
                {
                    return DBNull.Value;
                }

                var moment = new DateTime(date[row]);
                return date.TextAt(row) + (moment.Ticks % TimeSpan.TicksPerSecond == 0 ? "" : moment.ToString("'.'fffffff", CultureInfo.InvariantCulture));
        }
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
