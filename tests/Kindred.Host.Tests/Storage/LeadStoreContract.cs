using Kindred.Core.Leads;
using Kindred.Core.Workspaces;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Storage;

/// <summary>What every store of score records and decisions must do, whichever database is behind it.</summary>
public abstract class LeadStoreContract : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 21, 9, 30, 0, TimeSpan.FromHours(9));

    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-leads-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<Workspace> OpenAsync();

    /// <summary>Runs SQL behind the store's back; throws what the database says.</summary>
    protected abstract Task ExecuteAsync(string sql);

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Scores_Added_AreReadBackEqualAndNumbered()
    {
        using (var workspace = await OpenAsync())
        {
            await workspace.Leads.AddScoresAsync([Score("a", 68), Score("b 'quoted'", 12)], Ct);
            await workspace.Leads.AddScoresAsync([Score("a", 76)], Ct);
            await workspace.Leads.AddScoresAsync([], Ct);
        }

        using var again = await OpenAsync();
        Assert.Equal([Score("a", 68) with { Id = 1 }, Score("b 'quoted'", 12) with { Id = 2 }, Score("a", 76) with { Id = 3 }], await again.Leads.ScoresAsync(null, Ct));
        Assert.Equal([1L, 3L], (await again.Leads.ScoresAsync("a", Ct)).Select(record => record.Id));
        Assert.Empty(await again.Leads.ScoresAsync("nobody", Ct));
    }

    [Fact]
    public async Task Newest_AfterEachRecord_SaysThatSomethingChanged()
    {
        using var workspace = await OpenAsync();
        Assert.Equal((0L, 0L), await workspace.Leads.NewestAsync(Ct));
        await workspace.Leads.AddEventsAsync([Event("a", LeadEventKind.Opened, 0, null), Event("b", LeadEventKind.Opened, 1, null)], Ct);
        await workspace.Leads.AddAnswerAsync(new AnswerRecord(0, "a", "crm", "HubSpot", "Kim", At), null, Ct);
        Assert.Equal((2L, 1L), await workspace.Leads.NewestAsync(Ct));
    }

    [Fact]
    public async Task Scores_OneOfManyIsImpossible_NoneIsStored()
    {
        using var workspace = await OpenAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => workspace.Leads.AddScoresAsync([Score("a", 68), Score("b", 101)], Ct));
        Assert.Empty(await workspace.Leads.ScoresAsync(null, Ct));
    }

    [Fact]
    public async Task ScoresAndLog_OnceStored_CannotBeChanged()
    {
        using (var workspace = await OpenAsync())
        {
            await workspace.Leads.AddScoresAsync([Score("a", 68)], Ct);
            await workspace.Leads.AddEventsAsync([Event("a", LeadEventKind.Passed, 0, "timing")], Ct);
        }

        Assert.Contains("never change", (await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE lead_score SET score = 99"))).Message, StringComparison.Ordinal);
        Assert.Contains("never change", (await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE lead_event SET reason = 'size'"))).Message, StringComparison.Ordinal);
        using var again = await OpenAsync();
        Assert.Equal(68, (await again.Leads.ScoresAsync(null, Ct))[0].Score);
    }

    [Fact]
    public async Task Log_OpenedAndDecided_GivesTheTimeAndTheReasons()
    {
        using var workspace = await OpenAsync();
        await workspace.Leads.AddEventsAsync(
            [
                Event("a", LeadEventKind.Queued, 0), Event("b", LeadEventKind.Explored, 0), Event("a", LeadEventKind.Opened, 100), Event("a", LeadEventKind.Passed, 190, "no-budget"),
                Event("b", LeadEventKind.Opened, 200), Event("b", LeadEventKind.Opened, 300), Event("b", LeadEventKind.Taken, 450), Event("c", LeadEventKind.Taken, 500),
            ], Ct);
        var log = await workspace.Leads.EventsAsync(null, Ct);
        Assert.Equal(Event("a", LeadEventKind.Passed, 190, "no-budget") with { Id = 4 }, log[3]);
        var times = DecisionTimes.Of(log);

        // 90 s and 150 s; c was never opened.
        Assert.Equal((3, 120.0, 0.5), (times.Decisions, times.MedianSeconds, times.WithinTwoMinutes));
        Assert.Equal([(PassReason.NoBudget, 1)], times.PassReasons);
        Assert.Equal(((1, 2), (1, 1)), (times.Taken, times.TakenExplored));
        Assert.Equal(4, (await workspace.Leads.EventsAsync("b", Ct)).Count);
    }

    [Fact]
    public async Task Keep_ScoresAndLogTogether_AllOrNothing()
    {
        using var workspace = await OpenAsync();
        await workspace.Leads.KeepAsync([Score("a", 68)], [Event("a", LeadEventKind.Queued, 0)], Ct);
        await workspace.Leads.KeepAsync([], [], Ct);

        // A good score and then a log entry the table refuses: the score does not stay.
        await Assert.ThrowsAnyAsync<Exception>(() => workspace.Leads.KeepAsync([Score("b", 12)], [Event("b", (LeadEventKind)99, 0)], Ct));
        Assert.Equal("a", Assert.Single(await workspace.Leads.ScoresAsync(null, Ct)).Lead);
        Assert.Equal("a", Assert.Single(await workspace.Leads.EventsAsync(null, Ct)).Lead);
    }

    [Fact]
    public async Task Decide_TwoPeopleAtOnce_OnlyOneHasTheLead()
    {
        using var workspace = await OpenAsync();
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => workspace.Leads.DecideAsync(Score("a", 68), Event("a", LeadEventKind.Taken, i) with { By = "rep " + i }, Ct)));
        var taken = Assert.Single(tries, one => one.IsAccepted).Value;
        Assert.All(tries.Where(one => !one.IsAccepted), one => Assert.Equal("leads.taken-already", Assert.Single(one.Reasons).Code));
        Assert.Equal(taken, Assert.Single(await workspace.Leads.EventsAsync("a", Ct)));
        Assert.Single(await workspace.Leads.ScoresAsync("a", Ct));
        Assert.True((await workspace.Leads.DecideAsync(Score("a", 68), Event("a", LeadEventKind.Passed, 20, "size"), Ct)).IsAccepted);
        Assert.True((await workspace.Leads.DecideAsync(Score("a", 68), Event("a", LeadEventKind.Taken, 30) with { By = "another" }, Ct)).IsAccepted);
    }

    [Fact]
    public async Task Answers_GivenAndTakenBack_AreAllKept()
    {
        using (var workspace = await OpenAsync())
        {
            await workspace.Leads.AddAnswerAsync(Answer("예"), Score("a", 76), Ct);
            await workspace.Leads.AddAnswerAsync(Answer(null), null, Ct);
            await Assert.ThrowsAnyAsync<Exception>(() => workspace.Leads.AddAnswerAsync(Answer("no"), Score("a", 101), Ct));
        }

        Assert.Contains("never change", (await Assert.ThrowsAnyAsync<Exception>(() => ExecuteAsync("UPDATE lead_answer SET value = 'x'"))).Message, StringComparison.Ordinal);
        using var again = await OpenAsync();
        Assert.Equal([Answer("예") with { Id = 1 }, Answer(null) with { Id = 2 }], await again.Leads.AnswersAsync("a", Ct));
        Assert.Empty(await again.Leads.AnswersAsync("b", Ct));
        Assert.Equal(76, Assert.Single(await again.Leads.ScoresAsync(null, Ct)).Score);
        Assert.Empty(new LeadLog([], await again.Leads.AnswersAsync(null, Ct)).Answers("a"));
    }

    private static AnswerRecord Answer(string? value) => new(0, "a", "budget signal", value, "김", At);

    private static ScoreRecord Score(string lead, int score) => new(0, lead, new string('a', 64), 3, score, 5, 93, score + 0.3, "one-question", """{"crm":null,"employees":"50"}""", At);

    private static LeadEvent Event(string lead, LeadEventKind kind, int second, string? reason = null) => new(0, lead, kind, "김", reason, "card", At.AddSeconds(second));
}

public sealed class SqliteLeadStoreTests : LeadStoreContract
{
    private const string Documents = "DROP TABLE document; DROP TABLE document_version; DROP TABLE share_link; DROP TABLE viewer; DROP TABLE document_view; DROP TABLE view_event; DROP TABLE link_guess; DROP TABLE link_code; ";
    private const string Reviews = "DROP TABLE review_entry; DROP TABLE log_seal; DROP TABLE log_head; DROP TABLE log_erased; DROP TABLE outbox; DROP TRIGGER IF EXISTS lead_score_kept; DROP TRIGGER IF EXISTS lead_event_kept; DROP TRIGGER IF EXISTS lead_answer_kept; DROP TRIGGER IF EXISTS lead_score_once; DROP TRIGGER IF EXISTS lead_event_once; DROP TRIGGER IF EXISTS lead_answer_once; ";

    private string Data => Path.Combine(Folder, "workspace");

    protected override async Task<Workspace> OpenAsync() => (await Workspace.OpenAsync(Data, TimeProvider.System, Ct)).Value;

    protected override Task ExecuteAsync(string sql) => SqliteImportStoreTests.ExecuteAsync(Data, sql);

    [Fact]
    public async Task Open_AWorkspaceOfBefore_KeepsItsImportsAndGetsTheTables()
    {
        // A workspace as the first migration left it, with data in it.
        (await OpenAsync()).Dispose();
        await SqliteImportStoreTests.ExecuteAsync(Data, Reviews + "DROP TABLE lead_score; DROP TABLE lead_event; DROP TABLE lead_answer; " + Documents + "DELETE FROM migration WHERE number > 1; INSERT INTO import VALUES (1, 1, 'active', 'deals.csv', '', 'x', 1, '', '[]', 0, 0, 0, 1, '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00')");
        using var upgraded = await OpenAsync();
        Assert.Equal(ImportState.Active, Assert.Single(await upgraded.Imports.ListAsync(Ct)).State);
        Assert.Empty(await upgraded.Leads.ScoresAsync(null, Ct));
    }

    [Fact]
    public async Task Open_AWorkspaceBeforeAnswers_KeepsItsLogAndIsReadMeanwhile()
    {
        using (var before = await OpenAsync())
        {
            await before.Leads.KeepAsync([new ScoreRecord(0, "a", "card", 1, 68, 5, 93, 68, "over", "{}", DateTimeOffset.UnixEpoch)], [new LeadEvent(0, "a", LeadEventKind.Taken, "Kim", null, "card", DateTimeOffset.UnixEpoch)], Ct);
        }

        // A workspace as the second migration left it. Whoever only reads finds no answers; the owner brings it up to date.
        await SqliteImportStoreTests.ExecuteAsync(Data, Reviews + "DROP TABLE lead_answer; " + Documents + "DELETE FROM migration WHERE number > 2");
        using (var reading = Workspace.OpenForReading(Data).Value)
        {
            Assert.Empty(await reading.Leads.AnswersAsync(null, Ct));
            Assert.Empty(await reading.Documents.DocumentsAsync(Ct));
            Assert.Empty(await reading.Documents.LinksAsync(Ct));
            Assert.Empty(await reading.Reviews.EntriesAsync(null, Ct));
            Assert.Equal("reviews.unsealed", Assert.Single((await reading.Reviews.VerifyAsync(Ct)).Reasons).Code);
        }

        using var upgraded = await OpenAsync();
        await upgraded.Leads.AddAnswerAsync(new AnswerRecord(0, "a", "budget signal", "Yes", null, DateTimeOffset.UnixEpoch), null, Ct);
        Assert.Single(await upgraded.Leads.AnswersAsync("a", Ct));
        Assert.Equal("Kim", Assert.Single(await upgraded.Leads.EventsAsync(null, Ct)).By);
        Assert.Single(await upgraded.Leads.ScoresAsync(null, Ct));
        Assert.Equal(3, (await upgraded.Reviews.VerifyAsync(Ct)).Value);
    }
}

public sealed class PostgresLeadStoreTests(PostgresServer server) : LeadStoreContract, IClassFixture<PostgresServer>
{
    private string? _database;

    protected override async Task<Workspace> OpenAsync()
    {
        _database ??= await server.FreshAsync();
        return (await Workspace.OpenPostgresAsync(_database, "test", TimeProvider.System, Ct)).Value;
    }

    protected override async Task ExecuteAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(_database);
        await connection.OpenAsync(Ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Ct);
    }
}
