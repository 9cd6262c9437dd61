namespace Kindred.Core.Jobs;

/// <summary>Keeps jobs. Every step is one transaction.</summary>
public interface IJobStore
{
    /// <summary>Puts a job into the queue.</summary>
    Task<Job> EnqueueAsync(NewJob job, CancellationToken ct);

    /// <summary>Takes the job that is due longest, or whose runner's lease ran out, with a fresh fence; null when there is none.</summary>
    /// <param name="lease">How long the runner has it.</param>
    /// <param name="ct">Stops taking.</param>
    Task<Job?> TakeAsync(TimeSpan lease, CancellationToken ct);

    /// <summary>Prolongs the lease and writes the progress, unless the fence is old.</summary>
    Task<JobHold> RenewAsync(string id, long fence, TimeSpan lease, JobProgress progress, CancellationToken ct);

    /// <summary>Whether the runner with this fence still has the job; writes nothing.</summary>
    Task<JobHold> HoldAsync(string id, long fence, CancellationToken ct);

    /// <summary>Ends a job; false when the fence is old, and nothing is written.</summary>
    Task<bool> FinishAsync(string id, long fence, JobEnd end, JobProgress progress, CancellationToken ct);

    /// <summary>Gives a job back into the queue, as if this runner had not taken it; false when the fence is old.</summary>
    Task<bool> ReleaseAsync(string id, long fence, CancellationToken ct);

    /// <summary>Asks to stop a job of a workspace: a waiting one is cancelled at once, a running one is told, an ended one stays. Null when there is none.</summary>
    Task<Job?> RequestCancelAsync(string workspace, string id, CancellationToken ct);

    /// <summary>A job of a workspace; null when there is none.</summary>
    Task<Job?> GetAsync(string workspace, string id, CancellationToken ct);

    /// <summary>Jobs of a workspace, newest first.</summary>
    /// <param name="workspace">Whose.</param>
    /// <param name="count">How many at most, 1–500.</param>
    /// <param name="ct">Stops reading.</param>
    Task<IReadOnlyList<Job>> ListAsync(string workspace, int count, CancellationToken ct);
}
