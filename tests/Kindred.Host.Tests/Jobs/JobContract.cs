using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Host.Tests.Members;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Jobs;

/// <summary>What every store of jobs must do, and what a runner does over it while nothing goes wrong.</summary>
public abstract class JobContract : JobSite
{
    [Fact]
    public async Task Enqueue_AJob_IsReadBackEqualAfterARestart()
    {
        var job = await Jobs.EnqueueAsync(New("import") with { Payload = """{"file":"딜 'a'.csv"}""" }, Ct);
        Assert.Equal((JobState.Queued, "ws", 0, Clock.GetUtcNow()), (job.State, job.Workspace, job.Attempts, job.CreatedAt));
        Site.Dispose();
        Site = (await OpenSiteAsync()).Value;
        Assert.Equivalent(job, await Jobs.GetAsync("ws", job.Id, Ct), strict: true);
        Assert.Null(await Jobs.GetAsync("other", job.Id, Ct));
        Assert.Null(await Jobs.RequestCancelAsync("other", job.Id, Ct));
        Assert.Empty(await Jobs.ListAsync("other", 10, Ct));
        var second = await Jobs.EnqueueAsync(New("import"), Ct);
        Assert.Equal([second.Id, job.Id], (await Jobs.ListAsync("ws", 10, Ct)).Select(listed => listed.Id));
    }

    [Fact]
    public async Task Take_ByDueTime_GivesEachJobOnce()
    {
        var late = await Jobs.EnqueueAsync(New("a") with { DueAt = Clock.GetUtcNow() + TimeSpan.FromHours(1) }, Ct);
        var first = await Jobs.EnqueueAsync(New("a"), Ct);
        var second = await Jobs.EnqueueAsync(New("a"), Ct);
        Assert.Equal([first.Id, second.Id], [(await Jobs.TakeAsync(Lease, Ct))!.Id, (await Jobs.TakeAsync(Lease, Ct))!.Id]);
        Assert.Null(await Jobs.TakeAsync(Lease, Ct));
        Assert.True(await Jobs.FinishAsync(first.Id, 1, JobEnd.Done("/x"), JobProgress.None, Ct));
        Assert.True(await Jobs.FinishAsync(second.Id, 1, JobEnd.Done(null), JobProgress.None, Ct));
        Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(late.Id, (await Jobs.TakeAsync(Lease, Ct))?.Id);
    }

