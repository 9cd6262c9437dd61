using System.CommandLine;
using Kindred.Core.Basics;
using Kindred.Storage;

namespace Kindred.Cli;

/// <summary>Options that the verbs about leads share, and the opening of the workspace behind them.</summary>
internal static class LeadOptions
{
    public static Option<string> Workspace(Language language) => new("--workspace")
    {
        Description = language == Language.Korean ? "작업 공간 폴더" : "Workspace folder",
        DefaultValueFactory = _ => "kindred-data",
    };

    public static Option<string?> Card(Language language) => new("--card")
    {
        Description = language == Language.Korean ? "점수표 (기본: 작업 공간에서 쓰는 점수표)" : "Scorecard (default: the one in use in the workspace)",
    };

    /// <summary>Reads leads without owning the workspace.</summary>
    public static async Task<Result<LeadWorkspace>> ReadAsync(string folder, string? card, CancellationToken cancel)
    {
        if (!Kindred.Storage.Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
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
            return Result.Refused<int>(Kindred.Storage.Workspace.OpenForReading(folder).Reasons);
        }

        if (!(await Kindred.Storage.Workspace.OpenAsync(folder, TimeProvider.System, cancel)).TryGet(out var workspace, out var reasons))
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
