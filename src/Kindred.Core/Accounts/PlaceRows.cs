namespace Kindred.Core.Accounts;

/// <summary>First pass: gives every row of every table its company. Companies first, then deals and contracts, then what hangs on them.</summary>
internal sealed class PlaceRows(IReadOnlyList<MatchDecision> decisions)
{
    private static readonly TableKind[] Order =
    [
        TableKind.Companies, TableKind.Wide, TableKind.Deals, TableKind.Subscriptions, TableKind.Invoices, TableKind.Leads, TableKind.People, TableKind.StageHistory, TableKind.Tickets,
        TableKind.Cancellations, TableKind.Technologies, TableKind.Signals, TableKind.Headcounts, TableKind.Usage, TableKind.Activities, TableKind.DocumentVisits, TableKind.Costs, TableKind.Owners, TableKind.Unknown,
    ];

    private readonly Dictionary<string, int> _deals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _subscriptions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _emails = new(StringComparer.Ordinal);

    public AccountBook Book { get; } = new(decisions);

    public List<MatchRate> Rates { get; } = [];

    public List<(string Table, LinkColumns Links)> Links { get; } = [];

    public PlacedRows[] Run(IReadOnlyList<SourceTable> tables, Mapping mapping)
    {
        var placed = new PlacedRows[tables.Count];
        foreach (var kind in Order)
        {
            for (var i = 0; i < tables.Count; i++)
            {
                var own = mapping.Of(tables[i], i);
                if (own.Kind == kind)
                {
                    placed[i] = new PlacedRows(i, tables[i], own, new int[tables[i].Table.RowCount]);
                    Place(placed[i]);
                }
            }
        }

        return placed;
    }

    private void Place(PlacedRows rows)
    {
        var links = new LinkColumns(rows.Source, rows.Mapping);
        Links.Add((rows.Source.Name, links));
        var counts = new Dictionary<MatchKey, int>();
        var standsAlone = rows.Kind is TableKind.Deals or TableKind.Wide or TableKind.Companies;
        var isOurs = rows.Kind is TableKind.Costs or TableKind.Owners or TableKind.Unknown;
        var related = new[] { (ColumnRole.DealKey, _deals), (ColumnRole.SubscriptionKey, _subscriptions), (ColumnRole.PersonKey, _people) }
            .Select(pair => (Cells: rows.Text(pair.Item1), Known: pair.Item2)).Where(pair => !pair.Cells.IsAbsent && pair.Known.Count > 0).ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            var (account, by) = isOurs ? (-1, MatchKey.None) : Related(related, row);
            if (account < 0 && !isOurs)
            {
                (account, by) = _emails.Count > 0 && _emails.TryGetValue(links.Email(row), out var known) && rows.Kind is TableKind.Activities or TableKind.DocumentVisits
                    ? (known, MatchKey.Related)
                    : Book.Place(links, row, rows.Source.Name, rows.Kind == TableKind.Companies);
            }

            if (account < 0 && standsAlone)
            {
                account = Book.Own(rows.Source.Name + ":" + (row + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            rows.Accounts[row] = account;
            counts[by] = counts.GetValueOrDefault(by) + 1;
        }

        if (!isOurs)
        {
            Rates.Add(new MatchRate(rows.Source.Name, rows.Count, counts));
        }

        Remember(rows, links);
    }

    private static (int Account, MatchKey By) Related((Cells Cells, Dictionary<string, int> Known)[] related, int row)
    {
        foreach (var (cells, known) in related)
        {
            if (cells.Text(row) is { Length: > 0 } key && known.TryGetValue(CrmKey.Normal(key), out var account) && account >= 0)
            {
                return (account, MatchKey.Related);
            }
        }

        return (-1, MatchKey.None);
    }

    private void Remember(PlacedRows rows, LinkColumns links)
    {
        var target = rows.Kind switch
        {
            TableKind.Deals => _deals,
            TableKind.Subscriptions => _subscriptions,
            TableKind.People => _people,
            _ => null,
        };
        if (target is null)
        {
            return;
        }

        var keys = rows.Text(ColumnRole.Key);
        for (var row = 0; row < rows.Count; row++)
        {
            if (keys.Text(row) is { Length: > 0 } key)
            {
                target.TryAdd(CrmKey.Normal(key), rows.Accounts[row]);
            }

            if (rows.Kind == TableKind.People && rows.Accounts[row] >= 0 && links.Email(row) is { Length: > 0 } email)
            {
                _emails.TryAdd(email, rows.Accounts[row]);
            }
        }
    }
}