    [Fact]
    public async Task OldFence_OfALateRunner_WritesNothing()
    {
        var job = await Jobs.EnqueueAsync(New("a"), Ct);
        var early = (await Jobs.TakeAsync(Lease, Ct))!;
        Clock.Pass(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Null(await Jobs.TakeAsync(Lease, Ct));
        Clock.Pass(TimeSpan.FromMilliseconds(1));
        var later = (await Jobs.TakeAsync(Lease, Ct))!;
        Assert.Equal((1L, 2L, 2), (early.Fence, later.Fence, later.Attempts));
        var progress = new JobProgress(0.9, new Wording("가짜", "fake"), 9, 10);
        Assert.Equal(JobHold.Lost, await Jobs.RenewAsync(job.Id, early.Fence, Lease, progress, Ct));
        Assert.False(await Jobs.FinishAsync(job.Id, early.Fence, JobEnd.Done("/wrong"), progress, Ct));
        Assert.False(await Jobs.ReleaseAsync(job.Id, early.Fence, Ct));
        Assert.Equivalent(later, await Jobs.GetAsync("ws", job.Id, Ct), strict: true);
        Assert.Equal(JobHold.Held, await Jobs.RenewAsync(job.Id, later.Fence, Lease, progress, Ct));
        var reason = new Reason("x.y", "z", new Wording("안 돼요 \"q\"", "no"));
        Assert.True(await Jobs.FinishAsync(job.Id, later.Fence, JobEnd.Refused([reason]), progress, Ct));
        var ended = (await Jobs.GetAsync("ws", job.Id, Ct))!;
        Assert.Equal((JobState.Refused, progress, reason, true), (ended.State, ended.Progress, Assert.Single(ended.Reasons), ended.HasEnded));
        Assert.False(await Jobs.FinishAsync(job.Id, later.Fence, JobEnd.Done("/again"), progress, Ct));
    }

    [Fact]
    public async Task Finish_AsQueued_IsMisuse() => await Assert.ThrowsAsync<ArgumentException>(() => Jobs.FinishAsync("x", 1, new JobEnd(JobState.Queued, []), JobProgress.None, Ct));

    [Fact]
    public async Task Run_DoneRefusedBrokenAndUnknown_EndAsTheySay()
    {
        var reason = new Reason("import.empty", "a.csv", new Wording("비었어요", "empty"));
        using var runner = Runner(Jobs, new()
        {
            ["done"] = (run, _) =>
            {
                run.Report(1, new Wording("끝", "end"), 5, 5);
                return Task.FromResult(JobEnd.Done("/imports/5"));
            },
            ["refused"] = (_, _) => Task.FromResult(JobEnd.Refused([reason])),
            ["broken"] = (_, _) => throw new InvalidOperationException("password=hunter2"),
        });
        foreach (var kind in new[] { "done", "refused", "broken", "unknown" })
        {
            await Jobs.EnqueueAsync(New(kind), Ct);
            Assert.True(await runner.RunNextAsync(Ct));
        }

        Assert.False(await runner.RunNextAsync(Ct));
        var jobs = (await Jobs.ListAsync("ws", 10, Ct)).ToDictionary(job => job.Kind);
        Assert.Equal((JobState.Done, "/imports/5", 5L), (jobs["done"].State, jobs["done"].Result, jobs["done"].Progress.Counted));
        Assert.Equal((JobState.Refused, reason), (jobs["refused"].State, jobs["refused"].Reasons[0]));
        Assert.Equal((JobState.Failed, "jobs.failed"), (jobs["broken"].State, jobs["broken"].Reasons[0].Code));
        Assert.Equal(jobs["broken"].Reference, Assert.Single(Faults));
        Assert.DoesNotContain("hunter2", jobs["broken"].ToString() + jobs["broken"].Reasons[0], StringComparison.Ordinal);
        Assert.Equal((JobState.Refused, "jobs.unknown-kind", "unknown"), (jobs["unknown"].State, jobs["unknown"].Reasons[0].Code, jobs["unknown"].Reasons[0].Subject));
    }

    [Fact]
    public async Task Run_LongWork_KeepsItsLeaseAndShowsItsProgress()
    {
        var go = new TaskCompletionSource<JobEnd>();
        JobRun? seen = null;
        using var runner = Runner(Jobs, new()
        {
            ["long"] = (run, _) =>
            {
                seen = run;
                return go.Task;
            },
        });
        var job = await Jobs.EnqueueAsync(New("long"), Ct);
        var running = runner.RunNextAsync(Ct);
        await Clock.PassUntilAsync(() => seen is not null, TimeSpan.Zero);
        for (var i = 1; i <= 10_000; i++)
        {
            seen!.Report(i / 20_000.0, new Wording("행을 읽어요", "Reading rows"), i, 20_000);
        }

        var until = Clock.GetUtcNow() + 3 * Lease;
        await Clock.PassUntilAsync(() => Clock.GetUtcNow() > until, Beat);
        Assert.Null(await Jobs.TakeAsync(Lease, Ct));
        var shown = (await Jobs.GetAsync("ws", job.Id, Ct))!;
        Assert.Equal(new JobProgress(0.5, new Wording("행을 읽어요", "Reading rows"), 10_000, 20_000), shown.Progress);
        Assert.Equal((JobState.Running, 1), (shown.State, shown.Attempts));
        go.SetResult(JobEnd.Done(null));
        Assert.True(await running);
        Assert.Equal(JobState.Done, (await Jobs.GetAsync("ws", job.Id, Ct))!.State);
    }

    [Fact]
    public async Task RequestCancel_WaitingAndRunning_EndWithinASecond()
    {
        var waiting = await Jobs.EnqueueAsync(New("long"), Ct);
        Assert.Equal(JobState.Cancelled, (await Jobs.RequestCancelAsync("ws", waiting.Id, Ct))!.State);
        var isRunning = false;
        using var runner = Runner(Jobs, new()
        {
            ["long"] = async (_, stop) =>
            {
                isRunning = true;
                await Task.Delay(Timeout.Infinite, stop);
                return JobEnd.Done(null);
            },
        });
        var job = await Jobs.EnqueueAsync(New("long"), Ct);
        var running = runner.RunNextAsync(Ct);
        await Clock.PassUntilAsync(() => isRunning, TimeSpan.Zero);
        Assert.True((await Jobs.RequestCancelAsync("ws", job.Id, Ct))!.IsCancelRequested);
        await Clock.PassUntilAsync(() => running.IsCompleted, Beat);
        var ended = (await Jobs.GetAsync("ws", job.Id, Ct))!;
        Assert.Equal((JobState.Cancelled, 0), (ended.State, Faults.Count));
        Assert.Equal(JobState.Cancelled, (await Jobs.RequestCancelAsync("ws", job.Id, Ct))!.State);
    }

    [Fact]
    public async Task EnsureHeld_AfterSomebodyCancelled_StopsBeforeTheLastStep()
    {
        var effects = 0;
        using var runner = Runner(Jobs, new()
        {
            ["a"] = async (run, _) =>
            {
                await Jobs.RequestCancelAsync("ws", run.Job.Id, Ct);
                await run.EnsureHeldAsync(Ct);
                effects++;
                return JobEnd.Done(null);
            },
        });
        var job = await Jobs.EnqueueAsync(New("a"), Ct);
        await runner.RunNextAsync(Ct);
        Assert.Equal((0, JobState.Cancelled), (effects, (await Jobs.GetAsync("ws", job.Id, Ct))!.State));
    }
}

public sealed class SqliteJobTests : JobContract
{
    protected override Task<Result<Site>> OpenSiteAsync() => SiteDatabases.SqliteAsync(Folder, Clock);
}

public sealed class PostgresJobTests(PostgresServer server) : JobContract, IClassFixture<PostgresServer>
{
    private readonly SitePostgres _postgres = new(server);

    protected override Task<Result<Site>> OpenSiteAsync() => _postgres.OpenAsync(Clock);
}
