using System.Data.Common;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Kindred.Storage.Imports;

/// <summary>Imports in PostgreSQL: bulk rows by binary COPY.</summary>
internal sealed class PostgresImportStore(long workspace, PostgresDatabase database, TimeProvider clock) : ImportStore(workspace, database.Name, clock)
{
    protected override Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct) => database.WriteAsync(work, ct);

    protected override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => database.ReadAsync(work, ct);

    protected override async Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, long import, long[] lines, PayloadWriter payloads, CancellationToken ct)
    {
        await using var writer = await ((NpgsqlConnection)connection).BeginBinaryImportAsync("COPY import_row (workspace, import, line, payload) FROM STDIN (FORMAT BINARY)", ct).ConfigureAwait(false);
        for (var row = 0; row < lines.Length; row++)
        {
            await writer.StartRowAsync(ct).ConfigureAwait(false);
            await writer.WriteAsync(Workspace, NpgsqlDbType.Bigint, ct).ConfigureAwait(false);
            await writer.WriteAsync(import, NpgsqlDbType.Bigint, ct).ConfigureAwait(false);
            await writer.WriteAsync(lines[row], NpgsqlDbType.Bigint, ct).ConfigureAwait(false);
            await writer.WriteAsync(payloads[row], NpgsqlDbType.Text, ct).ConfigureAwait(false);
        }

        await writer.CompleteAsync(ct).ConfigureAwait(false);
    }

    protected override async Task ReadRowsAsync(DbConnection connection, long import, PayloadTable table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT payload FROM import_row WHERE workspace = $1 AND import = $2 ORDER BY line", (NpgsqlConnection)connection);
        command.Parameters.Add(new NpgsqlParameter { Value = Workspace });
        command.Parameters.Add(new NpgsqlParameter { Value = import });
        await using var reader = await command.ExecuteReaderAsync(ct).ConfigureAwait(false);
        while (await reader.ReadAsync(ct).ConfigureAwait(false))
        {
            table.Add(Encoding.UTF8.GetBytes(reader.GetString(0)));
        }
    }
}
