namespace Kindred.Web.Viewing;

/// <summary>Keeps the promise of the notice: twice a day readers whose last visit is a year ago are deleted.</summary>
internal sealed class OldReaders(LinkDesk desk, ILogger<OldReaders> logger) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(12);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = AfterStart; ; wait = Often)
        {
            await Task.Delay(wait, stoppingToken);
            try
            {
                await desk.ForgetOldAsync(stoppingToken);
            }
            catch (Kindred.Core.Workspaces.StorageException failure)
            {
                // The next round tries again; nothing was half deleted.
                Hosting.Log.JobFailed(logger, "readers", failure);
            }
        }
    }
}
