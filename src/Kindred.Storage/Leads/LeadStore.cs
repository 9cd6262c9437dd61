using System.Data.Common;
using Dapper;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Storage.Imports;
using Microsoft.Data.Sqlite;

namespace Kindred.Storage.Leads;

/// <summary>Score records, the decision log and answers, one text for both databases.</summary>
internal sealed class LeadStore(long workspace, string subject, IDatabase database) : ILeadStore
{
    private const string InsertScore = """
        INSERT INTO lead_score (workspace, id, lead, card_id, card_version, score, low, high, expected, state, inputs, at)
        VALUES (@Workspace, @Id, @Lead, @CardId, @CardVersion, @Score, @Low, @High, @Expected, @State, @Inputs, @At)
        """;

    private const string SelectScores = """
        SELECT id AS Id, lead AS Lead, card_id AS CardId, card_version AS CardVersion, score AS Score, low AS Low, high AS High, expected AS Expected, state AS State, inputs AS Inputs, at AS At
        FROM lead_score WHERE workspace = @Workspace
        """;

    private const string InsertEvent = """
        INSERT INTO lead_event (workspace, id, lead, kind, done_by, reason, card_id, at)
        VALUES (@Workspace, @Id, @Lead, @Kind, @By, @Reason, @CardId, @At)
        """;

    private const string SelectEvents = """
        SELECT id AS Id, lead AS Lead, kind AS Kind, done_by AS DoneBy, reason AS Reason, card_id AS CardId, at AS At
        FROM lead_event WHERE workspace = @Workspace
        """;

    private const string InsertAnswer = """
        INSERT INTO lead_answer (workspace, id, lead, field, value, done_by, at)
        VALUES (@Workspace, @Id, @Lead, @Field, @Value, @By, @At)
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
            await AddAsync(connection, transaction, "lead_answer", InsertAnswer, [answer], (one, id) => new { Workspace = workspace, Id = id, one.Lead, one.Field, one.Value, one.By, At = ImportRow.Text(one.At) }, ct).ConfigureAwait(false);
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

    private Task<long> AddAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<ScoreRecord> records, CancellationToken ct) => AddAsync(connection, transaction, "lead_score", InsertScore, records,
        (record, id) => new { Workspace = workspace, Id = id, record.Lead, record.CardId, CardVersion = (long)record.CardVersion, Score = (long)record.Score, Low = (long)record.Low, High = (long)record.High, record.Expected, record.State, record.Inputs, At = ImportRow.Text(record.At) }, ct);

    private Task<long> AddAsync(DbConnection connection, DbTransaction transaction, IReadOnlyList<LeadEvent> events, CancellationToken ct) => AddAsync(connection, transaction, "lead_event", InsertEvent, events,
        (entry, id) => new { Workspace = workspace, Id = id, entry.Lead, Kind = entry.Kind.ToString().ToLowerInvariant(), entry.By, entry.Reason, entry.CardId, At = ImportRow.Text(entry.At) }, ct);

    /// <summary>Numbered behind what is stored, which the one writer makes safe. Returns the last number given.</summary>
    private async Task<long> AddAsync<T>(DbConnection connection, DbTransaction transaction, string table, string insert, IReadOnlyList<T> records, Func<T, long, object> values, CancellationToken ct)
    {
        if (records.Count == 0)
        {
            return 0;
        }

        var last = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COALESCE(MAX(id), 0) FROM {table} WHERE workspace = @Workspace", new { Workspace = workspace }, transaction, cancellationToken: ct)).ConfigureAwait(false);
        await connection.ExecuteAsync(new CommandDefinition(insert, records.Select((record, i) => values(record, last + 1 + i)).ToArray(), transaction, cancellationToken: ct)).ConfigureAwait(false);
        return last + records.Count;
    }

    private Task<T> Guarded<T>(Func<Task<T>> work) => StorageChecks.GuardedAsync(subject, work);
}
