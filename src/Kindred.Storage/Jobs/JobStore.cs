using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Kindred.Core.Jobs;

namespace Kindred.Storage.Jobs;

/// <summary>Jobs, one text for both databases. The one writer takes turns, and each change asks for the fence again.</summary>
internal sealed class JobStore(string subject, IDatabase database, TimeProvider clock) : IJobStore
{
    private const string Mine = " WHERE id = @Id AND fence = @Fence AND state = 'running'";

    public Task<Job> EnqueueAsync(NewJob job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        return WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO site_job (id, number, workspace, kind, payload, created_by, created_at, due_at, state, fraction, where_ko, where_en, counted, reasons, fence, attempts, cancel_requested)
                VALUES (@Id, (SELECT COALESCE(MAX(number), 0) + 1 FROM site_job), @Workspace, @Kind, @Payload, @CreatedBy, @Now, @Due, 'queued', 0, '', '', 0, '[]', 0, 0, 0)
                """,
                new { Id = id, job.Workspace, job.Kind, job.Payload, job.CreatedBy, Now, Due = job.DueAt is { } due ? Instant.Of(due) : Now },
                transaction,
                cancellationToken: ct)).ConfigureAwait(false);
            return (await OneAsync(connection, transaction, "id = @Id", new { Id = id }, ct).ConfigureAwait(false))!;
        }, ct);
    }

    public Task<Job?> TakeAsync(TimeSpan lease, CancellationToken ct) => WriteAsync(async (connection, transaction) =>
    {
        var now = Now;
        var next = await OneAsync(connection, transaction, "(state = 'queued' AND due_at <= @Now) OR (state = 'running' AND lease_until <= @Now) ORDER BY due_at, number LIMIT 1", new { Now = now }, ct).ConfigureAwait(false);
        if (next is null)
        {
            return null;
        }

        // Asked for the fence again: of two that chose the same job at once, one changes nothing.
        var taken = await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE site_job SET state = 'running', fence = fence + 1, attempts = attempts + 1, lease_until = @Until, started_at = COALESCE(started_at, @Now) WHERE id = @Id AND fence = @Fence AND state IN ('queued', 'running')",
            new { next.Id, next.Fence, Now = now, Until = now + (long)lease.TotalMilliseconds },
            transaction,
            cancellationToken: ct)).ConfigureAwait(false);
        return taken == 1 ? await OneAsync(connection, transaction, "id = @Id", new { next.Id }, ct).ConfigureAwait(false) : null;
    }, ct);

    public Task<JobHold> RenewAsync(string id, long fence, TimeSpan lease, JobProgress progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE site_job SET lease_until = @Until, fraction = @Fraction, where_ko = @Ko, where_en = @En, counted = @Counted, total = @Total" + Mine,
                new { Id = id, Fence = fence, Until = Now + (long)lease.TotalMilliseconds, progress.Fraction, progress.Where.Ko, progress.Where.En, progress.Counted, progress.Total },
                transaction,
                cancellationToken: ct)).ConfigureAwait(false);
            return await HoldAsync(connection, transaction, id, fence, ct).ConfigureAwait(false);
        }, ct);
    }

    public Task<JobHold> HoldAsync(string id, long fence, CancellationToken ct) => ReadAsync(connection => HoldAsync(connection, null, id, fence, ct), ct);

    public Task<bool> FinishAsync(string id, long fence, JobEnd end, JobProgress progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(end);
        ArgumentNullException.ThrowIfNull(progress);
        if (end.State is JobState.Queued or JobState.Running)
        {
            throw new ArgumentException("This is no way to end.", nameof(end));
        }

        return WriteAsync(async (connection, transaction) => await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE site_job SET state = @State, reasons = @Reasons, result = @Result, reference = @Reference, ended_at = @Now, lease_until = NULL,
                fraction = @Fraction, where_ko = @Ko, where_en = @En, counted = @Counted, total = @Total
            """ + Mine,
            new { Id = id, Fence = fence, State = end.State.ToString().ToLowerInvariant(), Reasons = JobRow.Text(end.Reasons), end.Result, end.Reference, Now, progress.Fraction, progress.Where.Ko, progress.Where.En, progress.Counted, progress.Total },
            transaction,
            cancellationToken: ct)).ConfigureAwait(false) == 1, ct);
    }

    public Task<bool> ReleaseAsync(string id, long fence, CancellationToken ct) => WriteAsync(async (connection, transaction) => await connection.ExecuteAsync(new CommandDefinition(
        "UPDATE site_job SET state = 'queued', lease_until = NULL, attempts = attempts - 1" + Mine, new { Id = id, Fence = fence }, transaction, cancellationToken: ct)).ConfigureAwait(false) == 1, ct);

    public Task<Job?> RequestCancelAsync(string workspace, string id, CancellationToken ct) => WriteAsync(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE site_job SET cancel_requested = 1, ended_at = CASE state WHEN 'queued' THEN @Now ELSE ended_at END, state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END
            WHERE id = @Id AND workspace = @Workspace AND state IN ('queued', 'running')
            """,
            new { Id = id, Workspace = workspace, Now },
            transaction,
            cancellationToken: ct)).ConfigureAwait(false);
        return await OneAsync(connection, transaction, "id = @Id AND workspace = @Workspace", new { Id = id, Workspace = workspace }, ct).ConfigureAwait(false);
    }, ct);

    public Task<Job?> GetAsync(string workspace, string id, CancellationToken ct) => ReadAsync(connection => OneAsync(connection, null, "id = @Id AND workspace = @Workspace", new { Id = id, Workspace = workspace }, ct), ct);

    public Task<IReadOnlyList<Job>> ListAsync(string workspace, int count, CancellationToken ct) => ReadAsync<IReadOnlyList<Job>>(async connection =>
        [.. (await connection.QueryAsync<JobRow>(new CommandDefinition(
            $"SELECT {JobRow.Columns} FROM site_job WHERE workspace = @Workspace ORDER BY number DESC LIMIT @Count", new { Workspace = workspace, Count = Math.Clamp(count, 1, 500) }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToJob())], ct);

    private long Now => Instant.Of(clock.GetUtcNow());

    private static async Task<Job?> OneAsync(DbConnection connection, DbTransaction? transaction, string which, object values, CancellationToken ct) =>
        (await connection.QuerySingleOrDefaultAsync<JobRow>(new CommandDefinition($"SELECT {JobRow.Columns} FROM site_job WHERE {which}", values, transaction, cancellationToken: ct)).ConfigureAwait(false))?.ToJob();

    private static async Task<JobHold> HoldAsync(DbConnection connection, DbTransaction? transaction, string id, long fence, CancellationToken ct) =>
        await connection.ExecuteScalarAsync<long?>(new CommandDefinition("SELECT cancel_requested FROM site_job" + Mine, new { Id = id, Fence = fence }, transaction, cancellationToken: ct)).ConfigureAwait(false) switch
        {
            null => JobHold.Lost,
            0 => JobHold.Held,
            _ => JobHold.CancelRequested,
        };

    private Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct) => StorageChecks.GuardedAsync(subject, () => database.WriteAsync(work, ct));

    private Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => StorageChecks.GuardedAsync(subject, () => database.ReadAsync(work, ct));
}
