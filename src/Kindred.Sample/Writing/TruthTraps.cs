using System.Text.Json;

namespace Kindred.Sample.Writing;

/// <summary>The leaks and traps part of planted-truth.json.</summary>
internal static class TruthTraps
{
    public static void Write(Utf8JsonWriter json, SampleCompany company, Dictionary<int, long> duplicates)
    {
        json.WriteStartArray("leaks");
        foreach (var (file, column) in Planted.Leaks)
        {
            json.WriteStartObject();
            json.WriteString("file", $"hubspot-{file}.csv");
            json.WriteString("column", column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("alsoAfterTheOutcome");
        foreach (var column in (ReadOnlySpan<string>)["Lifecycle Stage", "Closed Lost Reason", "Last Activity Date", "Close Date", "Deal Stage"])
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteStartArray("traps");
        Trap(json, "employees-missing", "Number of Employees is empty or '-' for 18 % of lost, 3 % of won companies (story none: 14 % of all).",
            company.Accounts.Where(account => !account.EmployeesExported).Select(account => account.RecordId));
        Trap(json, "duplicates", "4 % of companies have a second record without domain under another spelling; deals use either id.", duplicates.Values);
        Trap(json, "grown-employees", "Number of Employees is today's for firms that grew after leaving; at their deal they had about 20.",
            company.Accounts.Where(account => account.EmployeesNow != account.Employees).Select(account => account.RecordId));
        Trap(json, "second-tries", "Deals at a company whose first deal was lost; rows of one account stay together.", company.Deals.Where(deal => deal.Again).Select(deal => deal.RecordId));
        Trap(json, "encoding", "hometax-sales-invoices.csv is CP949, has four title rows above the header and VAT-included totals (합계금액) beside the supply value (공급가액); corrections are negative rows.", []);
        Trap(json, "currencies", "Amounts are in KRW, USD and JPY; never to be summed without a dated rate.", []);
        Trap(json, "name-variants", "Each file spells company names its own way: (주)X, ㈜X, 주식회사 X, X Inc., X, LLC.", []);
        Trap(json, "ids-missing", "About a third of deals name the company without its id.", []);
        Trap(json, "titles", "Compound titles such as 'CISO 겸 개발팀장', 'CTO/공동창업자', 'VP, Finance & Operations'.", []);
        Trap(json, "old-hires", "The trigger event also lies long before or after deals that it has nothing to do with.", []);
        Trap(json, "scanner", "A visit of six ROI pages in 31 seconds at 03:12 UTC looks hot and is a scanner; 22 % of visits are scanners.", []);
        Trap(json, "overnight-tab", "A pricing page open for 7 h 42 min was read for about 96 seconds.", []);
        Trap(json, "free-mail", "About one lead in ten and one contact in fifty has a free-mail address.", []);
        json.WriteEndArray();
    }

    private static void Trap(Utf8JsonWriter json, string name, string what, IEnumerable<long> ids)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("what", what);
        TruthFile.Ids(json, "ids", ids);
        json.WriteEndObject();
    }
}
