namespace Kindred.Core.Jobs;

/// <summary>Keeps a job while its handler works: renews the lease, writes the newest progress, notices that somebody stops it.</summary>
internal sealed class JobKeeper(IJobStore store, TimeProvider clock, JobRunnerOptions options, Job job, JobRun run)
{
    private JobProgress _written = job.Progress;
    private DateTimeOffset _renewed = clock.GetUtcNow();

    /// <summary>Until the handler ends; says whether the job was still held then, or why it was stopped.</summary>
    internal async Task<JobHold> KeepUntilAsync(Task work, CancellationTokenSource stop, Action<string, Exception> fault, Func<string> newReference)
    {
        var hold = JobHold.Held;
        while (!work.IsCompleted)
        {
            using var beat = new CancellationTokenSource();
            await Task.WhenAny(work, Task.Delay(options.Beat, clock, beat.Token)).ConfigureAwait(false);
            await beat.CancelAsync().ConfigureAwait(false);
            if (work.IsCompleted || hold == JobHold.Lost)
            {
                continue;
            }

            try
            {
                hold = await LookAsync().ConfigureAwait(false);
            }
#pragma warning disable CA1031 // A store that fails for a moment does not end a job; if it lasts, the lease runs out.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                fault(newReference(), failure);
            }

            if (hold != JobHold.Held && !stop.IsCancellationRequested)
            {
                await stop.CancelAsync().ConfigureAwait(false);
            }
        }

        return hold;
    }

    /// <summary>Writes only when there is something to write, or a third of the lease is over; else it looks.</summary>
    private async Task<JobHold> LookAsync()
    {
        var now = clock.GetUtcNow();
        var progress = run.Progress;
        if (progress == _written && now - _renewed < options.Lease / 3)
        {
            return await store.HoldAsync(job.Id, job.Fence, CancellationToken.None).ConfigureAwait(false);
        }

        var hold = await store.RenewAsync(job.Id, job.Fence, options.Lease, progress, CancellationToken.None).ConfigureAwait(false);
        (_written, _renewed) = (progress, now);
        return hold;
    }
}
