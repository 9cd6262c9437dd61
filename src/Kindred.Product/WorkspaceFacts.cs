using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
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

        var captured = (await CapturedPeople.ReadAsync(workspace.Documents, settings.IgnoredReaders, cancel).ConfigureAwait(false)).Leads;
        return (await ImportedTables.ReadAsync(workspace, folder, cancel, choices.Mapping).ConfigureAwait(false)).Then(imported =>
            AccountsModule.Recognise(imported.Tables, choices.Mapping).Then(recognised =>
            {
                var (reading, mapping) = With(imported, recognised, captured);
                return AccountsModule.Assemble(reading.Tables, mapping, new AssemblyOptions(null, choices.Answers, settings.ExchangeRates, settings.Currency, choices.Corrections)).Then(facts =>
                    Result.Accepted(new WorkspaceFacts(reading, mapping, facts)));
            }));
    }

    /// <summary>With the people our links captured as one more table, the last: whatever an export says of them comes first.</summary>
    private static (SourceReading Reading, Mapping Mapping) With(SourceReading reading, Mapping mapping, IReadOnlyList<CapturedLead> captured)
    {
        var ours = OurTeam.Of(reading.Tables.Zip(mapping.Tables), []);
        return CapturedLeads.Of([.. captured.Where(lead => !ours.Has(lead.Email))]) is var (table, own)
            ? (reading with { Tables = [.. reading.Tables, table] }, mapping with { Tables = [.. mapping.Tables, own] })
            : (reading, mapping);
    }
}
