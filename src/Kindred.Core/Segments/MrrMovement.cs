namespace Kindred.Core.Segments;

/// <summary>What changed in a month, in minor units; Opening + New + Reactivation + Expansion − Contraction − Churn = Closing, exactly.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Opening">Revenue at the end of the month before.</param>
/// <param name="New">From customers that never paid before.</param>
/// <param name="Reactivation">From customers that came back.</param>
/// <param name="Expansion">More from the same customers.</param>
/// <param name="Contraction">Less from the same customers, as a positive amount.</param>
/// <param name="Churn">From customers that left, as a positive amount.</param>
/// <param name="Closing">Revenue at the end of the month.</param>
/// <param name="Customers">Paying customers at its end.</param>
/// <param name="NewCustomers">New ones.</param>
/// <param name="Left">Customers that left.</param>
public sealed record MrrMovement(DateOnly Month, long Opening, long New, long Reactivation, long Expansion, long Contraction, long Churn, long Closing, int Customers, int NewCustomers, int Left)
{
    /// <summary>Movements of every month, of the customers named.</summary>
    /// <param name="months">The panel.</param>
    /// <param name="rows">Customers by row; null takes all.</param>
    public static IReadOnlyList<MrrMovement> Of(CustomerMonths months, IEnumerable<int>? rows = null)
    {
        ArgumentNullException.ThrowIfNull(months);
        var sums = new long[months.Months + 1, 8];
        foreach (var row in rows ?? Enumerable.Range(0, months.Lives.Count))
        {
            var own = months.Of(row);
            var paid = own[0] > 0 || months.Lives[row].StartedOn < months.Opening;
            for (var month = 1; month <= months.Months; month++)
            {
                var (before, now) = (own[month - 1], own[month]);
                var kind = (before, now) switch { (0, 0) => -1, (0, _) => paid ? 1 : 0, (_, 0) => 4, _ => now > before ? 2 : 3 };
                if (kind >= 0)
                {
                    sums[month, kind] += Math.Abs(now - before);
                    sums[month, 6] += kind == 0 ? 1 : 0;
                    sums[month, 7] += kind == 4 ? 1 : 0;
                }

                sums[month, 5] += now > 0 ? 1 : 0;
                paid |= now > 0;
            }
        }

        var result = new MrrMovement[months.Months];
        long closing = 0;
        foreach (var row in rows ?? Enumerable.Range(0, months.Lives.Count))
        {
            closing += months.At(row, 0);
        }

        for (var month = 1; month <= months.Months; month++)
        {
            var opening = closing;
            closing = opening + sums[month, 0] + sums[month, 1] + sums[month, 2] - sums[month, 3] - sums[month, 4];
            result[month - 1] = new MrrMovement(months.Opening.AddMonths(month), opening, sums[month, 0], sums[month, 1], sums[month, 2], sums[month, 3], sums[month, 4], closing, (int)sums[month, 5], (int)sums[month, 6], (int)sums[month, 7]);
        }

        return result;
    }

    /// <summary>The same by quarter of the calendar, the first and last as far as they are covered: what a quarter opens and closes with is what its first month opens and its last one closes with.</summary>
    /// <param name="months">Movements of consecutive months, oldest first.</param>
    public static IReadOnlyList<MrrMovement> ByQuarter(IReadOnlyList<MrrMovement> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        return [.. months.GroupBy(one => (one.Month.Year, Quarter: (one.Month.Month - 1) / 3)).Select(group => new MrrMovement(
            group.First().Month, group.First().Opening, group.Sum(one => one.New), group.Sum(one => one.Reactivation), group.Sum(one => one.Expansion), group.Sum(one => one.Contraction), group.Sum(one => one.Churn),
            group.Last().Closing, group.Last().Customers, group.Sum(one => one.NewCustomers), group.Sum(one => one.Left)))];
    }
}
