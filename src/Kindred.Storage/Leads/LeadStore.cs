using System.Data.Common;
using Dapper;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Storage.Reviews;
using Microsoft.Data.Sqlite;

namespace Kindred.Storage.Leads;

/// <summary>Score records, the decision log and answers, one text for both databases.</summary>
internal sealed class LeadStore(long workspace, string subject, IDatabase database, TimeProvider clock) : ILeadStore
{
    private const string SelectScores = """
        SELECT id AS Id, lead AS Lead, card_id AS CardId, card_version AS CardVersion, score AS Score, low AS Low, high AS High, expected AS Expected, state AS State, inputs AS Inputs, at AS At
        FROM lead_score WHERE workspace = @Workspace
        """;

    private const string SelectEvents = """
        SELECT id AS Id, lead AS Lead, kind AS Kind, done_by AS DoneBy, reason AS Reason, card_id AS CardId, at AS At
        FROM lead_event WHERE workspace = @Workspace
        """;

    private const string SelectAnswers = """
        SELECT id AS Id, lead AS Lead, field AS Field, value AS Value, done_by AS DoneBy, at AS At
        FROM lead_answer WHERE workspace = @Workspace
        """;

    private const string OfLead = " AND lead = @Lead";
    private const string InOrder = " ORDER BY id";

    public Task AddScoresAsync(IReadOnlyList<ScoreRecord> records, CancellationToken ct) => KeepAsync(records, [], ct);

    public Task AddEventsAsync(IReadOnlyList<LeadEvent> events, CancellationToken ct) => KeepAsync([], events, ct);

    public Task KeepAsync(IReadOnlyList<ScoreRecord> records, IReadOnlyList<LeadEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(events);
        return records.Count + events.Count == 0 ? Task.CompletedTask : Guarded(() => database.WriteAsync(async (connection, transaction) =>
        {
            await AddAsync(connection, transaction, records, ct).ConfigureAwait(false);
            await AddAsync(connection, transaction, events, ct).ConfigureAwait(false);
            return true;
        }, ct));
    }

    public Task<Result<LeadEvent>> DecideAsync(ScoreRecord record, LeadEvent decision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(decision);
        return Guarded(() => database.WriteAsync(async (connection, transaction) =>
        {
            var ofLead = (await connection.QueryAsync<EventRow>(new CommandDefinition(SelectEvents + OfLead + InOrder, new { Workspace = workspace, decision.Lead }, transaction, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToEvent());
            if (DecideLead.Refusal(ofLead, decision) is { } refusal)
            {
                return Result.Refused<LeadEvent>(refusal);
            }

            await AddAsync(connection, transaction, [record], ct).ConfigureAwait(false);
            return Result.Accepted(decision with { Id = await AddAsync(connection, transaction, [decision], ct).ConfigureAwait(false) });
        }, ct));
    }

    public Task AddAnswerAsync(AnswerRecord answer, ScoreRecord? record, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Guarded(() => database.WriteAsync(async (connection, transaction) =>
        {
            await SealedLogs.Answers.AddAsync(connection, transaction, workspace, [AnswerRow.Of(answer)], clock.GetUtcNow(), ct).ConfigureAwait(false);
            await AddAsync(connection, transaction, record is null ? [] : [record], ct).ConfigureAwait(false);
            return true;
        }, ct));
    }

    public Task<IReadOnlyList<AnswerRecord>> AnswersAsync(string? lead, CancellationToken ct) => Guarded(() => database.ReadAsync<IReadOnlyList<AnswerRecord>>(async connection =>
    {
        try
        {
            return [.. (await connection.QueryAsync<AnswerRow>(new CommandDefinition(SelectAnswers + (lead is null ? "" : OfLead) + InOrder, new { Workspace = workspace, Lead = lead }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToRecord())];
        }
        catch (SqliteException missing) when (missing.Message.Contains("no such table", StringComparison.Ordinal))
        {
            // A workspace of before that nobody has owned since: whoever only reads cannot bring it up to date, and nobody has answered anything in it.
            return [];
        }
    }, ct));

    public Task<IReadOnlyList<ScoreRecord>> ScoresAsync(string? lead, CancellationToken ct) => Guarded(() => database.ReadAsync<IReadOnlyList<ScoreRecord>>(async connection =>
        [.. (await connection.QueryAsync<ScoreRow>(new CommandDefinition(SelectScores + (lead is null ? "" : OfLead) + InOrder, new { Workspace = workspace, Lead = lead }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToRecord())], ct));

    public Task<IReadOnlyList<LeadEvent>> EventsAsync(string? lead, CancellationToken ct) => Guarded(() => database.ReadAsync<IReadOnlyList<LeadEvent>>(async connection =>
        [.. (await connection.QueryAsync<EventRow>(new CommandDefinition(SelectEvents + (lead is null ? "" : OfLead) + InOrder, new { Workspace = workspace, Lead = lead }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToEvent())], ct));

    public Task<(long Event, long Answer)> NewestAsync(CancellationToken ct) => Guarded(() => database.ReadAsync(async connection =>
    {
        async Task<long> Newest(string table) => await connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COALESCE(MAX(id), 0) FROM {table} WHERE workspace = @Workspace", new { Workspace = workspace }, cancellationToken: ct)).ConfigureAwait(false);
        return (await Newest("lead_event").ConfigureAwait(false), await Newest("lead_answer").ConfigureAwait(false));
    }, ct));

    private Task<long> AddAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ScoreRecord> records, CancellationToken ct) =>
        SealedLogs.Scores.AddAsync(connection, transaction, workspace, [.. records.Select(ScoreRow.Of)], clock.GetUtcNow(), ct);

    private Task<long> AddAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<LeadEvent> events, CancellationToken ct) =>
        SealedLogs.Events.AddAsync(connection, transaction, workspace, [.. events.Select(EventRow.Of)], clock.GetUtcNow(), ct);

    private Task<T> Guarded<T>(Func<Task<T>> work) => StorageChecks.GuardedAsync(subject, work);
}
