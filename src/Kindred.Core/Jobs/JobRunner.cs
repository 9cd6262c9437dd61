using System.Security.Cryptography;

namespace Kindred.Core.Jobs;

/// <summary>Does jobs one at a time, in the order they are due. Any number of runners may share a store: a lease gives each job to one of them, a fence refuses what a late one still writes.</summary>
/// <param name="store">Where jobs are kept.</param>
/// <param name="handlers">What does which kind.</param>
/// <param name="clock">Clock.</param>
/// <param name="fault">Told of every exception with its reference number, for the log.</param>
/// <param name="options">Times; null for the defaults.</param>
public sealed class JobRunner(IJobStore store, IReadOnlyDictionary<string, JobHandler> handlers, TimeProvider clock, Action<string, Exception> fault, JobRunnerOptions? options = null) : IDisposable
{
    private readonly JobRunnerOptions _options = options ?? new JobRunnerOptions();
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Works until the token is set; what is under way then goes back into the queue. A failing store is reported and tried again.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                worked = await RunNextAsync(ct).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The store failed, not a job: whatever it is, the next job must still be tried.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                fault(NewReference(), failure);
            }

            if (!worked)
            {
                await IdleAsync(ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says that there is a new job, so that an idle runner looks at once.</summary>
    public void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }

    /// <summary>Does the next job, if there is one; true when there was.</summary>
    public async Task<bool> RunNextAsync(CancellationToken ct)
    {
        if (await store.TakeAsync(_options.Lease, ct).ConfigureAwait(false) is not { } job)
        {
            return false;
        }

        if (job.IsCancelRequested)
        {
            await store.FinishAsync(job.Id, job.Fence, new JobEnd(JobState.Cancelled, []), job.Progress, ct).ConfigureAwait(false);
        }
        else if (job.Attempts > _options.MaxAttempts)
        {
            var reference = NewReference();
            await store.FinishAsync(job.Id, job.Fence, new JobEnd(JobState.Failed, [JobChecks.AttemptsUsed(_options.MaxAttempts, reference)], Reference: reference), job.Progress, ct).ConfigureAwait(false);
        }
        else if (!handlers.TryGetValue(job.Kind, out var handler))
        {
            await store.FinishAsync(job.Id, job.Fence, JobEnd.Refused([JobChecks.UnknownKind(job.Kind)]), job.Progress, ct).ConfigureAwait(false);
        }
        else
        {
            await RunAsync(job, handler, ct).ConfigureAwait(false);
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose() => _wake.Dispose();

    private async Task RunAsync(Job job, JobHandler handler, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var run = new JobRun(job, token => store.HoldAsync(job.Id, job.Fence, token));
        var work = Task.Run(() => handler(run, stop.Token), CancellationToken.None);
        var keeper = new JobKeeper(store, clock, _options, job, run);
        var hold = await keeper.KeepUntilAsync(work, stop, fault, NewReference).ConfigureAwait(false);
        var end = await EndOfAsync(work, run, stop.Token).ConfigureAwait(false);
        if (hold == JobHold.Lost)
        {
            return;
        }

        // From here on nothing may be stopped half-way: what the handler did is written down even while the product ends.
        if (end is null && hold == JobHold.Held && ct.IsCancellationRequested)
        {
            await store.ReleaseAsync(job.Id, job.Fence, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await store.FinishAsync(job.Id, job.Fence, end ?? new JobEnd(JobState.Cancelled, []), run.Progress, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>How the handler ended; null when it was stopped.</summary>
    private async Task<JobEnd?> EndOfAsync(Task<JobEnd> work, JobRun run, CancellationToken stop)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested || run.WasStopped)
        {
            return null;
        }
#pragma warning disable CA1031 // Whatever a handler throws is that job's failure and nobody else's.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var reference = NewReference();
            fault(reference, failure);
            return new JobEnd(JobState.Failed, [JobChecks.Failed(reference)], Reference: reference);
        }
    }

    private async Task IdleAsync(CancellationToken ct)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await Task.WhenAny(_wake.WaitAsync(waiting.Token), Task.Delay(_options.Idle, clock, waiting.Token)).ConfigureAwait(false);
        }
        finally
        {
            await waiting.CancelAsync().ConfigureAwait(false);
        }
    }

    private static string NewReference() => RandomNumberGenerator.GetHexString(8);
}
