using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Core.Profiles;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>What verbs about reading need: the board and how companies stand to the profile.</summary>
/// <param name="Board">Readers and everything counted from them.</param>
/// <param name="Standing">How companies stand to the profile, by index; empty without one.</param>
/// <param name="Settings">What the owner set.</param>
public sealed record OpenReading(ReadingBoard Board, IReadOnlyList<ClassifiedAccount> Standing, WorkspaceSettings Settings)
{
    /// <summary>Reads a workspace folder without owning it; no card is needed.</summary>
    /// <returns>It; refused as opening a workspace and reading its facts and settings are.</returns>
    public static async Task<Result<OpenReading>> ReadAsync(string folder, CancellationToken cancel)
    {
        if (!Workspace.OpenForReading(folder).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<OpenReading>(reasons);
        }

        using (workspace)
        {
            if (!WorkspaceSettings.Read(folder).TryGet(out var settings, out reasons) || !(await WorkspaceFacts.ReadAsync(workspace, folder, cancel)).TryGet(out var read, out reasons))
            {
                return Result.Refused<OpenReading>(reasons);
            }

            var standing = StandingOf(folder, read.Facts);
            return Result.Accepted(new OpenReading(ReadingBoard.Of(read.Facts, standing, await TrackedReading.ReadAsync(workspace.Documents, read.Facts, settings.IgnoredReaders, cancel), settings.IgnoredReaders), standing, settings));
        }
    }

    private static IReadOnlyList<ClassifiedAccount> StandingOf(string folder, AccountFacts facts) =>
        File.Exists(Path.Combine(folder, "icp.json")) && ProfileFolder.Read(folder).TryGet(out var profile, out _) ? LeadStanding.Of(profile, CompaniesNow.View(facts).Table) : [];
}
