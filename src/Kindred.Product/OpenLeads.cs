using Kindred.Core.Basics;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Opens a workspace folder and reads its leads.</summary>
public static class OpenLeads
{
    /// <summary>Reads leads without owning the workspace.</summary>
    public static async Task<Result<LeadWorkspace>> ReadAsync(string folder, string? card, CancellationToken cancel)
    {
        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<LeadWorkspace>(reasons);
        }

        using (workspace)
        {
            return (await LeadWorkspace.ReadAsync(workspace, folder, card, cancel)).Then(leads => leads.Scored());
        }
    }

    /// <summary>Opens the workspace as its owner and reads its leads, for verbs that keep what they did.</summary>
    public static async Task<Result<int>> WithOwnedAsync(string folder, string? card, Func<Workspace, LeadWorkspace, Task<Result<int>>> work, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, "kindred.db")))
        {
            return Result.Refused<int>(Workspace.OpenForReading(folder).Reasons);
        }

        if (!(await Workspace.OpenAsync(folder, TimeProvider.System, cancel)).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<int>(reasons);
        }

        using (workspace)
        {
            return (await LeadWorkspace.ReadAsync(workspace, folder, card, cancel)).Then(leads => leads.Scored()).TryGet(out var read, out reasons)
                ? await work(workspace, read)
                : Result.Refused<int>(reasons);
        }
    }
}
