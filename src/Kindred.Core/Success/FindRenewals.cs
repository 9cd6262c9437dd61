using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Use case: running customers → when each comes up for renewal.</summary>
internal static class FindRenewals
{
    private const int MonthsAhead = 12;

    /// <summary>The next anniversary after a day.</summary>
    public static DateOnly Next(DateOnly started, DateOnly after)
    {
        var years = Math.Max(1, after.Year - started.Year);
        var next = started.AddYears(years);
        return next > after ? next : started.AddYears(years + 1);
    }

    public static IReadOnlyList<Renewal> Run(CustomerSigns signs, IEnumerable<int> paying) => [.. paying.Select(row =>
    {
        var life = signs.Months.Lives[row];
        var stated = signs.ContractEnd(life.Account);
        var on = stated ?? Next(life.StartedOn, signs.Months.AsOf);
        return new Renewal(life.Account, on, stated is not null, signs.Months.At(row, signs.Months.Months), 1 + Math.Max(1, (int)Math.Round(CustomerLife.Between(life.StartedOn, on) / 12)));
    }).OrderBy(renewal => renewal.On).ThenBy(renewal => renewal.Account)];

    public static IReadOnlyList<RenewalMonth> Calendar(IReadOnlyList<Renewal> renewals, DateOnly asOf)
    {
        var first = new DateOnly(asOf.Year, asOf.Month, 1);
        return [.. Enumerable.Range(0, MonthsAhead + 1).Select(first.AddMonths).Select(month =>
        {
            Renewal[] own = [.. renewals.Where(renewal => renewal.On.Year == month.Year && renewal.On.Month == month.Month)];
            return new RenewalMonth(month, own, own.Sum(renewal => renewal.Monthly));
        })];
    }
}
