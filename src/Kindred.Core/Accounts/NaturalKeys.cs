using Kindred.Core.Workspaces;

namespace Kindred.Core.Accounts;

/// <summary>Which columns tell one record from another, best first: the system's own id, then what names a company, a person or a deal without one.</summary>
internal static class NaturalKeys
{
    /// <summary>The tables with what newer exports of the same records replace left out. Tables without a likely earlier version are not even recognised.</summary>
    internal static NewestRowsResult Newest(IReadOnlyList<SourceTable> tables, Mapping? saved, CancellationToken ct)
    {
        var bare = tables.Select(source => new TableVersion(source.Table, source.FileName, source.Sheet ?? "", "", [])).ToArray();
        var mayOverlap = tables.Select((_, i) => Enumerable.Range(0, tables.Count).Any(j => j != i && NewestRows.MayOverlap(bare[i], bare[j]))).ToArray();
        return NewestRows.Run([.. tables.Select((source, i) => mayOverlap[i] ? Version(source, bare[i], saved) : bare[i] with { Kind = "alone " + i.ToString(System.Globalization.CultureInfo.InvariantCulture) })], ct);
    }

    internal static IReadOnlyList<IReadOnlyList<string>> Of(TableMapping mapping)
    {
        var company = mapping.Find(ColumnRole.CompanyKey) ?? mapping.Find(ColumnRole.BusinessNumber) ?? mapping.Find(ColumnRole.Domain) ?? mapping.Find(ColumnRole.CompanyName);
        string?[] name = [mapping.Find(ColumnRole.Name)];
        IEnumerable<string?[]> keys = mapping.Kind switch
        {
            TableKind.Companies or TableKind.Wide => [[mapping.Find(ColumnRole.BusinessNumber)], [mapping.Find(ColumnRole.Domain)], name, [mapping.Find(ColumnRole.CompanyName)]],
            TableKind.People or TableKind.Leads => [[mapping.Find(ColumnRole.Email)], [.. name, company]],
            TableKind.Deals => [[.. name, company, mapping.Find(ColumnRole.CreatedOn)], [.. name, company], name],
            TableKind.Subscriptions => [[company, mapping.Find(ColumnRole.Plan), mapping.Find(ColumnRole.StartedOn)]],
            _ => [],
        };
        return [.. keys.Prepend([mapping.Find(ColumnRole.Key)]).Where(key => key.All(column => column is not null)).Select(key => (string[])key!)];
    }

    private static TableVersion Version(SourceTable source, TableVersion bare, Mapping? saved)
    {
        // Which of several saved entries is wrong is said when all tables are recognised; here a wrong one is as good as none.
        var mapping = RecogniseTables.Run([source], saved).TryGet(out var given, out _) ? given : RecogniseTables.Run([source], null).TryGet(out var found, out _) ? found : null;
        return mapping is null ? bare : bare with { Kind = mapping.Tables[0].Kind.ToString(), Keys = Of(mapping.Tables[0]) };
    }
}
