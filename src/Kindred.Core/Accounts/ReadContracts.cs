using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Reads subscriptions and invoices.</summary>
internal static class ReadContracts
{
    public static List<Subscription> Subscriptions(PlacedRows[] placed, Findings findings)
    {
        var all = new List<Subscription>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Subscriptions))
        {
            Cells key = rows.Text(ColumnRole.Key, ColumnRole.SubscriptionKey), started = rows.Dates(ColumnRole.StartedOn), ended = rows.Dates(ColumnRole.EndedOn), plan = rows.Text(ColumnRole.Plan);
            Cells trial = rows.Text(ColumnRole.IsTrial), seats = rows.Numbers(ColumnRole.Seats), interval = rows.Text(ColumnRole.Interval);
            MoneyCells monthly = rows.Money(ColumnRole.MonthlyAmount), annual = rows.Money(ColumnRole.AnnualAmount), amount = rows.Money(ColumnRole.Amount);
            int undated = 0, backwards = 0, repeated = 0, homeless = 0;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var row = 0; row < rows.Count; row++)
            {
                var id = key.Text(row);
                if (id.Length > 0 && !seen.Add(id))
                {
                    repeated++;
                    continue;
                }

                if (started.Date(row) is not { } start)
                {
                    undated++;
                    continue;
                }

                if (rows.Accounts[row] < 0)
                {
                    homeless++;
                    continue;
                }

                var end = ended.Date(row);
                backwards += end < start ? 1 : 0;
                var recurring = monthly.At(row) ?? PerMonth(annual.At(row), 12) ?? PerMonth(amount.At(row), Months(interval.Text(row)));
                all.Add(new Subscription(rows.Accounts[row], id, start, end < start ? start : end, plan.TextOrNull(row), seats.Number(row), recurring, trial.Flag(row) == true));
            }

            var file = rows.Source.Name;
            findings.Add("accounts.repeated-subscriptions", file, repeated, rows.Count, "구독 번호가 같은 줄이 {0}줄 있어요 ({1}줄 중). 첫 줄만 썼어요.", "{0} of {1} rows repeat a subscription id. Only the first of each was used.");
            findings.Add("accounts.subscription-without-start", file, undated, rows.Count, "시작일이 없는 구독이 {0}건 있어요 ({1}건 중). 언제부터 고객인지 알 수 없어 뺐어요.", "{0} of {1} subscriptions have no start day and were left out: nobody can say since when they are customers.");
            findings.Add("accounts.subscription-ends-before-start", file, backwards, rows.Count, "시작하기 전에 끝난 구독이 {0}건 있어요 ({1}건 중). 날짜 순서(일/월)를 확인해 주세요.", "{0} of {1} subscriptions end before they start. Check the order of day and month.");
            findings.Add("accounts.subscription-without-company", file, homeless, rows.Count, "회사를 알 수 없는 구독이 {0}건 있어요 ({1}건 중).", "{0} of {1} subscriptions name no company.");
        }

        return all;
    }

    public static List<Invoice> Invoices(PlacedRows[] placed, Findings findings)
    {
        var all = new List<Invoice>();
        foreach (var rows in placed.Where(rows => rows.Kind == TableKind.Invoices))
        {
            Cells key = rows.Text(ColumnRole.Key), on = rows.Dates(ColumnRole.On), due = rows.Dates(ColumnRole.DueOn), paid = rows.Dates(ColumnRole.PaidOn);
            var supply = rows.Money(ColumnRole.SupplyAmount);
            var total = rows.Money(ColumnRole.TotalAmount);
            var plain = rows.Money(ColumnRole.Amount);
            int negative = 0, unclear = 0, homeless = 0;
            for (var row = 0; row < rows.Count; row++)
            {
                var amount = supply.At(row) ?? (total.At(row) is { } gross ? Vat.ToSupply(gross, VatBasis.Included) : (Money?)null) ?? (plain.At(row) is { } written ? Vat.ToSupply(written, plain.Tax) : (Money?)null);
                if (amount is not { } money)
                {
                    unclear++;
                    continue;
                }

                if (rows.Accounts[row] < 0)
                {
                    homeless++;
                    continue;
                }

                negative += money.Minor < 0 ? 1 : 0;
                all.Add(new Invoice(rows.Accounts[row], key.Text(row), on.Date(row), money, due.Date(row), paid.Date(row)));
            }

            var file = rows.Source.Name;
            findings.Add("accounts.invoice-corrections", file, negative, rows.Count, "음수 금액(수정 발행·환불)이 {0}건 있어요 ({1}건 중). 원래 금액에서 뺐어요.", "{0} of {1} invoices are negative (corrections, refunds). They are subtracted.");
            findings.Add("accounts.invoice-without-amount", file, unclear, rows.Count, "금액을 읽을 수 없는 청구서가 {0}건 있어요 ({1}건 중).", "{0} of {1} invoices have no readable amount.");
            findings.Add("accounts.invoice-without-company", file, homeless, rows.Count, "회사를 알 수 없는 청구서가 {0}건 있어요 ({1}건 중).", "{0} of {1} invoices name no company.");
        }

        return all;
    }

    private static Money? PerMonth(Money? amount, int months) => amount is { } money ? Money.FromMajor(money.Major / months, money.Currency) : (Money?)null;

    private static int Months(string interval)
    {
        var words = Spelling.Words(interval);
        return words.Contains("year", StringComparison.Ordinal) || words.Contains("annual", StringComparison.Ordinal) || words.Contains('연', StringComparison.Ordinal) || words.Contains('년', StringComparison.Ordinal) ? 12
            : words.Contains("quarter", StringComparison.Ordinal) || words.Contains("분기", StringComparison.Ordinal) ? 3
            : words.Contains("half", StringComparison.Ordinal) || words.Contains("반기", StringComparison.Ordinal) ? 6
            : 1;
    }
}
