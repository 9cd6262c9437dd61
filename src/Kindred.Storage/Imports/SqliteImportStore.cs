using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kindred.Storage.Imports;

/// <summary>Imports in SQLite: one writing connection, readers beside it (WAL).</summary>
internal sealed class SqliteImportStore(long workspace, SqliteDatabase database, TimeProvider clock) : ImportStore(workspace, database.Folder, clock)
{
    private const string InsertRow = "INSERT INTO import_row (workspace, import, line, payload) VALUES (?1, ?2, ?3, ?4)";

    protected override Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct) => database.WriteAsync(work, ct);

    protected override Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => database.ReadAsync(work, ct);

    protected override Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, long import, long[] lines, PayloadWriter payloads, CancellationToken ct)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, InsertRow, out var statement), handle);
        using (statement)
        {
            raw.sqlite3_bind_int64(statement, 1, Workspace);
            raw.sqlite3_bind_int64(statement, 2, import);
            for (var row = 0; row < lines.Length; row++)
            {
                raw.sqlite3_bind_int64(statement, 3, lines[row]);
                raw.sqlite3_bind_text(statement, 4, payloads[row].Span);
                var code = raw.sqlite3_step(statement);
                raw.sqlite3_reset(statement);
                if (code != raw.SQLITE_DONE)
                {
                    SqliteException.ThrowExceptionForRC(code, handle);
                }
            }
        }

        return Task.CompletedTask;
    }

    protected override Task ReadRowsAsync(DbConnection connection, long import, PayloadTable table, CancellationToken ct)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, "SELECT payload FROM import_row WHERE workspace = ?1 AND import = ?2 ORDER BY line", out var statement), handle);
        using (statement)
        {
            raw.sqlite3_bind_int64(statement, 1, Workspace);
            raw.sqlite3_bind_int64(statement, 2, import);
            int code;
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                ct.ThrowIfCancellationRequested();
                table.Add(raw.sqlite3_column_blob(statement, 0));
            }

            if (code != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(code, handle);
            }
        }

        return Task.CompletedTask;
    }
}
