using Kindred.Core.Leads;
using Kindred.Core.Reviews;
using Kindred.Storage;
using Npgsql;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>Logs that only grow: no layer changes them, and what is changed behind the product's back is found, whichever database is behind it.</summary>
public abstract class SealedLogContract : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 0, TimeSpan.FromHours(9));

    /// <summary>Every table of logs with one of its columns and what it is in the digests.</summary>
    public static TheoryData<string, string, string> Tables => new() { { "lead_score", "inputs", "score" }, { "lead_event", "reason", "event" }, { "lead_answer", "value", "answer" }, { "review_entry", "body", "review" } };

    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-logs-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<Workspace> OpenAsync();

    /// <summary>Runs SQL behind the store's back; throws what the database says.</summary>
    protected abstract Task ExecuteAsync(string sql);

    /// <summary>Runs SQL with every trigger out of the way, as somebody with the file in hand can.</summary>
    protected abstract Task TamperAsync(string sql);

    /// <summary>Statements that put a row in place of another.</summary>
    protected abstract string Replace(string table);

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Rows_OnceWritten_NoStatementChangesOrRemovesThem(string table, string column, string log)
    {
        (await FilledAsync()).Dispose();
        foreach (var sql in new[]
        {
            $"UPDATE {table} SET {column} = 'x'", $"UPDATE {table} SET id = id + 10", $"DELETE FROM {table}", $"DELETE FROM {table} WHERE id = 3", Replace(table),
            "UPDATE log_seal SET content = 'x'", "DELETE FROM log_seal", "UPDATE log_head SET sealed = 0", "UPDATE log_head SET chain = 'x'", "DELETE FROM log_head",
        })
        {
            await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync(sql));
        }

        using var workspace = await OpenAsync();
        Assert.Equal(12, (await workspace.Reviews.VerifyAsync(Ct)).Value);
        Assert.Equal(3, (await workspace.Logs.HeadsAsync(Ct)).Single(head => head.Log == log).Rows);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_RowChangedBehindTheBack_NamesIt(string table, string column, string log) =>
        await FindsAsync($"UPDATE {table} SET {column} = '{{\"a\":1}}' WHERE id = 2", log + ":2", "does not say what it said");

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_RowRemoved_NamesIt(string table, string column, string log)
    {
        Assert.NotEmpty(column);
        await FindsAsync($"DELETE FROM {table} WHERE id = 2", log + ":2", "was removed");
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_RowRemovedWithItsDigest_NamesTheRowAfterIt(string table, string column, string log)
    {
        Assert.NotEmpty(column);
        await FindsAsync($"DELETE FROM {table} WHERE id = 2; DELETE FROM log_seal WHERE log = '{log}' AND id = 2", log + ":3", "does not follow");
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_RowsSwapped_NamesTheFirst(string table, string column, string log)
    {
        Assert.NotEmpty(column);
        await FindsAsync($"UPDATE {table} SET id = 99 WHERE id = 1; UPDATE {table} SET id = 1 WHERE id = 2; UPDATE {table} SET id = 2 WHERE id = 99", log + ":1", "does not say what it said");
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_RowsSwappedWithTheirDigests_FindsTheOrder(string table, string column, string log)
    {
        Assert.NotEmpty(column);
        static string Swap(string name, string and) => $"UPDATE {name} SET id = 99 WHERE id = 1{and}; UPDATE {name} SET id = 1 WHERE id = 2{and}; UPDATE {name} SET id = 2 WHERE id = 99{and}; ";
        await FindsAsync(Swap(table, "") + Swap("log_seal", $" AND log = '{log}'"), log + ":1", "does not follow");
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_TailCutOffWithItsDigests_IsMissed(string table, string column, string log)
    {
        Assert.NotEmpty(column);
        await FindsAsync($"DELETE FROM {table} WHERE id > 1; DELETE FROM log_seal WHERE log = '{log}' AND id > 1", log + ":2", "everything after it is missing");
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Verify_RowPutIn_NamesIt(string table, string column, string log)
    {
        Assert.NotEmpty(column);
        await FindsAsync($"CREATE TEMPORARY TABLE copied AS SELECT * FROM {table} WHERE id = 3; UPDATE copied SET id = 4; INSERT INTO {table} SELECT * FROM copied", log + ":4", "not written by the product");
    }

    [Fact]
    public async Task Verify_AfterRowsWerePutInAndTheWorkspaceIsOpenedAgain_StillFindsThem()
    {
        // Sealing what is there happens once, at the upgrade; opening again must not make a forged row good.
        (await FilledAsync()).Dispose();
        await TamperAsync("CREATE TEMPORARY TABLE copied AS SELECT * FROM lead_score WHERE id = 3; UPDATE copied SET id = 4; INSERT INTO lead_score SELECT * FROM copied");
        for (var i = 0; i < 2; i++)
        {
            using var workspace = await OpenAsync();
            Assert.Equal("score:4", Assert.Single((await workspace.Reviews.VerifyAsync(Ct)).Reasons).Subject);
        }
    }

    [Fact]
    public async Task Find_DigestNotedDown_TellsWhereItWasTheNewest()
    {
        using var workspace = await FilledAsync();
        var head = (await workspace.Logs.HeadsAsync(Ct)).Single(one => one.Log == "review");
        await workspace.Reviews.AddAsync([Line("feedback", ReviewEntryKind.Feedback, "{}")], Ct);
        Assert.Equal(("review", 3L), (await workspace.Logs.FindAsync(head.Digest[..8].ToUpperInvariant().Insert(4, " "), Ct)).Value);
        foreach (var digest in new[] { new string('0', 64), head.Digest[..7], "", "no digest" })
        {
            var refused = Assert.Single((await workspace.Logs.FindAsync(digest, Ct)).Reasons);
            Assert.Equal(("reviews.no-digest", digest), (refused.Code, refused.Subject));
        }
    }

    [Fact]
    public async Task Erase_ALead_TakesItsContentAndKeepsTheRestProvable()
    {
        using var workspace = await FilledAsync();
        Assert.Equal(3, await workspace.Logs.EraseLeadAsync("lead-3", "asked by the person", Ct));
        Assert.Equal(0, await workspace.Logs.EraseLeadAsync("lead-3", "again", Ct));
        Assert.Equal(1, await workspace.Logs.EraseReviewEntriesAsync([2, 77], "asked by the person", Ct));
        Assert.Equal(["lead-1", "lead-2"], (await workspace.Leads.ScoresAsync(null, Ct)).Select(score => score.Lead));
        Assert.Equal(12, (await workspace.Reviews.VerifyAsync(Ct)).Value);

        // What comes next is numbered behind what was erased.
        await workspace.Leads.AddScoresAsync([Score("lead-4")], Ct);
        Assert.Equal(4, (await workspace.Leads.ScoresAsync("lead-4", Ct))[0].Id);
        Assert.Equal(13, (await workspace.Reviews.VerifyAsync(Ct)).Value);
    }

    [Fact]
    public async Task Erase_ALeadPutBackByHand_IsFound()
    {
        using (var workspace = await FilledAsync())
        {
            await ExecuteAsync("CREATE TABLE kept AS SELECT * FROM lead_score WHERE id = 2");
            await workspace.Logs.EraseLeadAsync("lead-2", "asked", Ct);
        }

        await TamperAsync("INSERT INTO lead_score SELECT * FROM kept");
        using var again = await OpenAsync();
        Assert.Equal("score:2", Assert.Single((await again.Reviews.VerifyAsync(Ct)).Reasons).Subject);
    }

    [Fact]
    public async Task Entries_Added_AreReadBackInOrder()
    {
        using var workspace = await OpenAsync();
        await workspace.Reviews.AddAsync([Line("review:2026-11-21", ReviewEntryKind.Draft, """{"한글":"값 '따옴표'"}"""), Line("experiment:1", ReviewEntryKind.ExperimentStarted, "{}") with { By = null }], Ct);
        await workspace.Reviews.AddAsync([], Ct);
        await workspace.Reviews.AddAsync([Line("review:2026-11-21", ReviewEntryKind.Decision, "{}")], Ct);
        Assert.Equal([1L, 3L], (await workspace.Reviews.EntriesAsync("review:2026-11-21", Ct)).Select(entry => entry.Id));
        Assert.Equal(Line("review:2026-11-21", ReviewEntryKind.Draft, """{"한글":"값 '따옴표'"}""") with { Id = 1 }, (await workspace.Reviews.EntriesAsync(null, Ct))[0]);
        Assert.Null((await workspace.Reviews.EntriesAsync("experiment:1", Ct))[0].By);
        Assert.Empty(await workspace.Reviews.EntriesAsync("nothing", Ct));
    }

    [Fact]
    public async Task AddOnce_ManyAtOnce_OneIsAdded()
    {
        using var workspace = await OpenAsync();
        for (var day = 0; day < 20; day++)
        {
            var added = await Task.WhenAll(Enumerable.Range(0, 6).Select(by => workspace.Reviews.AddOnceAsync(Line("note:" + day, ReviewEntryKind.Due, "{}") with { By = "p" + by }, Ct)));
            Assert.Single(added, once => once);
        }

        Assert.False(await workspace.Reviews.AddOnceAsync(Line("note:3", ReviewEntryKind.Due, "{\"other\":1}"), Ct));
        Assert.True(await workspace.Reviews.AddOnceAsync(Line("note:3", ReviewEntryKind.Feedback, "{}"), Ct));
        Assert.Equal(21, (await workspace.Reviews.VerifyAsync(Ct)).Value);
    }

    protected static ReviewEntry Line(string subject, ReviewEntryKind kind, string body) => new(0, subject, kind, body, "김", At);

    private static ScoreRecord Score(string lead) => new(0, lead, new string('a', 64), 3, 68, 5, 93, 68.300000000000011, "one-question", """{"crm":null,"employees":"50"}""", At);

    /// <summary>Three rows in each log.</summary>
    private async Task<Workspace> FilledAsync()
    {
        var workspace = await OpenAsync();
        for (var i = 1; i <= 3; i++)
        {
            await workspace.Leads.KeepAsync([Score("lead-" + i)], [new LeadEvent(0, "lead-" + i, LeadEventKind.Passed, "김", "timing", "card", At.AddSeconds(i))], Ct);
            await workspace.Leads.AddAnswerAsync(new AnswerRecord(0, "lead-" + i, "crm", "HubSpot", null, At), null, Ct);
            await workspace.Reviews.AddAsync([Line("review:2026-11-2" + i, ReviewEntryKind.Draft, "{}")], Ct);
        }

        return workspace;
    }

    private async Task FindsAsync(string sql, string subject, string words)
    {
        (await FilledAsync()).Dispose();
        await TamperAsync(sql);
        using var workspace = await OpenAsync();
        var found = Assert.Single((await workspace.Reviews.VerifyAsync(Ct)).Reasons);
        Assert.Equal(("reviews.tampered", subject), (found.Code, found.Subject));
        Assert.Contains(words, found.Message.En, StringComparison.Ordinal);
        Assert.Contains("번:", found.Message.Ko, StringComparison.Ordinal);
    }
}

public sealed class SqliteSealedLogTests : SealedLogContract
{
    private string Data => Path.Combine(Folder, "workspace");

    protected override async Task<Workspace> OpenAsync() => (await Workspace.OpenAsync(Data, TimeProvider.System, Ct)).Value;

    protected override Task ExecuteAsync(string sql) => SqliteImportStoreTests.ExecuteAsync(Data, sql);

    protected override string Replace(string table) => $"INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id = 2";

    protected override Task TamperAsync(string sql) => SqliteImportStoreTests.ExecuteAsync(Data, string.Concat(
        new[] { "review_entry", "lead_score", "lead_event", "lead_answer", "log_seal" }.SelectMany(table => new[] { "stays", "kept", "once" }.Select(what => $"DROP TRIGGER {table}_{what}; "))) + sql);
}

public sealed class PostgresSealedLogTests(PostgresServer server) : SealedLogContract, IClassFixture<PostgresServer>
{
    private string? _database;

    protected override async Task<Workspace> OpenAsync()
    {
        _database ??= await server.FreshAsync();
        return (await Workspace.OpenPostgresAsync(_database, "test", TimeProvider.System, Ct)).Value;
    }

    protected override string Replace(string table) => $"TRUNCATE {table}";

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_database);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }

    /// <summary>As a replica, PostgreSQL fires no triggers.</summary>
    protected override Task TamperAsync(string sql) => ExecuteAsync("SET session_replication_role = replica; " + sql);
}
