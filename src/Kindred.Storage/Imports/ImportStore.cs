using System.Data.Common;
using Dapper;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;

namespace Kindred.Storage.Imports;

/// <summary>What both databases do alike: every statement but the bulk ones.</summary>
internal abstract class ImportStore(long workspace, string subject, TimeProvider clock) : IImportStore
{
    protected long Workspace { get; } = workspace;

    public Task<Import> BeginAsync(ImportedTable table, CancellationToken ct) => Guarded(() => WriteAsync(async (connection, transaction) =>
    {
        var columns = ImportRow.Json(table.Columns);
        var file = new { Workspace, table.Sha256, table.Sheet };
        var found = await connection.QuerySingleOrDefaultAsync<ImportRow>(Command(ImportSql.FindFile, file, transaction, ct)).ConfigureAwait(false);
        var values = new { Workspace, Id = found?.Id ?? 0, table.FileName, table.Sheet, table.Sha256, table.Bytes, table.Kind, Columns = columns, At = Now() };
        switch (found)
        {
            case null:
                await connection.ExecuteAsync(Command(ImportSql.Insert, values, transaction, ct)).ConfigureAwait(false);
                break;
            case { State: "active" }:
                return found.ToImport();
            case { } known when known.Columns == columns:
                await connection.ExecuteAsync(Command(ImportSql.Restage, values, transaction, ct)).ConfigureAwait(false);
                break;
            default:
                await DeleteAsync(connection, transaction, found.Id, ct).ConfigureAwait(false);
                await connection.ExecuteAsync(Command(ImportSql.Reset, values, transaction, ct)).ConfigureAwait(false);
                break;
        }

        return (await connection.QuerySingleAsync<ImportRow>(Command(ImportSql.FindFile, file, transaction, ct)).ConfigureAwait(false)).ToImport();
    }, ct));

    public Task AppendAsync(long import, TableBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.RowNumbers.Length + batch.Rejects.Count == 0)
        {
            return Task.CompletedTask;
        }

