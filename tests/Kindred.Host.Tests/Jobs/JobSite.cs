using Kindred.Core.Basics;
using Kindred.Core.Jobs;
using Kindred.Host.Tests.Members;
using Kindred.Storage;
using Xunit;

namespace Kindred.Host.Tests.Jobs;

/// <summary>A site with a clock of its own, and runners over it.</summary>
public abstract class JobSite : IAsyncLifetime
{
    protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    protected static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly List<string> _faults = [];

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected string Folder { get; } = Directory.CreateTempSubdirectory("kindred-jobs-").FullName;

    protected TestClock Clock { get; } = new();

    protected Site Site { get; set; } = null!;

    protected IJobStore Jobs => Site.Jobs;

    public async ValueTask InitializeAsync() => Site = (await OpenSiteAsync()).Value;

    public virtual ValueTask DisposeAsync()
    {
        Site.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<Result<Site>> OpenSiteAsync();

    /// <summary>References of the faults that runners reported.</summary>
    protected IReadOnlyList<string> Faults => _faults;

    protected static NewJob New(string kind) => new("ws", kind, "{}", "");

    protected JobRunner Runner(IJobStore store, Dictionary<string, JobHandler> handlers) => new(store, handlers, Clock, (reference, _) =>
    {
        lock (_faults)
        {
            _faults.Add(reference);
        }
    });
}
