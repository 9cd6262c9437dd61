using System.Globalization;
using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Sample.Writing;

/// <summary>Stripe-like subscriptions and invoices in ₩, $ and ¥ without tax, and the Korean tax-invoice list in CP949: title rows above the header, VAT-included totals beside the supply value, corrections as negative rows.</summary>
internal static class BillingFiles
{
    public static void WriteSubscriptions(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "stripe-subscriptions.csv");
        file.Row("id", "Customer ID", "Customer Name", "Customer Email", "Plan", "Quantity", "Currency", "Interval", "Amount", "Status", "Created (UTC)", "Start Date (UTC)", "Current Period End (UTC)", "Canceled At (UTC)", "Ended At (UTC)", "company_domain (metadata)");
        var emails = Emails(company);
        for (var i = 0; i < company.Customers.Length; i++)
        {
            var customer = company.Customers[i];
            var account = company.Accounts[customer.Account];
            var ended = customer.Ended is { } end ? CsvOut.Day(end) : "";
            file.Row("sub_" + customer.StripeId[4..], customer.StripeId, NameForms.In(account, customer.Account, 5), emails[customer.Account], customer.Plan, CsvOut.Number(customer.Seats), customer.Monthly.Currency.ToLowerInvariant(), "month",
                CsvOut.Number(customer.Monthly.Major), customer.Ended is null ? "active" : "canceled", CsvOut.Day(customer.Start), CsvOut.Day(customer.Start), customer.Ended is null ? CsvOut.Day(NextMonth(customer.Start, company.Options.AsOf)) : "", ended, ended, account.Domain);
        }

        var customers = company.Customers.ToDictionary(customer => customer.Account);
        foreach (var deal in company.Renewals.Where(deal => deal is { Kind: SampleDealKind.Expansion, Outcome: SampleOutcome.Won }))
        {
            var customer = customers[deal.Account];
            var account = company.Accounts[deal.Account];
            file.Row("sub_x" + CsvOut.Number(deal.RecordId), customer.StripeId, NameForms.In(account, deal.Account, 5), emails[deal.Account], customer.Plan + " add-on", "1", deal.Amount.Currency.ToLowerInvariant(), "month",
                CsvOut.Number(Math.Round(deal.Amount.Major / 12, Money.Exponent(deal.Amount.Currency))), "active", CsvOut.Day(deal.Closed), CsvOut.Day(deal.Closed), CsvOut.Day(NextMonth(deal.Closed, company.Options.AsOf)), "", "", account.Domain);
        }
    }

    public static void WriteInvoices(SampleCompany company, string folder)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "invoice file");
        using var file = new CsvOut(folder, "stripe-invoices.csv");
        file.Row("id", "Customer", "Customer Name", "Number", "Currency", "Amount Due", "Amount Paid", "Paid", "Date (UTC)", "Due Date (UTC)", "Paid At (UTC)", "Subscription", "Status");
        foreach (var customer in company.Customers.Where(customer => !customer.ByTaxInvoice))
        {
            var name = NameForms.In(company.Accounts[customer.Account], customer.Account, 5);
            var late = random.Chance(0.12);
            var number = 0;
            foreach (var day in BillingDays(customer, company.Options.AsOf))
            {
                number++;
                var due = day.AddDays(14);
                var paid = day.AddDays(late ? random.Between(10, 45) : random.Between(0, 9));
                var settled = paid <= company.Options.AsOf;
                var amount = CsvOut.Number(customer.Monthly.Major);
                file.Row(string.Create(CultureInfo.InvariantCulture, $"in_{customer.StripeId[4..]}{number:000}"), customer.StripeId, name, string.Create(CultureInfo.InvariantCulture, $"INV-{customer.StripeId[4..9]}-{number:0000}"),
                    customer.Monthly.Currency.ToLowerInvariant(), amount, settled ? amount : "0", settled ? "true" : "false", CsvOut.Day(day), CsvOut.Day(due), settled ? CsvOut.Day(paid) : "", "sub_" + customer.StripeId[4..], settled ? "paid" : "open");
            }
        }
    }

    public static void WriteTaxInvoices(SampleCompany company, string folder)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "tax file");
        var rows = new List<(DateOnly Day, SampleCustomer Customer, long Supply, string Kind)>();
        foreach (var customer in company.Customers.Where(customer => customer.ByTaxInvoice))
        {
            foreach (var day in BillingDays(customer, company.Options.AsOf))
            {
                rows.Add((day, customer, customer.Monthly.Minor, "일반"));
                if (random.Chance(0.01))
                {
                    rows.Add((day.AddDays(3) > company.Options.AsOf ? company.Options.AsOf : day.AddDays(3), customer, -(customer.Monthly.Minor / 10), "수정"));
                }
            }
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = new CsvOut(folder, "hometax-sales-invoices.csv", Encoding.GetEncoding(949), "\r\n");
        file.Row("매출 전자세금계산서 목록조회 (가상 회사 매듭)");
        file.Row("조회기간", CsvOut.Day(company.Options.AsOf.AddMonths(-Planted.Months)) + " ~ " + CsvOut.Day(company.Options.AsOf));
        file.Row("총 합계금액", Grouped(rows.Sum(row => row.Supply + Tax(row.Supply))));
        file.Row("");
        file.Row("작성일자", "승인번호", "발급일자", "공급받는자사업자등록번호", "상호", "대표자명", "합계금액", "공급가액", "세액", "전자세금계산서분류", "전자세금계산서종류", "품목명");
        var serial = 0;
        foreach (var (day, customer, supply, kind) in rows.OrderBy(row => row.Day).ThenBy(row => row.Customer.Account))
        {
            var account = company.Accounts[customer.Account];
            file.Row(CsvOut.Day(day), day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "-10000000-" + (++serial).ToString("00000000", CultureInfo.InvariantCulture), CsvOut.Day(day), account.BusinessNumber,
                NameForms.In(account, customer.Account, 6), "홍길동", Grouped(supply + Tax(supply)), Grouped(supply), Grouped(Tax(supply)), "세금계산서", kind, customer.Plan + " 구독료");
        }
    }

    private static IEnumerable<DateOnly> BillingDays(SampleCustomer customer, DateOnly asOf)
    {
        var last = customer.Ended ?? asOf;
        for (var month = 0; customer.Start.AddMonths(month) is var day && day < last; month++)
        {
            yield return day;
        }
    }

    private static DateOnly NextMonth(DateOnly start, DateOnly asOf)
    {
        var months = Math.Max(0, ((asOf.Year - start.Year) * 12) + asOf.Month - start.Month);
        var day = start.AddMonths(months);
        return day > asOf ? day : start.AddMonths(months + 1);
    }

    private static Dictionary<int, string> Emails(SampleCompany company)
    {
        var emails = new Dictionary<int, string>();
        foreach (var contact in company.Contacts)
        {
            emails.TryAdd(contact.Account, contact.Email);
        }

        return emails;
    }

    private static long Tax(long supply) => (long)Math.Round(supply * 0.1m, MidpointRounding.AwayFromZero);

    private static string Grouped(long won) => won.ToString("N0", CultureInfo.InvariantCulture);
}
