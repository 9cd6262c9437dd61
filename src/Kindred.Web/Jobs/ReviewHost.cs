using Kindred.Core.Jobs;
using Kindred.Core.Members;
using Kindred.Core.Notifications;
using Kindred.Product;
using Kindred.Storage;
using Kindred.Web.Hosting;
using Kindred.Web.Viewing;

namespace Kindred.Web.Jobs;

/// <summary>Looks once a minute whether something is due in a workspace, has a job make it, and sends what waits in the outbox. After a time down the first look finds what was missed.</summary>
internal sealed class ReviewHost(Site site, WorkspaceDesk desk, LinkDesk links, JobHost jobs, TimeProvider clock, ILogger<ReviewHost> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Pages that are asked for first come first.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(20);

    /// <summary>One look at every workspace.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        foreach (var entry in await desk.ListAsync(ct))
        {
            try
            {
                await LookAsync(entry, ct);
            }
#pragma warning disable CA1031 // One workspace that fails must not keep the others from being told.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Log.JobFailed(logger, Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4)), failure);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(FirstPause, clock, stoppingToken);
            while (true)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>One look at one workspace.</summary>
    public async Task LookAsync(WorkspaceEntry entry, CancellationToken ct)
    {
        // Another process may own the folder for a while; the next look tries again.
        if (!(await desk.OpenAsync(entry, ct)).TryGet(out var workspace, out _) || !(await desk.SnapshotAsync(entry, ct)).TryGet(out var snapshot, out _))
        {
            return;
        }

        var schedule = ReviewRound.ScheduleOf(snapshot, clock.LocalTimeZone);
        if (ReviewCalendar.DueNow(schedule, await workspace.Reviews.EntriesAsync(null, ct), clock.GetUtcNow()).Any(thing => ReviewRound.CanMake(thing, snapshot))
            && !(await site.Jobs.ListAsync(entry.Id.Value, 50, ct)).Any(job => job.Kind == WorkspaceJobs.Due && !job.HasEnded))
        {
            await site.Jobs.EnqueueAsync(new NewJob(entry.Id.Value, WorkspaceJobs.Due, "", ""), ct);
            jobs.Wake();
        }

        await new DeliverMail(workspace.Outbox, links.Mail, clock).RunAsync(ct);
    }
}
