using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Any source column as the outcome of its rows' accounts: <c>--outcome churn_flag=True</c>.</summary>
internal static class OutcomeRows
{
    private const int FirstDays = 30;

    private static readonly TableKind[] Order = [TableKind.Wide, TableKind.Companies, TableKind.Deals, TableKind.Leads, TableKind.Subscriptions];

    public static Result<AsOfView> Run(AccountFacts facts, string column, string value)
    {
        var key = HeaderWords.Key(column);
        var found = Enumerable.Range(0, facts.Placed.Count)
            .SelectMany(table => facts.Placed[table].Source.Table.Columns.Where(own => HeaderWords.Key(own.Name) == key).Select(own => (Table: table, Column: own.Name)))
            .OrderBy(pair => Array.IndexOf(Order, facts.Placed[pair.Table].Mapping.Kind) is >= 0 and var rank ? rank : Order.Length)
            .ToArray();
        if (found.Length == 0)
        {
            var names = string.Join(", ", facts.Placed.SelectMany(placed => placed.Source.Table.Columns.Select(own => own.Name)).Distinct(StringComparer.Ordinal).Take(40));
            return Result.Refused<AsOfView>("accounts.outcome-column", column,
                "'" + column + "' 열이 어느 파일에도 없어요. 있는 열: " + names + ".",
                "No file has a column '" + column + "'. There are: " + names + ".");
        }

        return Build(facts, found[0].Table, found[0].Column, value, new Wording(column + " = " + value, column + " = " + value));
    }

    /// <summary>Rows of one table (one per account where rows are companies), positive where the column holds the value.</summary>
    public static Result<AsOfView> Build(AccountFacts facts, int table, string column, string value, Wording outcome)
    {
        var placed = facts.Placed[table];
        var values = placed.Source.Table.Find(column)!;
        var deals = DealOf(facts, table);
        var perAccount = placed.Mapping.Kind is TableKind.Companies or TableKind.Wide;
        var created = new Cells((placed.Mapping.Find(ColumnRole.StartedOn) ?? placed.Mapping.Find(ColumnRole.CreatedOn)) is { } name ? placed.Source.Table.Find(name) : null, asDate: true);
        var rows = new DecisionRows();
        var seen = new HashSet<int>();
        for (var row = 0; row < values.Length; row++)
        {
            var word = values.TextAt(row);
            var account = placed.Accounts[row];
            if (word.Length == 0 || account < 0 || (perAccount && !seen.Add(account)))
            {
                continue;
            }

            var deal = deals?[row] ?? -1;
            var first = created.Date(row) ?? (perAccount ? facts.Companies[account].CreatedOn : null);
            var day = deal >= 0 ? facts.Deals[deal].DecidedFrom : first is { } start ? DecisionRows.Later(start, FirstDays) : (DateOnly?)null;
            rows.Add(account, day, IsEqual(word, value), deal, table, row);
        }

        if (!rows.Positive.Contains(1))
        {
            var words = string.Join(", ", Enumerable.Range(0, values.Length).Select(values.TextAt).Where(word => word.Length > 0).Distinct(StringComparer.Ordinal).Take(20));
            return Result.Refused<AsOfView>("accounts.outcome-value", column,
                "'" + column + "' 열에 '" + value + "' 값이 한 번도 없어요. 있는 값: " + words + ".",
                "The column '" + column + "' never holds '" + value + "'. It holds: " + words + ".");
        }

        return Result.Accepted(ViewBuilder.Build(facts, rows, column + "=" + value, outcome, placed.Source.Name + ": " + column));
    }

    private static int[]? DealOf(AccountFacts facts, int table)
    {
        int[]? deals = null;
        for (var i = 0; i < facts.Deals.Count; i++)
        {
            if (facts.Deals[i].SourceTable == table)
            {
                if (deals is null)
                {
                    deals = new int[facts.Placed[table].Accounts.Length];
                    Array.Fill(deals, -1);
                }

                deals[facts.Deals[i].SourceRow] = i;
            }
        }

        return deals;
    }

    private static bool IsEqual(string word, string value) =>
        string.Equals(word, value, StringComparison.OrdinalIgnoreCase)
        || (Cells.Flag(word) is { } left && Cells.Flag(value) == left)
        || (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a.Equals(b));
}
