using Kindred.Core.Jobs;
using Kindred.Storage;

namespace Kindred.Web.Jobs;

/// <summary>Does jobs while the server runs.</summary>
internal sealed class JobHost(Site site, WorkspaceJobs jobs, TimeProvider clock, ILogger<JobHost> logger) : BackgroundService
{
    private readonly JobRunner _runner = new(site.Jobs, jobs.Handlers, clock, (reference, failure) => Hosting.Log.JobFailed(logger, reference, failure));

    /// <summary>Looks for new jobs at once.</summary>
    public void Wake() => _runner.Wake();

    public override void Dispose()
    {
        _runner.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => _runner.RunAsync(stoppingToken), stoppingToken);
}
