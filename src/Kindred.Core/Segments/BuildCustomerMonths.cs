using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Segments;

/// <summary>
/// Use case: facts → <see cref="CustomerMonths"/>. Rules: overlapping subscriptions of an account are added; trials and free ones (0) make no customer; a subscription that ends on or before its start never ran;
/// a negative monthly amount is not counted; one whose currency has no rate makes a customer without revenue; amounts of every month are valued at the as-of day's rates, so that a change of
/// currency or rate is no movement; a break of up to a month is none. Without subscriptions: <see cref="InvoiceSpans"/>.
/// </summary>
internal static class BuildCustomerMonths
{
    private const int BreakDays = 31;

    public static Result<CustomerMonths> Run(AccountFacts facts, SegmentRequest request)
    {
        var notes = new List<QualityIssue>();
        var rates = request.Rates ?? facts.Rates;
        var isFromInvoices = !facts.Subscriptions.Any(one => !one.IsTrial);
        var spans = isFromInvoices ? InvoiceSpans.Of(facts, notes) : Subscriptions(facts, notes);
        spans = [.. spans.Where(span => span.From <= facts.AsOf && span.Account >= 0)];
        if (spans.Count == 0)
        {
            return Result.Refused<CustomerMonths>("segments.no-customers", "subscriptions",
                "구독도 청구서도 없어서 고객의 달별 매출을 만들 수 없어요. 시작일과 금액이 있는 구독 파일이나 청구서 파일을 더해 주세요.",
                "There is neither a paid subscription nor an invoice, so nobody's monthly revenue is known. Add a subscriptions file with start days and amounts, or invoices.");
        }

        var currency = Currency(facts, rates, spans);
        var asOfMonth = new DateOnly(facts.AsOf.Year, facts.AsOf.Month, 1);
        var earliest = spans.Min(span => span.From);
        var months = Math.Clamp(((asOfMonth.Year - earliest.Year) * 12) + asOfMonth.Month - earliest.Month + 1, 1, request.Months);
        var opening = asOfMonth.AddMonths(-months);
        var groups = spans.GroupBy(span => span.Account).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var mrr = new long[groups.Length * (months + 1)];
        var lives = new CustomerLife[groups.Length];
        var paying = new bool[groups.Length];
        var convert = Converter(rates, currency, facts.AsOf);
        int unconverted = 0, unpriced = 0;
        for (var row = 0; row < groups.Length; row++)
        {
            lives[row] = Life(groups[row], facts.AsOf);
            foreach (var span in groups[row])
            {
                var amount = span.Monthly is { } money ? convert(money) : null;
                unpriced += span.Monthly is null ? 1 : 0;
                unconverted += span.Monthly is not null && amount is null ? 1 : 0;
                paying[row] |= span.To is null || span.To > facts.AsOf;
                var from = Math.Max(0, Index(span.From, opening));
                var to = span.To is { } end && end <= facts.AsOf ? Index(end, opening) - 1 : months;
                for (var month = from; month <= to && amount is { } minor; month++)
                {
                    mrr[row * (months + 1) + month] += minor;
                }
            }
        }

        Note(notes, "segments.unconverted", "rates", unconverted, spans.Count, $"{currency}(으)로 바꿀 환율이 없는 구독이 {{0}}건 있어요 ({{1}}건 중). 고객으로는 세고 금액에서는 뺐어요. 설정에 환율을 넣어 주세요.", $"{{0}} of {{1}} subscriptions are in a currency without a rate to {currency}. They count as customers, not in amounts. Add rates in the settings.");
        Note(notes, "segments.unpriced", "subscriptions", unpriced, spans.Count, "월 금액이 없는 구독이 {0}건 있어요 ({1}건 중). 고객으로는 세고 금액에서는 뺐어요.", "{0} of {1} subscriptions have no monthly amount. They count as customers, not in amounts.");
        return Result.Accepted(new CustomerMonths(currency, opening, months, facts.AsOf, lives, mrr, paying, isFromInvoices, notes));
    }

    internal static void Note(List<QualityIssue> notes, string code, string subject, int count, int total, string ko, string en)
    {
        if (count > 0)
        {
            string Fill(string text) => text.Replace("{0}", Format.Grouped(count), StringComparison.Ordinal).Replace("{1}", Format.Grouped(total), StringComparison.Ordinal);
            notes.Add(new QualityIssue(code, subject, count, total, new Wording(Fill(ko), Fill(en))));
        }
    }

