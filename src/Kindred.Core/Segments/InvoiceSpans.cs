using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>
/// Spans from invoices, where no file holds subscriptions. An account's invoices of a month are added, refunds and corrections (negative) taken off the month they name or the last one before it; the usual distance
/// between its months (1, 3, 6 or 12; of an account with one invoice, the commonest of all) is the time an invoice pays for, spread evenly. A single month left out is taken for a late invoice; a span that
/// reaches to the as-of month is still running, its next invoice may be on the way.
/// </summary>
internal static class InvoiceSpans
{
    private static readonly int[] Periods = [1, 3, 6, 12];

    public static List<PaidSpan> Of(AccountFacts facts, List<QualityIssue> notes)
    {
        var undated = facts.Invoices.Count(invoice => invoice.On is null);
        BuildCustomerMonths.Note(notes, "segments.invoices-undated", "invoices", undated, facts.Invoices.Count, "날짜가 없는 청구서 {0}건은 뺐어요 ({1}건 중).", "{0} of {1} invoices have no date and were left out.");
        var accounts = facts.Invoices.Where(invoice => invoice.On is not null && invoice.Account >= 0).GroupBy(invoice => (invoice.Account, invoice.Amount.Currency))
            .Select(group => (group.Key.Account, group.Key.Currency, Months: ByMonth(group))).Where(one => one.Months.Count > 0).ToArray();
        var common = accounts.Where(one => one.Months.Count > 1).Select(one => Period(one.Months)).CountBy(period => period).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault(1);
        var spans = new List<PaidSpan>();
        foreach (var (account, currency, months) in accounts)
        {
            var period = months.Count > 1 ? Period(months) : common;
            var asOfMonth = MonthOf(facts.AsOf);
            for (var i = 0; i < months.Count; i++)
            {
                var (month, minor) = months[i];
                var to = month + period;
                if (i + 1 < months.Count && months[i + 1].Month is var next && (next < to || next == to + 1))
                {
                    to = next;
                }

                var start = DayOf(month);
                spans.Add(new PaidSpan(account, start, to >= asOfMonth && i + 1 == months.Count ? null : DayOf(to), new Money((long)Math.Round((decimal)minor / period, MidpointRounding.AwayFromZero), currency)));
            }
        }

        BuildCustomerMonths.Note(notes, "segments.from-invoices", "invoices", accounts.Length, accounts.Length, "구독 파일이 없어서 청구서 {0}곳 치를 그 기간에 고르게 나눠 달별 매출을 만들었어요.", "There are no subscriptions: the invoices of {0} accounts were spread over the months they pay for.");
        return spans;
    }

    private static List<(int Month, long Minor)> ByMonth(IEnumerable<Invoice> invoices)
    {
        var months = new List<(int Month, long Minor)>();
        foreach (var (month, minor) in invoices.GroupBy(invoice => MonthOf(invoice.On!.Value)).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(invoice => invoice.Amount.Minor))))
        {
            if (minor > 0)
            {
                months.Add((month, minor));
            }
            else if (months.Count > 0)
            {
                months[^1] = (months[^1].Month, Math.Max(0, months[^1].Minor + minor));
            }
        }

        months.RemoveAll(one => one.Minor == 0);
        return months;
    }

    private static int Period(List<(int Month, long Minor)> months)
    {
        var gaps = months.Zip(months.Skip(1), (a, b) => b.Month - a.Month).Order().ToArray();
        var middle = gaps[(gaps.Length - 1) / 2];
        return Periods.MinBy(period => Math.Abs(period - middle));
    }

    private static int MonthOf(DateOnly day) => (day.Year * 12) + day.Month - 1;

    private static DateOnly DayOf(int month) => new(month / 12, (month % 12) + 1, 1);
}
