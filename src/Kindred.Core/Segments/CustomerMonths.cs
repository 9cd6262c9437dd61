using Kindred.Core.Accounts;

namespace Kindred.Core.Segments;

/// <summary>
/// Recurring revenue by customer and month, at the rates of the as-of day, in whole minor units of one currency. Month 0 is the opening balance; the value of a month is what ran on its last day
/// (of the last month: on the as-of day).
/// </summary>
public sealed class CustomerMonths
{
    private readonly long[] _mrr;
    private readonly bool[] _paying;

    internal CustomerMonths(string currency, DateOnly opening, int months, DateOnly asOf, IReadOnlyList<CustomerLife> lives, long[] mrr, bool[] paying, bool isFromInvoices, IReadOnlyList<QualityIssue> notes)
    {
        (Currency, Opening, Months, AsOf, Lives, _mrr, _paying, IsFromInvoices, Notes) = (currency, opening, months, asOf, lives, mrr, paying, isFromInvoices, notes);
    }

    /// <summary>ISO currency; empty when no amount is known.</summary>
    public string Currency { get; }

    /// <summary>First day of month 0.</summary>
    public DateOnly Opening { get; }

    /// <summary>Months after the opening; months are numbered 0 … Months.</summary>
    public int Months { get; }

    /// <summary>Last day.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Customers in order of company index; row r of the figures is customer r.</summary>
    public IReadOnlyList<CustomerLife> Lives { get; }

    /// <summary>True when there were no subscriptions and invoices were spread over the months they pay for.</summary>
    public bool IsFromInvoices { get; }

    /// <summary>What was odd in the files and what was done about it.</summary>
    public IReadOnlyList<QualityIssue> Notes { get; }

    /// <summary>Recurring revenue of customer r at the end of a month, in minor units.</summary>
    public long At(int row, int month) => _mrr[row * (Months + 1) + month];

    /// <summary>Whether customer r pays on the as-of day, also one that left and came back.</summary>
    public bool IsPaying(int row) => _paying[row];

    /// <summary>All months of customer r.</summary>
    public ReadOnlySpan<long> Of(int row) => _mrr.AsSpan(row * (Months + 1), Months + 1);

    /// <summary>The day a month is read on.</summary>
    public DateOnly DayOf(int month) => month == Months ? AsOf : Opening.AddMonths(month + 1).AddDays(-1);

    /// <summary>Revenue in the month the customer started, or in the first month known; 0 when none is known.</summary>
    public long First(int row)
    {
        foreach (var value in Of(row))
        {
            if (value > 0)
            {
                return value;
            }
        }

        return 0;
    }

    /// <summary>Revenue in the last month it paid; 0 when none is known.</summary>
    public long Last(int row)
    {
        var own = Of(row);
        var at = own.LastIndexOfAnyExcept(0L);
        return at < 0 ? 0 : own[at];
    }
}
