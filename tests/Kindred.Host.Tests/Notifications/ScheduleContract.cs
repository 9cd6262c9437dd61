using Kindred.Core.Notifications;
using Kindred.Host.Tests.Members;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Notifications;

/// <summary>Two years by a clock that is moved: each reminder, draft, note and digest on its day, once, whenever the process ran; and no mail twice.</summary>
public abstract class ScheduleContract : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-due-").FullName;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected abstract Task<Kindred.Core.Basics.Result<Workspace>> TryOpenAsync(TimeProvider clock);

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(1, "Asia/Seoul")]
    [InlineData(2, "America/New_York")]
    [InlineData(3, "Asia/Seoul")]
    public async Task TwoYears_WithTimesDown_EachThingIsMadeOnceAtTheFirstMomentItCould(int seed, string zone)
    {
        var clock = new TestClock();
        clock.Pass(ScheduleLife.Start - clock.GetUtcNow());
        var life = new ScheduleLife(seed, zone, TimeSpan.FromHours(3));
        Workspace? workspace = null;
        try
        {
            for (var i = 0; i < life.Ticks.Count; i++)
            {
                clock.Pass(life.Ticks[i] - clock.GetUtcNow());
                if (workspace is null || life.Restarts.Contains(i))
                {
                    workspace?.Dispose();
                    workspace = await OwnAsync(clock);
                    Assert.Equal("storage.workspace-locked", (await TryOpenAsync(clock)).Reasons[0].Code);
                }

                // Two runners within the process, as a job taken over from a runner that only seemed dead.
                await Task.WhenAll(ScheduleLife.RoundAsync(workspace, life.Schedule, clock, Ct), ScheduleLife.RoundAsync(workspace, life.Schedule, clock, Ct));
            }

            var log = await workspace!.Reviews.EntriesAsync(null, Ct);
            Assert.Equal(life.Expected(), log.Select(entry => (entry.Subject, entry.At)).OrderBy(entry => entry.Subject, StringComparer.Ordinal));
            Assert.True(life.Restarts.Count > 10 && log.Count > 60, $"{life.Restarts.Count} starts, {log.Count} lines");
            var mails = await workspace.Outbox.MailsAsync(10_000, Ct);
            Assert.Equal(2 * log.Count, mails.Count);
            Assert.Equal(mails.Count, mails.Select(mail => mail.MessageId).Distinct().Count());
            Assert.Equal(log.Count, (await workspace.Reviews.VerifyAsync(Ct)).Value);
        }
        finally
        {
            workspace?.Dispose();
        }
    }

    [Fact]
    public async Task AddOnce_WithMails_LineAndMailsComeTogetherOrNotAtAll()
    {
        using var workspace = await OwnAsync(new TestClock());
        var entry = new Kindred.Core.Reviews.ReviewEntry(0, "note:2026-11-23", Kindred.Core.Reviews.ReviewEntryKind.Due, "{}", null, ScheduleLife.Start);
        await Assert.ThrowsAnyAsync<Exception>(() => workspace.Outbox.AddOnceAsync(entry, [Mail("a"), Mail("b") with { Title = null! }], Ct));
        Assert.Empty(await workspace.Reviews.EntriesAsync(null, Ct));
        Assert.Empty(await workspace.Outbox.MailsAsync(10, Ct));
        Assert.True(await workspace.Outbox.AddOnceAsync(entry, [Mail("a"), Mail("b")], Ct));
        Assert.False(await workspace.Outbox.AddOnceAsync(entry, [Mail("c")], Ct));
        Assert.Equal(["b", "a"], (await workspace.Outbox.MailsAsync(10, Ct)).Select(mail => mail.Mail.Id));
    }

    [Fact]
    public async Task Deliver_ServerAway_TriesAgainWithTheSameMessageIdAndGivesUpAfterThreeDays()
    {
        var clock = new TestClock();
        using var workspace = await FilledAsync(clock, "a");
        var post = new Post { Answer = MailOutcome.Later };
        var deliver = new DeliverMail(workspace.Outbox, post, clock);
        for (var minutes = 0; minutes < 4 * 24 * 60; minutes += 10)
        {
            await deliver.RunAsync(Ct);
            clock.Pass(TimeSpan.FromMinutes(10));
        }

        var mail = Assert.Single(await workspace.Outbox.MailsAsync(10, Ct));
        Assert.Equal((MailState.Failed, "said"), (mail.State, mail.Said));
        Assert.InRange(post.Tried.Count, 10, 20);
        Assert.Single(post.Tried.Distinct());

        // A person may have it sent again: the same mail.
        post.Answer = MailOutcome.Sent;
        Assert.True(await workspace.Outbox.RepeatAsync("a", Ct));
        Assert.Equal(1, await deliver.RunAsync(Ct));
        Assert.Equal((MailState.Sent, ""), Assert.Single((await workspace.Outbox.MailsAsync(10, Ct)).Select(sent => (sent.State, sent.Mail.Text))));
        Assert.Single(post.Tried.Distinct());
        Assert.False(await workspace.Outbox.RepeatAsync("a", Ct));
        Assert.Equal(0, await deliver.RunAsync(Ct));
    }

    [Theory]
    [InlineData(MailOutcome.Refused, MailState.Failed)]
    [InlineData(MailOutcome.Unknown, MailState.Unknown)]
    [InlineData(MailOutcome.Sent, MailState.Sent)]
    public async Task Deliver_AnsweredOnce_IsNotTriedAgain(MailOutcome outcome, MailState state)
    {
        var clock = new TestClock();
        using var workspace = await FilledAsync(clock, "a");
        var post = new Post { Answer = outcome };
        for (var day = 0; day < 5; day++)
        {
            await new DeliverMail(workspace.Outbox, post, clock).RunAsync(Ct);
            clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Single(post.Tried);
        Assert.Equal(state, Assert.Single(await workspace.Outbox.MailsAsync(10, Ct)).State);
    }

    [Theory]
    [InlineData(false, MailState.Unknown)]
    [InlineData(true, MailState.Sending)]
    public async Task Take_TheTakerDied_AMailThatMayHaveGoneOutIsLeftToPeople(bool mayRepeat, MailState state)
    {
        var clock = new TestClock();
        using var workspace = await FilledAsync(clock, "a");
        var taken = (await workspace.Outbox.TakeAsync(DeliverMail.Lease, mayRepeat, Ct))!;
        Assert.Null(await workspace.Outbox.TakeAsync(DeliverMail.Lease, mayRepeat, Ct));
        clock.Pass(DeliverMail.Lease);
        var again = await workspace.Outbox.TakeAsync(DeliverMail.Lease, mayRepeat, Ct);
        Assert.Equal(mayRepeat, again is not null);
        Assert.Equal(state, Assert.Single(await workspace.Outbox.MailsAsync(10, Ct)).State);

        // One that was only slow may still say that it is out, unless another has it now.
        Assert.Equal(!mayRepeat, await workspace.Outbox.EndAsync("a", taken.Fence, MailState.Sent, clock.GetUtcNow(), null, Ct));
        Assert.Equal(mayRepeat ? MailState.Sending : MailState.Sent, Assert.Single(await workspace.Outbox.MailsAsync(10, Ct)).State);
    }

    [Fact]
    public async Task Deliver_ManyAtOnce_EachMailGoesOutOnce()
    {
        var clock = new TestClock();
        using var workspace = await FilledAsync(clock, [.. Enumerable.Range(0, 40).Select(i => "mail-" + i)]);
        var post = new Post { Answer = MailOutcome.Sent };
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => new DeliverMail(workspace.Outbox, post, clock).RunAsync(Ct)));
        Assert.Equal(40, post.Tried.Count);
        Assert.Equal(40, post.Tried.Distinct().Count());
    }

    private static NewMail Mail(string id) => new(id, "note:2026-11-23", "kim@example.co.kr", "제목", "본문\n둘째 줄");

    private async Task<Workspace> OwnAsync(TimeProvider clock)
    {
        for (var tries = 0; ; tries++)
        {
            var opened = await TryOpenAsync(clock);
            if (opened.IsAccepted || tries > 50)
            {
                return opened.Value;
            }

            // PostgreSQL lets go of a lock a moment after its connection ends.
            await Task.Delay(20, Ct);
        }
    }

    private async Task<Workspace> FilledAsync(TimeProvider clock, params string[] ids)
    {
        var workspace = await OwnAsync(clock);
        await workspace.Outbox.AddOnceAsync(new Kindred.Core.Reviews.ReviewEntry(0, "note:2026-11-23", Kindred.Core.Reviews.ReviewEntryKind.Due, "{}", null, clock.GetUtcNow()), [.. ids.Select(Mail)], Ct);
        return workspace;
    }

    private sealed class Post : IMailPost
    {
        private readonly Lock _lock = new();

        public MailOutcome Answer { get; set; }

        public List<string> Tried { get; } = [];

        public bool IsPossible => true;

        public bool MayRepeat => false;

        public Task<MailAnswer> SendAsync(OutboxMail mail, CancellationToken ct)
        {
            lock (_lock)
            {
                Tried.Add(mail.MessageId);
            }

            return Task.FromResult(new MailAnswer(Answer, "said"));
        }
    }
}

public sealed class SqliteScheduleTests : ScheduleContract
{
    protected override Task<Kindred.Core.Basics.Result<Workspace>> TryOpenAsync(TimeProvider clock) => Workspace.OpenAsync(Path.Combine(Folder, "workspace"), clock, Ct);
}

public sealed class PostgresScheduleTests(PostgresServer server) : ScheduleContract, IClassFixture<PostgresServer>
{
    private string? _database;

    protected override async Task<Kindred.Core.Basics.Result<Workspace>> TryOpenAsync(TimeProvider clock) => await Workspace.OpenPostgresAsync(_database ??= await server.FreshAsync(), "test", clock, Ct);
}
