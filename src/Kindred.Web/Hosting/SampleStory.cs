using Kindred.Product;

namespace Kindred.Web.Hosting;

/// <summary>The invented company's reviews, trial and decisions: written when its workspace is first opened, so that every page is alive.</summary>
internal static class SampleStory
{
    public static async Task TellAsync(WorkspaceDesk desk, CancellationToken ct)
    {
        foreach (var entry in (await desk.ListAsync(ct)).Where(entry => entry.IsInvented))
        {
            // Told already, as ./run does: nothing needs to be read for that.
            if (!(await desk.OpenAsync(entry, ct)).TryGet(out var workspace, out _) || (await workspace.Reviews.EntriesAsync(null, ct)).Count > 0)
            {
                continue;
            }

            if ((await desk.SnapshotAsync(entry, ct)).TryGet(out var snapshot, out _) && (await SampleReviews.SeedAsync(workspace, snapshot, ct)).TryGet(out var written, out _) && written > 0)
            {
                desk.Changed(entry.Id);
            }
        }
    }
}
