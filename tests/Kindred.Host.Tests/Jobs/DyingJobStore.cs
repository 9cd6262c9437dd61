using Kindred.Core.Jobs;

namespace Kindred.Host.Tests.Jobs;

/// <summary>The process is killed: from its n-th call on, nothing of a runner reaches the store any more.</summary>
internal sealed class DyingJobStore(IJobStore store, int lastCall) : IJobStore
{
    private int _calls;

    public bool IsDead => _calls > lastCall;

    public Task<Job> EnqueueAsync(NewJob job, CancellationToken ct) => Alive(() => store.EnqueueAsync(job, ct));

    public Task<Job?> TakeAsync(TimeSpan lease, CancellationToken ct) => Alive(() => store.TakeAsync(lease, ct));

    public Task<JobHold> RenewAsync(string id, long fence, TimeSpan lease, JobProgress progress, CancellationToken ct) => Alive(() => store.RenewAsync(id, fence, lease, progress, ct));

    public Task<JobHold> HoldAsync(string id, long fence, CancellationToken ct) => Alive(() => store.HoldAsync(id, fence, ct));

    public Task<bool> FinishAsync(string id, long fence, JobEnd end, JobProgress progress, CancellationToken ct) => Alive(() => store.FinishAsync(id, fence, end, progress, ct));

    public Task<bool> ReleaseAsync(string id, long fence, CancellationToken ct) => Alive(() => store.ReleaseAsync(id, fence, ct));

    public Task<Job?> RequestCancelAsync(string workspace, string id, CancellationToken ct) => Alive(() => store.RequestCancelAsync(workspace, id, ct));

    public Task<Job?> GetAsync(string workspace, string id, CancellationToken ct) => Alive(() => store.GetAsync(workspace, id, ct));

    public Task<IReadOnlyList<Job>> ListAsync(string workspace, int count, CancellationToken ct) => Alive(() => store.ListAsync(workspace, count, ct));

    private Task<T> Alive<T>(Func<Task<T>> call) => Interlocked.Increment(ref _calls) > lastCall ? throw new IOException("killed") : call();
}
