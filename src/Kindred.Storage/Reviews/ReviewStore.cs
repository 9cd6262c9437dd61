using System.Data.Common;
using Dapper;
using Kindred.Core.Basics;
using Kindred.Core.Notifications;
using Kindred.Core.Reviews;

namespace Kindred.Storage.Reviews;

/// <summary>The review log and the outbox, one text for both databases.</summary>
internal sealed class ReviewStore(long workspace, string subject, IDatabase database, TimeProvider clock, SealedLogs logs) : IReviewStore, IOutboxStore
{
    private const string Select = "SELECT id AS Id, subject AS Subject, kind AS Kind, body AS Body, done_by AS DoneBy, at AS At FROM review_entry WHERE workspace = @Workspace";

    public Task AddAsync(IReadOnlyList<ReviewEntry> entries, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return entries.Count == 0 ? Task.CompletedTask : WriteAsync(async (connection, transaction) =>
        {
            await SealedLogs.Reviews.AddAsync(connection, transaction, workspace, [.. entries.Select(ReviewRow.Of)], clock.GetUtcNow(), ct).ConfigureAwait(false);
            return true;
        }, ct);
    }

    public Task<bool> AddOnceAsync(ReviewEntry entry, CancellationToken ct) => AddOnceAsync(entry, [], ct);

    public Task<bool> AddOnceAsync(ReviewEntry entry, IReadOnlyList<NewMail> mails, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(mails);
        return WriteAsync(async (connection, transaction) =>
        {
            // The head is held first: of two that come at once, the second sees what the first wrote.
            await SealedLogs.Reviews.LockAsync(connection, transaction, workspace, ct).ConfigureAwait(false);
            var there = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
                "SELECT COUNT(*) FROM review_entry WHERE workspace = @Workspace AND subject = @Subject AND kind = @Kind", new { Workspace = workspace, entry.Subject, Kind = ReviewRow.KindOf(entry.Kind) }, transaction, cancellationToken: ct)).ConfigureAwait(false);
            if (there > 0)
            {
                return false;
            }

            await SealedLogs.Reviews.AddAsync(connection, transaction, workspace, [ReviewRow.Of(entry)], clock.GetUtcNow(), ct).ConfigureAwait(false);
            await OutboxSql.AddAsync(connection, transaction, workspace, mails, clock.GetUtcNow(), ct).ConfigureAwait(false);
            return true;
        }, ct);
    }

    public Task<IReadOnlyList<ReviewEntry>> EntriesAsync(string? subject, CancellationToken ct) => ReadAsync<IReadOnlyList<ReviewEntry>>(async connection =>
        (await SealedLogs.SealedAsync(async () => (IEnumerable<ReviewRow>?)await connection.QueryAsync<ReviewRow>(new CommandDefinition(
            Select + (subject is null ? "" : " AND subject = @Subject") + " ORDER BY id", new { Workspace = workspace, Subject = subject }, cancellationToken: ct)).ConfigureAwait(false)).ConfigureAwait(false))?.Select(row => row.ToEntry()).ToArray() ?? [], ct);

    public Task<Result<int>> VerifyAsync(CancellationToken ct) => logs.VerifyAsync(ct);

    public Task<OutboxMail?> TakeAsync(TimeSpan lease, bool mayRepeat, CancellationToken ct) => WriteAsync((connection, transaction) => OutboxSql.TakeAsync(connection, transaction, workspace, lease, mayRepeat, clock.GetUtcNow(), ct), ct);

    public Task<bool> EndAsync(string id, long fence, MailState state, DateTimeOffset nextAt, string? said, CancellationToken ct) => WriteAsync((connection, transaction) => OutboxSql.EndAsync(connection, transaction, workspace, id, fence, state, nextAt, said, clock.GetUtcNow(), ct), ct);

    public Task<bool> RepeatAsync(string id, CancellationToken ct) => WriteAsync((connection, transaction) => OutboxSql.RepeatAsync(connection, transaction, workspace, id, clock.GetUtcNow(), ct), ct);

    public Task<IReadOnlyList<OutboxMail>> MailsAsync(int count, CancellationToken ct) => ReadAsync<IReadOnlyList<OutboxMail>>(async connection =>
        await SealedLogs.SealedAsync(async () => await OutboxSql.MailsAsync(connection, workspace, count, ct).ConfigureAwait(false)).ConfigureAwait(false) ?? [], ct);

    private Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct) => StorageChecks.GuardedAsync(subject, () => database.WriteAsync(work, ct));

    private Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct) => StorageChecks.GuardedAsync(subject, () => database.ReadAsync(work, ct));
}