        var payloads = new PayloadWriter(batch.Table);
        var lines = batch.RowNumbers.Concat(batch.Rejects.Select(reject => reject.RowNumber));
        var advance = new { Workspace, Id = import, Accepted = (long)batch.RowNumbers.Length, Rejected = (long)batch.Rejects.Count, FirstLine = lines.Min(), LastLine = lines.Max() };
        return Guarded(() => WriteAsync(async (connection, transaction) =>
        {
            if (await connection.ExecuteAsync(Command(ImportSql.Advance, advance, transaction, ct)).ConfigureAwait(false) != 1)
            {
                throw new InvalidOperationException($"Import {import} takes no batch from line {advance.FirstLine}: it is not staging, or that line is stored.");
            }

            await InsertRowsAsync(connection, transaction, import, batch.RowNumbers, payloads, ct).ConfigureAwait(false);
            if (batch.Rejects.Count > 0)
            {
                await connection.ExecuteAsync(Command(ImportSql.InsertReject, batch.Rejects.Select(reject => RejectRow.Of(Workspace, import, reject)), transaction, ct)).ConfigureAwait(false);
            }

            return true;
        }, ct));
    }

    public Task<Import> PublishAsync(long import, CancellationToken ct) => Guarded(() => WriteAsync(async (connection, transaction) =>
    {
        if (await connection.ExecuteAsync(Command(ImportSql.Publish, new { Workspace, Id = import, At = Now() }, transaction, ct)).ConfigureAwait(false) != 1)
        {
            throw new InvalidOperationException($"Import {import} is not staging.");
        }

        return (await FindAsync(connection, transaction, import, ct).ConfigureAwait(false))!.ToImport();
    }, ct));

    public Task<Result<Import>> UndoAsync(long import, CancellationToken ct) => Guarded(() => WriteAsync(async (connection, transaction) =>
    {
        var changed = await connection.ExecuteAsync(Command(ImportSql.Undo, new { Workspace, Id = import, At = Now() }, transaction, ct)).ConfigureAwait(false);
        var found = await FindAsync(connection, transaction, import, ct).ConfigureAwait(false);
        return found is null ? Result.Refused<Import>(StorageChecks.NoImport(import))
            : changed == 0 ? Result.Refused<Import>(StorageChecks.NotActive(import, found.ToImport().State))
            : Result.Accepted(found.ToImport());
    }, ct));

    public Task<int> PurgeAsync(DateTimeOffset? undoneBefore, CancellationToken ct) => Guarded(() => WriteAsync(async (connection, transaction) =>
    {
        var undone = (await connection.QueryAsync<ImportRow>(Command(ImportSql.List, new { Workspace }, transaction, ct)).ConfigureAwait(false)).Where(row => row.State == "undone" && row.LastLine > 0 && (undoneBefore is null || row.ToImport().ChangedAt < undoneBefore)).ToList();
        foreach (var row in undone)
        {
            await DeleteAsync(connection, transaction, row.Id, ct).ConfigureAwait(false);
            await connection.ExecuteAsync(Command(ImportSql.Purge, new { Workspace, row.Id }, transaction, ct)).ConfigureAwait(false);
        }

        return undone.Count;
    }, ct));

    public Task<IReadOnlyList<Import>> ListAsync(CancellationToken ct) => Guarded(() => ReadAsync<IReadOnlyList<Import>>(async connection =>
        [.. (await connection.QueryAsync<ImportRow>(Command(ImportSql.List, new { Workspace }, null, ct)).ConfigureAwait(false)).Select(row => row.ToImport())], ct));

    public Task<Result<Table>> ReadAsync(long import, CancellationToken ct) => Guarded(() => ReadAsync(async connection =>
    {
        // Read in one snapshot: the import cannot be undone between the two statements.
        var found = (await FindAsync(connection, null, import, ct).ConfigureAwait(false))?.ToImport();
        if (found is not { State: ImportState.Active })
        {
            return Result.Refused<Table>(found is null ? StorageChecks.NoImport(import) : StorageChecks.NotActive(import, found.State));
        }

        var table = new PayloadTable(found.Table, checked((int)found.Accepted));
        await ReadRowsAsync(connection, import, table, ct).ConfigureAwait(false);
        return Result.Accepted(table.Build());
    }, ct));

    public Task<IReadOnlyList<Reject>> RejectsAsync(long import, CancellationToken ct) => Guarded(() => ReadAsync<IReadOnlyList<Reject>>(async connection =>
        [.. (await connection.QueryAsync<RejectRow>(Command(ImportSql.Rejects, new { Workspace, Import = import }, null, ct)).ConfigureAwait(false)).Select(row => row.ToReject())], ct));

    /// <summary>Runs on the only writing connection, in one transaction that is taken back when anything fails.</summary>
    protected abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct);

    /// <summary>Runs on a reading connection.</summary>
    protected abstract Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct);

    /// <summary>Stores rows as fast as the database takes them.</summary>
    protected abstract Task InsertRowsAsync(DbConnection connection, DbTransaction transaction, long import, long[] lines, PayloadWriter payloads, CancellationToken ct);

    /// <summary>Hands all rows of an import to the table, in order of lines.</summary>
    protected abstract Task ReadRowsAsync(DbConnection connection, long import, PayloadTable table, CancellationToken ct);

    protected static CommandDefinition Command(string sql, object? parameters, DbTransaction? transaction, CancellationToken ct) => new(sql, parameters, transaction, cancellationToken: ct);

    private string Now() => ImportRow.Text(clock.GetUtcNow());

    private async Task<ImportRow?> FindAsync(DbConnection connection, DbTransaction? transaction, long import, CancellationToken ct) =>
        await connection.QuerySingleOrDefaultAsync<ImportRow>(Command(ImportSql.Find, new { Workspace, Id = import }, transaction, ct)).ConfigureAwait(false);

    private async Task DeleteAsync(DbConnection connection, DbTransaction transaction, long import, CancellationToken ct)
    {
        await connection.ExecuteAsync(Command(ImportSql.DeleteRows, new { Workspace, Id = import }, transaction, ct)).ConfigureAwait(false);
        await connection.ExecuteAsync(Command(ImportSql.DeleteRejects, new { Workspace, Id = import }, transaction, ct)).ConfigureAwait(false);
    }

    private async Task<T> Guarded<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception failure) when (StorageChecks.Failure(failure, subject) is { } storage)
        {
            throw storage;
        }
    }
}
