using Dapper;
using Kindred.Core.Leads;
using Kindred.Storage.Imports;

namespace Kindred.Storage.Leads;

/// <summary>Score records and the decision log, one text for both databases.</summary>
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

    private const string OfLead = " AND lead = @Lead";
    private const string InOrder = " ORDER BY id";

    public Task AddScoresAsync(IReadOnlyList<ScoreRecord> records, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(records);
        return AddAsync("lead_score", InsertScore, records, (record, id) => new { Workspace = workspace, Id = id, record.Lead, record.CardId, CardVersion = (long)record.CardVersion, Score = (long)record.Score, Low = (long)record.Low, High = (long)record.High, record.Expected, record.State, record.Inputs, At = ImportRow.Text(record.At) }, ct);
    }

    public Task AddEventsAsync(IReadOnlyList<LeadEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(events);
        return AddAsync("lead_event", InsertEvent, events, (entry, id) => new { Workspace = workspace, Id = id, entry.Lead, Kind = entry.Kind.ToString().ToLowerInvariant(), entry.By, entry.Reason, entry.CardId, At = ImportRow.Text(entry.At) }, ct);
    }

    public Task<IReadOnlyList<ScoreRecord>> ScoresAsync(string? lead, CancellationToken ct) => Guarded(() => database.ReadAsync<IReadOnlyList<ScoreRecord>>(async connection =>
        [.. (await connection.QueryAsync<ScoreRow>(new CommandDefinition(SelectScores + (lead is null ? "" : OfLead) + InOrder, new { Workspace = workspace, Lead = lead }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToRecord())], ct));

    public Task<IReadOnlyList<LeadEvent>> EventsAsync(string? lead, CancellationToken ct) => Guarded(() => database.ReadAsync<IReadOnlyList<LeadEvent>>(async connection =>
        [.. (await connection.QueryAsync<EventRow>(new CommandDefinition(SelectEvents + (lead is null ? "" : OfLead) + InOrder, new { Workspace = workspace, Lead = lead }, cancellationToken: ct)).ConfigureAwait(false)).Select(row => row.ToEvent())], ct));

    /// <summary>All or nothing, numbered behind what is stored; the one writer makes that safe.</summary>
    private Task AddAsync<T>(string table, string insert, IReadOnlyList<T> records, Func<T, long, object> values, CancellationToken ct) => records.Count == 0 ? Task.CompletedTask : Guarded(() => database.WriteAsync(async (connection, transaction) =>
    {
        var last = await connection.ExecuteScalarAsync<long>(new CommandDefinition($"SELECT COALESCE(MAX(id), 0) FROM {table} WHERE workspace = @Workspace", new { Workspace = workspace }, transaction, cancellationToken: ct)).ConfigureAwait(false);
        await connection.ExecuteAsync(new CommandDefinition(insert, records.Select((record, i) => values(record, last + 1 + i)).ToArray(), transaction, cancellationToken: ct)).ConfigureAwait(false);
        return true;
    }, ct));

    private Task<T> Guarded<T>(Func<Task<T>> work) => StorageChecks.GuardedAsync(subject, work);
}
