using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>What several imports of a companies file say about head counts over time: each import is a count on its day. Newer rows replace older ones everywhere else; here the older count is the point.</summary>
public static class EarlierHeadcounts
{
    /// <summary>Name the table bears.</summary>
    public const string FileName = "headcounts of imports";

    private static readonly (ColumnRole Role, string Header)[] Links =
        [(ColumnRole.Key, "Company ID"), (ColumnRole.Name, "Company"), (ColumnRole.CompanyName, "Company"), (ColumnRole.Domain, "Domain"), (ColumnRole.BusinessNumber, "Business Number")];

    /// <summary>A table of dated head counts, ready to be recognised and assembled beside the others; null unless two companies files were seen at least 30 days apart.</summary>
    /// <param name="tables">All tables with the day each was imported, before newer rows replace older ones.</param>
    /// <param name="saved">A saved mapping.</param>
    public static SourceTable? Of(IReadOnlyList<SourceTable> tables, Mapping? saved = null)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var days = tables.Select(table => table.SeenOn).OfType<DateOnly>().ToArray();
        if (days.Length < 2 || days.Max().DayNumber - days.Min().DayNumber < HeadcountGrowth.FewestDays)
        {
            return null;
        }

        string[] headers = ["Company ID", "Company", "Domain", "Business Number", "Date", "Employees", "Source"];
        var cells = headers.ToDictionary(header => header, _ => new List<string?>(), StringComparer.Ordinal);
        var seen = new HashSet<DateOnly>();
        foreach (var source in tables)
        {
            if (source.SeenOn is { } day && RecogniseTables.Run([source], saved).TryGet(out var mapping, out _) && mapping.Tables[0] is { Kind: TableKind.Companies } own && own.Find(ColumnRole.Employees) is { } employees)
            {
                seen.Add(day);
                Add(source, own, employees, day, cells);
            }
        }

        return seen.Count < 2 || seen.Max().DayNumber - seen.Min().DayNumber < HeadcountGrowth.FewestDays
            ? null
            : new SourceTable(new Table(FileName, [.. headers.Where(header => cells[header].Exists(cell => cell is { Length: > 0 })).Select(header => TextColumn.From(header, cells[header]))], cells["Date"].Count), FileName, null, []);
    }

    private static void Add(SourceTable source, TableMapping own, string employees, DateOnly day, Dictionary<string, List<string?>> cells)
    {
        var links = Links.Where(link => own.Find(link.Role) is not null).DistinctBy(link => link.Header).ToDictionary(link => link.Header, link => source.Table.Find(own.Find(link.Role)!), StringComparer.Ordinal);
        var counts = source.Table.Find(employees)!;
        for (var row = 0; row < source.Table.RowCount; row++)
        {
            if (counts.TextAt(row) is not { Length: > 0 } count)
            {
                continue;
            }

            foreach (var header in new[] { "Company ID", "Company", "Domain", "Business Number" })
            {
                cells[header].Add(links.GetValueOrDefault(header)?.TextAt(row));
            }

            cells["Date"].Add(Format.Date(day));
            cells["Employees"].Add(count);
            cells["Source"].Add(source.Name);
        }
    }
}
