using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Host.Tests.Members;
using Kindred.Host.Tests.Storage;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Jobs;

/// <summary>Runners that are told to end, killed, stopped for minutes, or race: no job is lost, none is done twice at once.</summary>
public abstract class JobFaultContract : JobSite
{
    [Fact]
    public async Task Run_RunnerToldToEnd_GivesTheJobBackAndTheNextTakesItAtOnce()
    {
        var starts = 0;
        using var runner = Runner(Jobs, new()
        {
            ["a"] = async (_, stop) =>
            {
                if (Interlocked.Increment(ref starts) == 1)
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }

                return JobEnd.Done(null);
            },
        });
        var job = await Jobs.EnqueueAsync(New("a"), Ct);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = runner.RunAsync(end.Token);
        await Clock.PassUntilAsync(() => starts == 1, TimeSpan.Zero);
        await end.CancelAsync();
        await running;
        var back = (await Jobs.GetAsync("ws", job.Id, Ct))!;
        Assert.Equal((JobState.Queued, 0), (back.State, back.Attempts));
        Assert.True(await runner.RunNextAsync(Ct));
        Assert.Equal((JobState.Done, 2), ((await Jobs.GetAsync("ws", job.Id, Ct))!.State, starts));
    }

    /// <summary>Ten jobs a kill point: killed at the n-th call to the store, another runner takes up what is left. Each job ends done, and its last step is done once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    public async Task Run_KilledBetweenSteps_IsTakenUpAgain(int lastCall)
    {
        var effects = new Dictionary<string, int>();
        Dictionary<string, JobHandler> handlers = new()
        {
            ["a"] = async (run, _) =>
            {
                await run.EnsureHeldAsync(Ct);
                effects[run.Job.Id] = effects.GetValueOrDefault(run.Job.Id) + 1;
                return JobEnd.Done(null);
            },
        };
        for (var i = 0; i < 3; i++)
        {
            await Jobs.EnqueueAsync(New("a"), Ct);
        }

        var dying = new DyingJobStore(Jobs, lastCall);
        using (var first = Runner(dying, handlers))
        {
            await Assert.ThrowsAsync<IOException>(async () =>
            {
                while (await first.RunNextAsync(Ct))
                {
                }
            });
        }

        Assert.True(dying.IsDead);
        Clock.Pass(Lease);
        using var second = Runner(Jobs, handlers);
        while (await second.RunNextAsync(Ct))
        {
        }

        var jobs = await Jobs.ListAsync("ws", 10, Ct);
        Assert.All(jobs, job => Assert.Equal(JobState.Done, job.State));

        // A kill right behind the step repeats it: that one job at most, once.
        Assert.Equal(3, effects.Count);
        Assert.InRange(effects.Values.Sum(), 3, 4);
        Assert.InRange(jobs.Max(job => job.Attempts), 1, 2);
    }

    [Fact]
    public async Task Run_AJobThatEndsItsProcess_IsGivenUpAfterThreeAttempts()
    {
        var job = await Jobs.EnqueueAsync(New("a"), Ct);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, (await Jobs.TakeAsync(Lease, Ct))!.Attempts);
            Clock.Pass(Lease);
        }

        using var runner = Runner(Jobs, new() { ["a"] = (_, _) => throw new InvalidOperationException("begun a fourth time") });
        Assert.True(await runner.RunNextAsync(Ct));
        var ended = (await Jobs.GetAsync("ws", job.Id, Ct))!;
        Assert.Equal((JobState.Failed, "jobs.attempts-used", ended.Reasons[0].Subject), (ended.State, ended.Reasons[0].Code, ended.Reference));
        Assert.Empty(Faults);
    }

    /// <summary>60 jobs, four runners, a clock that jumps over leases: a job is never under way twice with a fence that still holds, and every job ends once.</summary>
    [Fact]
    public async Task Run_FourRunnersAtOnce_NeverDoOneJobTwiceAtOnce()
    {
        var held = new HashSet<string>();
        var twice = 0;
        Dictionary<string, int> ends = [];
        Dictionary<string, JobHandler> handlers = new()
        {
            ["a"] = async (run, _) =>
            {
                lock (held)
                {
                    twice += held.Add(run.Job.Id) ? 0 : 1;
                }

                await Task.Yield();
                await run.EnsureHeldAsync(Ct);
                lock (held)
                {
                    held.Remove(run.Job.Id);
                    ends[run.Job.Id] = ends.GetValueOrDefault(run.Job.Id) + 1;
                }

                return JobEnd.Done(null);
            },
        };
        for (var i = 0; i < 60; i++)
        {
            await Jobs.EnqueueAsync(New("a"), Ct);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var runner = Runner(Jobs, handlers);
            while (await runner.RunNextAsync(Ct))
            {
            }
        })));
        Assert.Equal((0, 60), (twice, ends.Count));
        Assert.All(ends.Values, count => Assert.Equal(1, count));
        Assert.All(await Jobs.ListAsync("ws", 100, Ct), job => Assert.Equal((JobState.Done, 1), (job.State, job.Attempts)));
        Assert.Empty(Faults);
    }

    [Fact]
    public async Task Run_StoppedForAMinuteWhileAnotherTookOver_HasNoEffect()
    {
        var effects = new List<string>();
        var asleep = new TaskCompletionSource();
        var isAsleep = false;
        using var sleeper = Runner(Jobs, new()
        {
            ["a"] = async (run, _) =>
            {
                isAsleep = true;
                await asleep.Task;
                await run.EnsureHeldAsync(Ct);
                effects.Add("sleeper");
                return JobEnd.Done("/sleeper");
            },
        });
        var job = await Jobs.EnqueueAsync(New("a"), Ct);
        var sleeping = sleeper.RunNextAsync(Ct);
        await Clock.PassUntilAsync(() => isAsleep, TimeSpan.Zero);

        // As after SIGSTOP: the whole minute passes between two beats.
        using var other = Runner(Jobs, new()
        {
            ["a"] = (_, _) =>
            {
                effects.Add("other");
                return Task.FromResult(JobEnd.Done("/other"));
            },
        });
        await TakeOverAsync(other);
        asleep.SetResult();
        await Clock.PassUntilAsync(() => sleeping.IsCompleted, Beat);
        Assert.Equal(["other"], effects);
        Assert.Equal("/other", (await Jobs.GetAsync("ws", job.Id, Ct))!.Result);
    }

    /// <summary>The sleeper's beat may renew first, as its fence still holds; then the lease has to run out again.</summary>
    private async Task TakeOverAsync(JobRunner other)
    {
        for (var i = 0; i < 200; i++)
        {
            Clock.Pass(TimeSpan.FromMinutes(1));
            if (await other.RunNextAsync(Ct))
            {
                return;
            }
        }

        Assert.Fail("The lease never ran out.");
    }
}

public sealed class SqliteJobFaultTests : JobFaultContract
{
    protected override Task<Result<Site>> OpenSiteAsync() => SiteDatabases.SqliteAsync(Folder, Clock);
}

public sealed class PostgresJobFaultTests(PostgresServer server) : JobFaultContract, IClassFixture<PostgresServer>
{
    private readonly SitePostgres _postgres = new(server);

    protected override Task<Result<Site>> OpenSiteAsync() => _postgres.OpenAsync(Clock);
}
