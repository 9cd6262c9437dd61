using System.Data.Common;
using System.Text;
using Kindred.Core.Basics;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Kindred.Host.Tests.Members;

/// <summary>The two databases of a site, as its contract tests open them.</summary>
internal static class SiteDatabases
{
    internal static Task<Result<Site>> SqliteAsync(string folder, TimeProvider clock) => Site.OpenAsync(Path.Combine(folder, "root"), clock, TestContext.Current.CancellationToken);

    internal static DbConnection Sqlite(string folder) => new SqliteConnection($"Data Source={Path.Combine(folder, "root", "members.db")};Pooling=false");

    internal static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using (connection)
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Every cell of every table of the site.</summary>
    internal static async Task<string> DumpAsync(DbConnection connection, string listTables)
    {
        var dump = new StringBuilder();
        await using (connection)
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var tables = await CellsAsync(connection, listTables);
            foreach (var table in tables)
            {
                dump.AppendLine(table).AppendJoin('\n', await CellsAsync(connection, "SELECT * FROM " + table)).AppendLine();
            }
        }

        return dump.ToString();
    }

    private static async Task<List<string>> CellsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> cells = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                cells.Add(Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture)!);
            }
        }

        return cells;
    }
}

/// <summary>Opens fresh PostgreSQL databases for a site.</summary>
internal sealed class SitePostgres(PostgresServer server)
{
    private string? _database;

    internal async Task<Result<Site>> OpenAsync(TimeProvider clock)
    {
        _database ??= await server.FreshAsync();
        return await Site.OpenPostgresAsync(_database, clock, TestContext.Current.CancellationToken);
    }

    internal DbConnection Connection => new Npgsql.NpgsqlConnection(_database);

    internal Task<string> DumpAsync() => SiteDatabases.DumpAsync(Connection, "SELECT tablename FROM pg_tables WHERE tablename LIKE 'site%'");
}
