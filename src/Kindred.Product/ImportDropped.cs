using Kindred.Core.Basics;
using Kindred.Core.Workspaces;
using Kindred.Files;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>How far an import is.</summary>
/// <param name="File">File being stored.</param>
/// <param name="Share">0–1 over all files.</param>
/// <param name="Rows">Rows stored so far.</param>
public sealed record DropProgress(string File, double Share, long Rows);

/// <summary>Stores dropped files in the workspace: each table whole or not at all, and going on where it was interrupted.</summary>
public static class ImportDropped
{
    /// <summary>Imports every readable file of a folder.</summary>
    /// <returns>What each table did; refused with the reasons of all files when none can be read.</returns>
    public static async Task<Result<IReadOnlyList<ImportResult>>> RunAsync(Workspace workspace, string dropped, IProgress<DropProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var importer = new ImportTable(workspace.Imports);
        var options = new TableFileOptions(DateOrder: DroppedFiles.DateOrderOf(dropped));
        var files = SourceFolder.Files([dropped]);
        var results = new List<ImportResult>();
        var refused = new List<Reason>();
        long rows = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var (index, name) = (i, Path.GetFileName(files[i]));
            progress?.Report(new DropProgress(name, (double)i / files.Count, rows));
            if (!TableFiles.Open(files[i], options, null, cancel).TryGet(out var tables, out var reasons))
            {
                refused.AddRange(reasons);
                continue;
            }

            foreach (var table in tables)
            {
                var share = new Within(value => progress?.Report(new DropProgress(name, (index + value) / files.Count, rows)));
                var result = await importer.RunAsync(new ImportRequest(table.AsImport(), after => table.Batches(afterRow: after, progress: share, ct: cancel)), cancel).ConfigureAwait(false);
                rows += result.Accepted;
                results.Add(result);
            }
        }

        return results.Count > 0 || refused.Count == 0 ? Result.Accepted<IReadOnlyList<ImportResult>>(results) : Result.Refused<IReadOnlyList<ImportResult>>(refused);
    }

    private sealed class Within(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
