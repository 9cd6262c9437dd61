using System.Globalization;
using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Owner, channel and quarter of each decision, for the confounding check only.</summary>
internal static class Confounders
{
    public static Table Make(AccountFacts facts, DecisionRows rows)
    {
        var owners = ByAccount(facts, ColumnRole.Owner);
        var sources = ByAccount(facts, ColumnRole.Source);
        TextCodes owner = new(rows.Count), channel = new(rows.Count), quarter = new(rows.Count);
        var standard = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            var deal = rows.Deals[i] >= 0 ? facts.Deals[rows.Deals[i]] : null;
            owner.Add(deal?.Owner ?? owners?[rows.Accounts[i]]);
            channel.Add(Channel(deal?.Source ?? sources?[rows.Accounts[i]], standard));
            quarter.Add(rows.Days[i] < 0 ? null : Quarter(DateOnly.FromDayNumber(rows.Days[i])));
        }

        Column[] columns = [owner.Finish("owner"), channel.Finish("channel"), quarter.Finish("quarter")];
        return new Table("confounders", [.. columns.Where(column => !ColumnProbe.IsEmpty(column))], rows.Count);
    }

    private static string? Channel(string? text, Dictionary<string, string> standard)
    {
        if (text is null)
        {
            return null;
        }

        if (!standard.TryGetValue(text, out var word))
        {
            standard[text] = word = LeadSource.Read(text)?.Word ?? text;
        }

        return word;
    }

    private static string?[]? ByAccount(AccountFacts facts, ColumnRole role)
    {
        string?[]? values = null;
        foreach (var placed in facts.Placed.Where(placed => placed.Mapping.Kind is TableKind.Companies or TableKind.Wide or TableKind.Leads))
        {
            if (placed.Mapping.Find(role) is not { } name || placed.Source.Table.Find(name) is not { } column)
            {
                continue;
            }

            values ??= new string?[facts.Companies.Count];
            for (var row = 0; row < column.Length; row++)
            {
                if (placed.Accounts[row] >= 0 && column.TextAt(row) is { Length: > 0 } text)
                {
                    values[placed.Accounts[row]] ??= text;
                }
            }
        }

        return values;
    }

    private static string Quarter(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture) + "-Q" + (((day.Month - 1) / 3) + 1).ToString(CultureInfo.InvariantCulture);
}
