using System.Data.Common;
using Dapper;
using Kindred.Storage.Imports;

namespace Kindred.Storage.Reviews;

/// <summary>A log that only grows: rows are numbered without gaps, and each gets the digest of itself and of everything before it in the same transaction.</summary>
/// <param name="name">Name of the log in the tables of digests.</param>
/// <param name="table">Table of its rows.</param>
/// <param name="columns">Columns beside workspace and id, each with the property of the row it fills.</param>
internal sealed class SealedLog<T>(string name, string table, params (string Column, string Property)[] columns) : ISealedLog
    where T : SealedRow
{
    private const int Batch = 1_000;
    private const string InsertSeal = "INSERT INTO log_seal (workspace, log, id, content, chain, sealed_at) VALUES (@Workspace, @Log, @Id, @Content, @Chain, @At)";
    private const string InsertHead = "INSERT INTO log_head (workspace, log, sealed, last, chain, begun_at) VALUES (@Workspace, @Log, @Sealed, @Last, @Chain, @At)";

    /// <summary>Reads a head and keeps others from it until the transaction ends: on PostgreSQL a second writer waits here and then sees what the first wrote.</summary>
    private const string LockHead = "UPDATE log_head SET sealed = sealed WHERE workspace = @Workspace AND log = @Log";

    private const string SelectHead = "SELECT log AS Log, sealed AS Sealed, last AS Last, chain AS Chain, begun_at AS BegunAt FROM log_head WHERE workspace = @Workspace AND log = @Log";

    private readonly string _insert = $"INSERT INTO {table} (workspace, id, {string.Join(", ", columns.Select(column => column.Column))}) VALUES (@Workspace, @Id, {string.Join(", ", columns.Select(column => "@" + column.Property))})";

    public string Name => name;

    public string Table => table;

    private string Columns => string.Join(", ", columns.Select(column => $"c.{column.Column} AS {column.Property}"));

    /// <summary>Adds rows behind what is there.</summary>
    /// <returns>The number of the last; 0 where none were added.</returns>
    internal async Task<long> AddAsync(DbConnection connection, DbTransaction transaction, long workspace, IReadOnlyList<T> rows, DateTimeOffset at, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        await LockAsync(connection, transaction, workspace, ct).ConfigureAwait(false);
        var head = (await HeadAsync(connection, transaction, workspace, ct).ConfigureAwait(false))!;
        var last = head.Last;
        foreach (var row in rows)
        {
            (row.Workspace, row.Id) = (workspace, ++last);
        }

        await connection.ExecuteAsync(new CommandDefinition(_insert, rows, transaction, cancellationToken: ct)).ConfigureAwait(false);
        var chain = await SealAsync(connection, transaction, workspace, rows, head.Chain, ImportRow.Text(at.ToUniversalTime()), ct).ConfigureAwait(false);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE log_head SET sealed = sealed + @Count, last = @Last, chain = @Chain WHERE workspace = @Workspace AND log = @Log",
            new { Workspace = workspace, Log = name, Count = (long)rows.Count, Last = last, Chain = chain }, transaction, cancellationToken: ct)).ConfigureAwait(false);
        return last;
    }

    /// <summary>Keeps other writers from the log until the transaction ends.</summary>
    internal Task LockAsync(DbConnection connection, DbTransaction transaction, long workspace, CancellationToken ct) =>
        connection.ExecuteAsync(new CommandDefinition(LockHead, new { Workspace = workspace, Log = name }, transaction, cancellationToken: ct));

    public Task<HeadRow?> HeadAsync(DbConnection connection, DbTransaction? transaction, long workspace, CancellationToken ct) =>
        connection.QuerySingleOrDefaultAsync<HeadRow?>(new CommandDefinition(SelectHead, new { Workspace = workspace, Log = name }, transaction, cancellationToken: ct));

    public async Task BeginAsync(DbConnection connection, DbTransaction transaction, long workspace, DateTimeOffset at, CancellationToken ct)
    {
        if (await HeadAsync(connection, transaction, workspace, ct).ConfigureAwait(false) is not null)
        {
            return;
        }

        // Once only: rows that come without a digest later were added behind the product's back.
        var now = ImportRow.Text(at.ToUniversalTime());
        var (chain, count, last) = (SealedRow.Begin(name), 0L, 0L);
        while (true)
        {
            var rows = (await connection.QueryAsync<T>(new CommandDefinition(
                $"SELECT c.id AS Id, {Columns} FROM {table} c WHERE c.workspace = @Workspace AND c.id > @Last ORDER BY c.id LIMIT @Batch", new { Workspace = workspace, Last = last, Batch }, transaction, cancellationToken: ct)).ConfigureAwait(false)).AsList();
            if (rows.Count == 0)
            {
                break;
            }

            chain = await SealAsync(connection, transaction, workspace, rows, chain, now, ct).ConfigureAwait(false);
            (count, last) = (count + rows.Count, rows[^1].Id);
        }

        await connection.ExecuteAsync(new CommandDefinition(InsertHead, new { Workspace = workspace, Log = name, Sealed = count, Last = last, Chain = chain, At = now }, transaction, cancellationToken: ct)).ConfigureAwait(false);
    }

    public async Task<(long Rows, LogFault? Fault)> VerifyAsync(DbConnection connection, DbTransaction? transaction, long workspace, CancellationToken ct)
    {
        var of = new { Workspace = workspace, Log = name };
        if (await HeadAsync(connection, transaction, workspace, ct).ConfigureAwait(false) is not { } head)
        {
            return (0, new LogFault(name, 0, LogFaultKind.NoHead));
        }

        var seals = connection.QueryUnbufferedAsync<SealRow>("SELECT id AS Id, content AS Content, chain AS Chain FROM log_seal WHERE workspace = @Workspace AND log = @Log ORDER BY id", of, transaction);
        var chain = SealedRow.Begin(name);
        var (count, last) = (0L, 0L);
        await foreach (var seal in seals.WithCancellation(ct).ConfigureAwait(false))
        {
            chain = SealedRow.Link(chain, seal.Content);
            (count, last) = (count + 1, seal.Id);
            if (chain != seal.Chain)
            {
                return (count, new LogFault(name, seal.Id, LogFaultKind.Order));
            }
        }

        var rows = connection.QueryUnbufferedAsync<T>($"SELECT c.id AS Id, {Columns} FROM {table} c JOIN log_seal s ON s.workspace = c.workspace AND s.log = @Log AND s.id = c.id WHERE c.workspace = @Workspace ORDER BY c.id", of, transaction);
        var contents = await ContentsAsync(connection, transaction, of, ct).ConfigureAwait(false);
        await foreach (var row in rows.WithCancellation(ct).ConfigureAwait(false))
        {
            if (row.Digest(name) != contents[row.Id])
            {
                return (count, new LogFault(name, row.Id, LogFaultKind.Changed));
            }
        }

        async Task<long?> FirstAsync(string sql) => await connection.ExecuteScalarAsync<long?>(new CommandDefinition(sql, of, transaction, cancellationToken: ct)).ConfigureAwait(false);
        var kept = $"SELECT 1 FROM {table} c WHERE c.workspace = s.workspace AND c.id = s.id";
        var erased = "SELECT 1 FROM log_erased e WHERE e.workspace = s.workspace AND e.log = s.log AND e.id = s.id";
        var removed = await FirstAsync($"SELECT MIN(s.id) FROM log_seal s WHERE s.workspace = @Workspace AND s.log = @Log AND NOT EXISTS ({kept}) AND NOT EXISTS ({erased})").ConfigureAwait(false);
        var added = await FirstAsync($"SELECT MIN(c.id) FROM {table} c WHERE c.workspace = @Workspace AND NOT EXISTS (SELECT 1 FROM log_seal s WHERE s.workspace = c.workspace AND s.log = @Log AND s.id = c.id)").ConfigureAwait(false);
        var back = await FirstAsync($"SELECT MIN(s.id) FROM log_seal s WHERE s.workspace = @Workspace AND s.log = @Log AND EXISTS ({kept}) AND EXISTS ({erased})").ConfigureAwait(false);
        return removed is { } gone ? (count, new LogFault(name, gone, LogFaultKind.Removed))
            : added is { } more ? (count, new LogFault(name, more, LogFaultKind.Added))
            : back is { } again ? (count, new LogFault(name, again, LogFaultKind.Added))
            : (count, last, chain) != (head.Sealed, head.Last, head.Chain) ? (count, new LogFault(name, last + 1, LogFaultKind.Tail))
            : (count, null);
    }

    public async Task<int> EraseAsync(DbConnection connection, DbTransaction transaction, long workspace, IReadOnlyList<long> ids, string why, DateTimeOffset at, CancellationToken ct)
    {
        var done = 0;
        foreach (var id in ids)
        {
            var row = new { Workspace = workspace, Log = name, Id = id, Why = why, At = ImportRow.Text(at.ToUniversalTime()) };
            if (await connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COUNT(*) FROM {table} WHERE workspace = @Workspace AND id = @Id", row, transaction, cancellationToken: ct)).ConfigureAwait(false) == 0)
            {
                continue;
            }

            await connection.ExecuteAsync(new CommandDefinition("INSERT INTO log_erased (workspace, log, id, why, at) VALUES (@Workspace, @Log, @Id, @Why, @At)", row, transaction, cancellationToken: ct)).ConfigureAwait(false);
            done += await connection.ExecuteAsync(new CommandDefinition($"DELETE FROM {table} WHERE workspace = @Workspace AND id = @Id", row, transaction, cancellationToken: ct)).ConfigureAwait(false);
        }

        return done;
    }

    private async Task<Dictionary<long, string>> ContentsAsync(DbConnection connection, DbTransaction? transaction, object of, CancellationToken ct) =>
        (await connection.QueryAsync<SealRow>(new CommandDefinition("SELECT id AS Id, content AS Content FROM log_seal WHERE workspace = @Workspace AND log = @Log", of, transaction, cancellationToken: ct)).ConfigureAwait(false)).ToDictionary(seal => seal.Id, seal => seal.Content);

    private async Task<string> SealAsync(DbConnection connection, DbTransaction transaction, long workspace, IReadOnlyList<T> rows, string before, string at, CancellationToken ct)
    {
        var chain = before;
        var seals = new List<object>(rows.Count);
        foreach (var row in rows)
        {
            var content = row.Digest(name);
            chain = SealedRow.Link(chain, content);
            seals.Add(new { Workspace = workspace, Log = name, row.Id, Content = content, Chain = chain, At = at });
        }

        await connection.ExecuteAsync(new CommandDefinition(InsertSeal, seals, transaction, cancellationToken: ct)).ConfigureAwait(false);
        return chain;
    }

    private sealed class SealRow
    {
        public long Id { get; set; }

        public string Content { get; set; } = "";

        public string Chain { get; set; } = "";
    }
}