    /// <summary>Converts at the as-of day's rate; null without one. Each amount is converted once.</summary>
    internal static Func<Money, long?> Converter(ExchangeRates rates, string currency, DateOnly day)
    {
        var known = new Dictionary<Money, long?>();
        return money =>
        {
            if (money.Currency == currency)
            {
                return money.Minor;
            }

            if (!known.TryGetValue(money, out var minor))
            {
                known[money] = minor = rates.Convert(money, currency, day).TryGet(out var same, out _) ? same.Minor : null;
            }

            return minor;
        };
    }

    private static List<PaidSpan> Subscriptions(AccountFacts facts, List<QualityIssue> notes)
    {
        var spans = new List<PaidSpan>(facts.Subscriptions.Count);
        int trials = 0, free = 0, negative = 0, empty = 0;
        foreach (var one in facts.Subscriptions)
        {
            var amount = one.Monthly?.Minor;
            trials += one.IsTrial ? 1 : 0;
            free += !one.IsTrial && amount == 0 ? 1 : 0;
            negative += amount < 0 ? 1 : 0;
            empty += one.EndedOn <= one.StartedOn ? 1 : 0;
            if (!one.IsTrial && !(amount <= 0) && !(one.EndedOn <= one.StartedOn))
            {
                spans.Add(new PaidSpan(one.Account, one.StartedOn, one.EndedOn, one.Monthly));
            }
        }

        var all = facts.Subscriptions.Count;
        var overlapping = spans.GroupBy(span => span.Account).Count(Overlaps);
        Note(notes, "segments.trials", "subscriptions", trials, all, "체험 구독 {0}건은 고객으로 세지 않았어요 ({1}건 중).", "{0} of {1} subscriptions are trials and make no customer.");
        Note(notes, "segments.free", "subscriptions", free, all, "금액이 0인 구독 {0}건은 고객으로 세지 않았어요 ({1}건 중).", "{0} of {1} subscriptions cost nothing and make no customer.");
        Note(notes, "segments.negative-amount", "subscriptions", negative, all, "월 금액이 음수인 구독 {0}건은 뺐어요 ({1}건 중). 환불은 청구서에 적어 주세요.", "{0} of {1} subscriptions have a negative monthly amount and were left out. Refunds belong on invoices.");
        Note(notes, "segments.never-ran", "subscriptions", empty, all, "시작한 날이나 그 전에 끝난 구독 {0}건은 한 번도 이어지지 않은 것으로 봤어요 ({1}건 중).", "{0} of {1} subscriptions end on or before their start: they never ran.");
        Note(notes, "segments.overlapping", "subscriptions", overlapping, facts.Companies.Count, "기간이 겹치는 구독을 가진 회사가 {0}곳 있어요. 겹친 달의 금액을 더했어요.", "{0} companies hold subscriptions that overlap. Their amounts were added.");
        return spans;
    }

    private static bool Overlaps(IEnumerable<PaidSpan> spans)
    {
        DateOnly? until = DateOnly.MinValue;
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (until is null || span.From < until)
            {
                return true;
            }

            until = span.To;
        }

        return false;
    }

    /// <summary>The first unbroken stretch.</summary>
    private static CustomerLife Life(PaidSpan[] spans, DateOnly asOf)
    {
        Array.Sort(spans, (a, b) => a.From.CompareTo(b.From));
        var start = spans[0].From;
        var end = spans[0].To;
        foreach (var span in spans.AsSpan(1))
        {
            if (end is null || span.From > end.Value.AddDays(BreakDays))
            {
                break;
            }

            end = span.To is { } own && own <= end ? end : span.To;
        }

        end = end <= asOf ? end : null;
        return new CustomerLife(spans[0].Account, start, end, Math.Max(1e-3, CustomerLife.Between(start, end ?? asOf)));
    }

    /// <summary>The currency set, when an amount can be converted to it, else the commonest.</summary>
    private static string Currency(AccountFacts facts, ExchangeRates rates, IReadOnlyList<PaidSpan> spans)
    {
        var common = spans.Select(span => span.Monthly?.Currency).OfType<string>().CountBy(code => code).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).FirstOrDefault() ?? "";
        return facts.Currency is { } wanted && common.Length > 0 && rates.Convert(new Money(0, common), wanted, facts.AsOf).IsAccepted ? wanted : common;
    }

    private static int Index(DateOnly day, DateOnly opening) => ((day.Year - opening.Year) * 12) + day.Month - opening.Month;
}
