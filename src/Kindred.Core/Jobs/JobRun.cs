using Kindred.Core.Basics;

namespace Kindred.Core.Jobs;

/// <summary>Does one kind of job. Honours the token within a second; says what can be done again after a kill by doing it again.</summary>
/// <param name="run">The job, and where to report progress.</param>
/// <param name="ct">Set when somebody stops the job, the lease is lost, or the product ends.</param>
/// <returns>Done or refused. A thrown exception is a failure with a reference number.</returns>
public delegate Task<JobEnd> JobHandler(JobRun run, CancellationToken ct);

/// <summary>One taking of a job, as its handler sees it.</summary>
public sealed class JobRun
{
    private readonly Func<CancellationToken, Task<JobHold>> _hold;
    private JobProgress _progress;

    internal JobRun(Job job, Func<CancellationToken, Task<JobHold>> hold)
    {
        Job = job;
        _progress = job.Progress;
        _hold = hold;
    }

    /// <summary>The job.</summary>
    public Job Job { get; }

    /// <summary>The handler was told that it no longer has the job.</summary>
    internal bool WasStopped { get; private set; }

    internal JobProgress Progress => Volatile.Read(ref _progress);

    /// <summary>Says how far it is. As often as one likes, from any thread: the newest is written about four times a second.</summary>
    public void Report(double fraction, Wording where, long counted = 0, long? total = null)
    {
        ArgumentNullException.ThrowIfNull(where);
        Volatile.Write(ref _progress, new JobProgress(double.IsNaN(fraction) ? 0 : Math.Clamp(fraction, 0, 1), where, counted, total));
    }

    /// <summary>To be called right before a step that cannot be taken back.</summary>
    /// <exception cref="OperationCanceledException">The job is another runner's by now, or was stopped.</exception>
    public async Task EnsureHeldAsync(CancellationToken ct)
    {
        if (await _hold(ct).ConfigureAwait(false) != JobHold.Held)
        {
            WasStopped = true;
            throw new OperationCanceledException("The job is no longer this runner's.");
        }
    }
}
