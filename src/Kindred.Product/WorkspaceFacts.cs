using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>What the imports of a workspace say together, read as people said they should be.</summary>
/// <param name="Reading">The tables.</param>
/// <param name="Mapping">What tables and columns were taken to be.</param>
/// <param name="Facts">Facts by company.</param>
public sealed record WorkspaceFacts(SourceReading Reading, Mapping Mapping, AccountFacts Facts)
{
    /// <summary>Reads them.</summary>
    /// <returns>The facts; refused: <c>build.nothing-imported</c>, <c>settings.unreadable</c>, and what recognising and assembling refuse.</returns>
    public static async Task<Result<WorkspaceFacts>> ReadAsync(Workspace workspace, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var choices = WorkspaceChoices.Read(folder);
        if (!WorkspaceSettings.Read(folder).TryGet(out var settings, out var reasons))
        {
            return Result.Refused<WorkspaceFacts>(reasons);
        }

        return (await ImportedTables.ReadAsync(workspace, folder, cancel, choices.Mapping).ConfigureAwait(false)).Then(reading =>
            AccountsModule.Recognise(reading.Tables, choices.Mapping).Then(mapping =>
                AccountsModule.Assemble(reading.Tables, mapping, new AssemblyOptions(null, choices.Answers, settings.ExchangeRates, settings.Currency, choices.Corrections)).Then(facts =>
                    Result.Accepted(new WorkspaceFacts(reading, mapping, facts)))));
    }
}
