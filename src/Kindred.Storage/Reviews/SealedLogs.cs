using Dapper;
using Kindred.Core.Basics;
using Kindred.Storage.Leads;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kindred.Storage.Reviews;

/// <summary>The logs of a workspace that only grow, and whether they still say what was written.</summary>
public sealed class SealedLogs
{
    /// <summary>Fewest hexadecimal digits by which a digest is looked for.</summary>
    public const int LeastDigits = 8;

    private readonly long _workspace;
    private readonly string _subject;
    private readonly IDatabase _database;
    private readonly TimeProvider _clock;

    internal SealedLogs(long workspace, string subject, IDatabase database, TimeProvider clock) => (_workspace, _subject, _database, _clock) = (workspace, subject, database, clock);

    private static IReadOnlyList<ISealedLog> All => [Reviews, Scores, Events, Answers];

    internal static SealedLog<ReviewRow> Reviews { get; } = new("review", "review_entry", ("subject", "Subject"), ("kind", "Kind"), ("body", "Body"), ("done_by", "DoneBy"), ("at", "At"));

    internal static SealedLog<ScoreRow> Scores { get; } = new("score", "lead_score", ("lead", "Lead"), ("card_id", "CardId"), ("card_version", "CardVersion"), ("score", "Score"), ("low", "Low"), ("high", "High"), ("expected", "Expected"), ("state", "State"), ("inputs", "Inputs"), ("at", "At"));

    internal static SealedLog<EventRow> Events { get; } = new("event", "lead_event", ("lead", "Lead"), ("kind", "Kind"), ("done_by", "DoneBy"), ("reason", "Reason"), ("card_id", "CardId"), ("at", "At"));

    internal static SealedLog<AnswerRow> Answers { get; } = new("answer", "lead_answer", ("lead", "Lead"), ("field", "Field"), ("value", "Value"), ("done_by", "DoneBy"), ("at", "At"));

    /// <summary>The newest digest of each log; none in a workspace nobody has owned since logs are sealed.</summary>
    public Task<IReadOnlyList<LogHead>> HeadsAsync(CancellationToken ct) => GuardedAsync(() => _database.ReadAsync<IReadOnlyList<LogHead>>(async connection =>
    {
        var heads = new List<LogHead>();
        foreach (var log in All)
        {
            if (await SealedAsync(() => log.HeadAsync(connection, null, _workspace, ct)).ConfigureAwait(false) is { } head)
            {
                heads.Add(new LogHead(head.Log, head.Sealed, head.Chain, DateTimeOffset.Parse(head.BegunAt, System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        return heads;
    }, ct));

    /// <summary>Reads every row of every log again, in one reading of the database.</summary>
    /// <returns>How many rows were read; refused: <c>reviews.tampered</c> with the first row of each log that does not fit, <c>reviews.unsealed</c>.</returns>
    public Task<Result<int>> VerifyAsync(CancellationToken ct) => GuardedAsync(() => _database.ReadAsync(async connection =>
    {
        var (rows, reasons) = (0L, new List<Reason>());
        foreach (var log in All)
        {
            var read = await SealedAsync<(long Rows, LogFault? Fault)?>(async () => await log.VerifyAsync(connection, null, _workspace, ct).ConfigureAwait(false)).ConfigureAwait(false);
            rows += read?.Rows ?? 0;
            if (read is null)
            {
                return Result.Refused<int>(LogChecks.Unsealed(_subject));
            }

            if (read.Value.Fault is { } fault)
            {
                reasons.Add(LogChecks.Of(fault, _subject));
            }
        }

        return reasons.Count == 0 ? Result.Accepted((int)Math.Min(int.MaxValue, rows)) : Result.Refused<int>(reasons);
    }, ct));

    /// <summary>Looks for a digest somebody wrote down: where it was the newest of its log.</summary>
    /// <param name="digest">Its first digits, at least eight; spaces and dashes between them do not matter.</param>
    /// <param name="ct">Stops looking.</param>
    /// <returns>Log and row; refused: <c>reviews.no-digest</c>.</returns>
    public async Task<Result<(string Log, long Row)>> FindAsync(string digest, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var digits = string.Concat(digest.Where(char.IsAsciiHexDigit)).ToLowerInvariant();
        if (digits.Length < LeastDigits)
        {
            return Result.Refused<(string, long)>(LogChecks.NoDigest(digest));
        }

        var found = await GuardedAsync(() => _database.ReadAsync(connection => SealedAsync(() => connection.QueryFirstOrDefaultAsync<HeadRow?>(new CommandDefinition(
            "SELECT log AS Log, id AS Last FROM log_seal WHERE workspace = @Workspace AND substr(chain, 1, @Length) = @Digits ORDER BY log, id", new { Workspace = _workspace, Digits = digits, digits.Length }, cancellationToken: ct))), ct)).ConfigureAwait(false);
        return found is null ? Result.Refused<(string, long)>(LogChecks.NoDigest(digest)) : Result.Accepted((found.Log, found.Last));
    }

    /// <summary>Erases everything the logs hold about one lead. Its digests stay, so that the rest can still be proved; that and why it was erased is written down.</summary>
    /// <returns>Rows erased.</returns>
    public Task<int> EraseLeadAsync(string lead, string why, CancellationToken ct) => GuardedAsync(() => _database.WriteAsync(async (connection, transaction) =>
    {
        var erased = 0;
        foreach (var log in new ISealedLog[] { Scores, Events, Answers })
        {
            var ids = await connection.QueryAsync<long>(new CommandDefinition($"SELECT id FROM {log.Table} WHERE workspace = @Workspace AND lead = @Lead ORDER BY id", new { Workspace = _workspace, Lead = lead }, transaction, cancellationToken: ct)).ConfigureAwait(false);
            erased += await log.EraseAsync(connection, transaction, _workspace, ids.AsList(), why, _clock.GetUtcNow(), ct).ConfigureAwait(false);
        }

        return erased;
    }, ct));

    /// <summary>Erases what lines of the review log say.</summary>
    /// <returns>Lines erased.</returns>
    public Task<int> EraseReviewEntriesAsync(IReadOnlyList<long> ids, string why, CancellationToken ct) =>
        GuardedAsync(() => _database.WriteAsync((connection, transaction) => Reviews.EraseAsync(connection, transaction, _workspace, ids, why, _clock.GetUtcNow(), ct), ct));

    /// <summary>Gives the rows of a workspace of before their digests, once.</summary>
    internal Task BeginAsync(CancellationToken ct) => GuardedAsync(() => _database.WriteAsync(async (connection, transaction) =>
    {
        foreach (var log in All)
        {
            await log.BeginAsync(connection, transaction, _workspace, _clock.GetUtcNow(), ct).ConfigureAwait(false);
        }

        return true;
    }, ct));

    /// <summary>What is read; null in a workspace of before, which only its owner can bring up to date.</summary>
    internal static async Task<T?> SealedAsync<T>(Func<Task<T?>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (SqliteException missing) when (missing.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return default;
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return default;
        }
    }

    private Task<T> GuardedAsync<T>(Func<Task<T>> work) => StorageChecks.GuardedAsync(_subject, work);
}

/// <summary>The newest digest of a log: noted down elsewhere, it shows later that nothing before it was changed, removed or put in.</summary>
/// <param name="Log">review, score, event or answer.</param>
/// <param name="Rows">Rows ever written.</param>
/// <param name="Digest">SHA-256 over all of them, 64 hexadecimal digits.</param>
/// <param name="Since">When sealing began; rows written before got their digest then.</param>
public sealed record LogHead(string Log, long Rows, string Digest, DateTimeOffset Since);
