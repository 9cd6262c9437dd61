using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Leads;

/// <summary>Reads how many leads each owner can take: a table with the columns owner and capacity.</summary>
public static class OwnerCapacities
{
    private static readonly string[] OwnerNames = ["owner", "담당자"];
    private static readonly string[] CapacityNames = ["capacity", "처리량"];

    /// <summary>Capacities by owner: what the table says, else the usual one.</summary>
    /// <param name="table">The file as read.</param>
    /// <param name="owners">Owners the leads name.</param>
    /// <param name="usual">Capacity of owners the table leaves out.</param>
    /// <returns>One entry an owner; refused: <c>leads.capacities</c> (columns, a row without owner, a number that is none or stands twice), <c>leads.unknown-owner</c>.</returns>
    public static Result<IReadOnlyDictionary<string, int>> Read(Table table, IReadOnlyCollection<string> owners, int usual)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(owners);
        Column? Find(string[] names) => table.Columns.FirstOrDefault(column => names.Contains(column.Name.Trim(), StringComparer.OrdinalIgnoreCase));
        if (Find(OwnerNames) is not { } names || Find(CapacityNames) is not { } numbers)
        {
            return Result.Refused<IReadOnlyDictionary<string, int>>(LeadChecks.CapacityColumns(table.Name, [.. table.Columns.Select(column => column.Name)]));
        }

        var all = owners.ToDictionary(owner => owner, _ => usual, StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var reasons = new List<Reason>();
        for (var row = 0; row < table.RowCount; row++)
        {
            var owner = Text(names, row);
            var number = Text(numbers, row);
            if (!all.ContainsKey(owner))
            {
                reasons.Add(LeadChecks.UnknownOwner(owner, row + 2, owners));
            }
            else if (!int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var capacity) || !given.Add(owner))
            {
                reasons.Add(LeadChecks.CapacityRow(owner, number, row + 2, given.Contains(owner)));
            }
            else
            {
                all[owner] = capacity;
            }
        }

        return reasons.Count > 0 ? Result.Refused<IReadOnlyDictionary<string, int>>(reasons) : Result.Accepted<IReadOnlyDictionary<string, int>>(all);
    }

    private static string Text(Column column, int row) => (column is TextColumn text ? text.RawAt(row) : column.TextAt(row)).Trim();
}
