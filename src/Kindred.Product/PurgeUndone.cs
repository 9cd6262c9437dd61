using Kindred.Core.Basics;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Deletes for good what was undone longer ago than the workspace keeps it. That an import was undone stays in the list.</summary>
public static class PurgeUndone
{
    /// <summary>Runs it; says how many imports lost their rows.</summary>
    public static async Task<Result<int>> RunAsync(Workspace workspace, string folder, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        return WorkspaceSettings.Read(folder).TryGet(out var settings, out var reasons)
            ? Result.Accepted(await workspace.Imports.PurgeAsync(clock.GetUtcNow() - TimeSpan.FromDays(settings.KeepUndoneDays), cancel).ConfigureAwait(false))
            : Result.Refused<int>(reasons);
    }
}
