using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>One cell: the share of a cohort still there after some months.</summary>
/// <param name="Month">Months after the start.</param>
/// <param name="Rate">Share still there, of those seen that long; null when none was.</param>
/// <param name="N">Customers seen that long (those that left before count as seen).</param>
public sealed record CohortCell(int Month, double? Rate, int N);

/// <summary>Customers that started in the same quarter.</summary>
/// <param name="Quarter">First day of the quarter.</param>
/// <param name="Name">As 2026-Q1.</param>
/// <param name="Customers">How many.</param>
/// <param name="Cells">Months 0 … the longest of the table.</param>
public sealed record Cohort(DateOnly Quarter, string Name, int Customers, IReadOnlyList<CohortCell> Cells);

/// <summary>The cohort heat map as a table. A cell counts only customers whose start lies long enough ago, whatever their state since: otherwise the young would be missing among those still there.</summary>
/// <param name="Cohorts">Oldest first.</param>
/// <param name="LastMonth">Last column.</param>
public sealed record CohortTable(IReadOnlyList<Cohort> Cohorts, int LastMonth)
{
    /// <summary>Makes it of the customers named.</summary>
    /// <param name="months">The panel.</param>
    /// <param name="rows">Customers by row; null takes all.</param>
    /// <param name="lastMonth">Last column.</param>
    public static CohortTable Of(CustomerMonths months, IEnumerable<int>? rows = null, int lastMonth = 24)
    {
        ArgumentNullException.ThrowIfNull(months);
        var earliest = Quarter(months.Opening);
        var cohorts = (rows ?? Enumerable.Range(0, months.Lives.Count)).Select(row => months.Lives[row]).GroupBy(life => Quarter(life.StartedOn)).Where(group => group.Key >= earliest).OrderBy(group => group.Key)
            .Select(group =>
            {
                var lives = group.ToArray();
                var cells = Enumerable.Range(0, lastMonth + 1).Select(month =>
                {
                    var seen = lives.Where(life => life.StartedOn.AddMonths(month) <= months.AsOf).ToArray();
                    return new CohortCell(month, seen.Length == 0 ? null : (double)seen.Count(life => !life.HasEnded || life.EndedOn > life.StartedOn.AddMonths(month)) / seen.Length, seen.Length);
                });
                return new Cohort(group.Key, Format.Whole(group.Key.Year) + "-Q" + Format.Whole((group.Key.Month + 2) / 3), lives.Length, [.. cells]);
            });
        return new CohortTable([.. cohorts], lastMonth);
    }

    private static DateOnly Quarter(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}
