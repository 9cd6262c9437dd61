using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Builds the profile of what was imported, and writes it as the next version where something changed.</summary>
public static class BuildWorkspace
{
    /// <summary>Runs the build.</summary>
    /// <param name="workspace">The open workspace.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="language">Language of the report that is not named by its language.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancel">Stops it; nothing is written then.</param>
    public static async Task<Result<BuildResult>> RunAsync(Workspace workspace, string folder, Language language, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        var choices = WorkspaceChoices.Read(folder);
        if (!(await ImportedTables.ReadAsync(workspace, folder, cancel, choices.Mapping).ConfigureAwait(false)).TryGet(out var reading, out var reasons))
        {
            return Result.Refused<BuildResult>(reasons);
        }

        if (!WorkspaceSettings.Read(folder).TryGet(out var settings, out reasons))
        {
            return Result.Refused<BuildResult>(reasons);
        }

        var built = BuildProfile.Run(new BuildRequest(reading.Tables, choices.Mapping, Answers: choices.Answers, Rates: settings.ExchangeRates, Currency: settings.Currency, Corrections: choices.Corrections), progress, cancel);
        if (built.TryGet(out var result, out _))
        {
            BuildFiles.Write(result, reading, folder, null, language);
        }

        return built;
    }
}
