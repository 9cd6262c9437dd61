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
        var made = await OfImportsAsync(workspace, folder, progress, cancel).ConfigureAwait(false);
        return made.Then(each =>
        {
            BuildFiles.Write(each.Built, each.Reading, folder, null, language);
            return Result.Accepted(each.Built);
        });
    }

    /// <summary>Builds without writing anything.</summary>
    internal static async Task<Result<(BuildResult Built, SourceReading Reading)>> OfImportsAsync(Workspace workspace, string folder, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        var choices = WorkspaceChoices.Read(folder);
        return (await ImportedTables.ReadAsync(workspace, folder, cancel, choices.Mapping).ConfigureAwait(false))
            .Then(reading => WorkspaceSettings.Read(folder).Then(settings => BuildProfile.Run(new BuildRequest(reading.Tables, choices.Mapping, Answers: choices.Answers, Rates: settings.ExchangeRates, Currency: settings.Currency, Corrections: choices.Corrections), progress, cancel))
                .Then(built => Result.Accepted((built, reading))));
    }
}
