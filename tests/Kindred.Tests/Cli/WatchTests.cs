using Kindred.Cli;
using Kindred.Core.Notifications;
using Kindred.Core.Scorecards;
using Kindred.Product;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Cli;

/// <summary>A watched folder, under a clock of the test's own.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly CliFolder _folder = new();
    private readonly HandClock _clock = new();

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    public void Dispose() => _folder.Dispose();

    private string Drop => Path.Combine(_folder.Root, "drop");

    private string Data => Path.Combine(_folder.Root, "data");

    [Fact]
    public async Task Look_AFileThatStillGrows_IsWaitedForAndThenImportedOnce()
    {
        Directory.CreateDirectory(Drop);
        var watch = new WatchFolder(Drop, Data, _clock, TimeSpan.FromSeconds(5));
        _folder.Deals("drop/deals.csv", rows: 10);
        Assert.Equal(("", "deals.csv"), Short(await LookAsync(watch)));
        _clock.Now += TimeSpan.FromSeconds(10);
        _folder.Deals("drop/deals.csv", rows: 40);
        Assert.Equal(("", "deals.csv"), Short(await LookAsync(watch)));
        _clock.Now += TimeSpan.FromSeconds(4);
        Assert.Equal(("", "deals.csv"), Short(await LookAsync(watch)));
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(("deals.csv", ""), Short(await LookAsync(watch)));
        _clock.Now += TimeSpan.FromSeconds(60);
        Assert.Equal(("", ""), Short(await LookAsync(watch)));
    }

    [Fact]
    public async Task Look_NewExports_AreScoredAgain()
    {
        Directory.CreateDirectory(Drop);
        _folder.Write("drop/leads.csv", "Lead ID,First Name,Last Name,Company,Email,Country,Lead Status,Created Date\nL-1,Ann,One,Alpha,ann@alpha.example,US,New,2026-11-01\nL-2,Bob,Two,Beta,bob@beta.example,US,New,2026-11-02\n");
        Directory.CreateDirectory(Data);
        _folder.Write("data/card.json", CardFile.ToJson(TestCards.Small()));
        var watch = new WatchFolder(Drop, Data, _clock, TimeSpan.Zero);
        await LookAsync(watch);
        Assert.Equal(2, (await LookAsync(watch)).Scored);
        using var workspace = Kindred.Storage.Workspace.OpenForReading(Data).Value;
        var records = await workspace.Leads.ScoresAsync("L-1", TestContext.Current.CancellationToken);
        Assert.Equal((CardFile.Id(TestCards.Small()), _clock.Now), (Assert.Single(records).CardId, records[0].At));
    }

    [Fact]
    public async Task Look_AFileThatCannotBeRead_IsSaidOnce()
    {
        Directory.CreateDirectory(Drop);
        _folder.Write("drop/scan.csv", "%PDF-1.4\n1 0 obj\n");
        var watch = new WatchFolder(Drop, Data, _clock, TimeSpan.Zero);
        await LookAsync(watch);
        Assert.Equal("files.is-pdf", Assert.Single((await LookAsync(watch)).Refused).Reason.Code);
        Assert.Empty((await LookAsync(watch)).Refused);
    }

    [Fact]
    public async Task Look_NoFolder_IsRefused() =>
        Assert.Equal("watch.no-folder", (await new WatchFolder(Drop, Data, _clock, TimeSpan.Zero).LookAsync(TestContext.Current.CancellationToken)).Reasons[0].Code);

    [Fact]
    public async Task Look_EachDay_MakesWhatIsDueOnce_AndNeverBesideAnOwner()
    {
        Directory.CreateDirectory(Drop);
        _folder.Deals("drop/deals.csv", rows: 60);
        var watch = new WatchFolder(Drop, Data, _clock, TimeSpan.Zero);
        await LookAsync(watch);
        Assert.Equal(["deals.csv"], (await LookAsync(watch)).Imported);
        Assert.Equal(ExitCode.Done, (await _folder.RunAsync("build", "--workspace", "data")).Code);

        // Sunday, then Monday before and after seven; a second look on the same day opens nothing any more.
        _clock.Now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.DoesNotContain((await LookAsync(watch)).Made, thing => thing.Kind == DueKind.Note);
        _clock.Now = new DateTimeOffset(2026, 11, 23, 6, 59, 0, TimeSpan.FromHours(9));
        Assert.Empty((await LookAsync(watch)).Made);
        using (var server = (await Kindred.Storage.Workspace.OpenAsync(Data, _clock, TestContext.Current.CancellationToken)).Value)
        {
            _clock.Now = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.FromHours(9));
            Assert.Empty((await LookAsync(watch)).Made);
            Assert.DoesNotContain(await server.Reviews.EntriesAsync(null, TestContext.Current.CancellationToken), line => line.Subject == "note:2026-11-23");
        }

        Assert.Equal("note:2026-11-23", Assert.Single((await LookAsync(watch)).Made).Subject);
        Assert.Empty((await LookAsync(watch)).Made);
        Assert.Empty((await LookAsync(new WatchFolder(Drop, Data, _clock, TimeSpan.Zero))).Made);

        // Three weeks of days: each Monday once, and the review that comes up in them is drafted on its day.
        var made = new List<DueThing>();
        for (var day = 0; day < 21; day++)
        {
            _clock.Now += TimeSpan.FromDays(1);
            made.AddRange((await LookAsync(watch)).Made);
            made.AddRange((await LookAsync(watch)).Made);
        }

        Assert.Equal(["note:2026-11-30", "note:2026-12-07", "note:2026-12-14"], made.Where(thing => thing.Kind == DueKind.Note).Select(thing => thing.Subject));
        using var workspace = Kindred.Storage.Workspace.OpenForReading(Data).Value;
        var lines = await workspace.Reviews.EntriesAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(lines.Count, lines.Select(line => (line.Subject, line.Kind)).Distinct().Count());
    }

    [Fact]
    public async Task Watch_TwoLooks_ImportsWhatIsThere()
    {
        Directory.CreateDirectory(Drop);
        _folder.Deals("drop/deals.csv", rows: 30);
        var run = await _folder.RunAsync("watch", "drop", "--workspace", "data", "--every", "1", "--settle", "0", "--rounds", "2");
        Assert.Equal((ExitCode.Done, "", "deals.csv: imported."), (run.Code, run.Error, run.Out.Trim()));
        var wrong = await _folder.RunAsync("watch", "drop", "--every", "0", "--rounds", "1");
        Assert.Contains("[watch.seconds]", wrong.Error, StringComparison.Ordinal);
    }

    private static async Task<WatchRound> LookAsync(WatchFolder watch) => (await watch.LookAsync(TestContext.Current.CancellationToken)).Value;

    private static (string Imported, string Waiting) Short(WatchRound round) => (string.Join(',', round.Imported), string.Join(',', round.Waiting));
}
