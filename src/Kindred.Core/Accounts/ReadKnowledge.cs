using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Reads what is known around companies: signals, technologies, activities, costs, stage changes.</summary>
internal static class ReadKnowledge
{
    public static List<Signal> Signals(PlacedRows[] placed, Findings findings)
    {
        var all = new List<Signal>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Signals))
        {
            Cells kind = rows.Text(ColumnRole.EventKind), on = rows.Dates(ColumnRole.On), source = rows.Text(ColumnRole.Source), detail = rows.Text(ColumnRole.Detail);
            var amount = rows.Money(ColumnRole.Amount);
            var undated = 0;
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows.Accounts[row] >= 0 && kind.Text(row) is { Length: > 0 } word)
                {
                    undated += on.Date(row) is null ? 1 : 0;
                    all.Add(new Signal(rows.Accounts[row], word, on.Date(row), amount.At(row), source.TextOrNull(row), detail.TextOrNull(row)));
                }
            }

            findings.Add("accounts.undated-signals", rows.Source.Name, undated, rows.Count, "날짜가 없는 시그널이 {0}건 있어요 ({1}건 중). 언제 알았는지 몰라서 패턴에는 쓰지 않아요.", "{0} of {1} signals have no date. Nobody can say whether they were known before the deal, so they enter no pattern.");
        }

        return all;
    }

    public static List<TechnologyFact> Technologies(PlacedRows[] placed, Findings findings)
    {
        var all = new List<TechnologyFact>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Technologies))
        {
            Cells product = rows.Text(ColumnRole.Product), vendor = rows.Text(ColumnRole.Vendor), role = rows.Text(ColumnRole.TechnologyRole), seen = rows.Dates(ColumnRole.On), end = rows.Dates(ColumnRole.EndedOn), source = rows.Text(ColumnRole.Source), category = rows.Text(ColumnRole.Category);
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            var undated = 0;
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows.Accounts[row] >= 0 && product.Text(row) is { Length: > 0 } name)
                {
                    undated += seen.Date(row) is null ? 1 : 0;
                    all.Add(new TechnologyFact(rows.Accounts[row], known.TryGetValue(name, out var usual) ? usual : known[name] = TechnologyName.Read(name), vendor.TextOrNull(row), role.TextOrNull(row), seen.Date(row), end.Date(row), source.TextOrNull(row), category.TextOrNull(row)));
                }
            }

            findings.Add("accounts.undated-technologies", rows.Source.Name, undated, rows.Count, "언제 확인했는지 없는 기술이 {0}건 있어요 ({1}건 중). 처음부터 쓰던 것으로 봤어요.", "{0} of {1} technologies do not say when they were seen. They are taken as in use from the start.");
        }

        return all;
    }

    public static List<Activity> Activities(PlacedRows[] placed)
    {
        var all = new List<Activity>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Activities))
        {
            Cells kind = rows.Text(ColumnRole.EventKind), on = rows.Dates(ColumnRole.On), email = rows.Text(ColumnRole.Email);
            for (var row = 0; row < rows.Count; row++)
            {
                if (rows.Accounts[row] >= 0)
                {
                    all.Add(new Activity(rows.Accounts[row], kind.Text(row), on.Date(row), email.TextOrNull(row)));
                }
            }
        }

        return all;
    }

    public static List<Cost> Costs(PlacedRows[] placed)
    {
        var all = new List<Cost>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Costs))
        {
            Cells on = rows.Dates(ColumnRole.On), channel = rows.Text(ColumnRole.Source);
            var amount = rows.Money(ColumnRole.Amount);
            for (var row = 0; row < rows.Count; row++)
            {
                if (on.Date(row) is { } day && amount.At(row) is { } money)
                {
                    all.Add(new Cost(new DateOnly(day.Year, day.Month, 1), channel.Text(row), money));
                }
            }
        }

        return all;
    }

    public static List<StageChange> Stages(PlacedRows[] placed, IReadOnlyList<Deal> deals)
    {
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < deals.Count; i++)
        {
            if (deals[i].Key.Length > 0)
            {
                byKey.TryAdd(deals[i].Key, i);
            }
        }

        var all = new List<StageChange>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.StageHistory))
        {
            Cells deal = rows.Text(ColumnRole.DealKey), stage = rows.Text(ColumnRole.Stage), on = rows.Dates(ColumnRole.On);
            for (var row = 0; row < rows.Count; row++)
            {
                if (byKey.TryGetValue(CrmKey.Normal(deal.Text(row)), out var index))
                {
                    all.Add(new StageChange(index, stage.Text(row), on.Date(row)));
                }
            }
        }

        return all;
    }
}
