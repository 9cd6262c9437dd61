using System.Globalization;

namespace Kindred.Sample.Writing;

/// <summary>Product use, support tickets and channel costs.</summary>
internal static class OperationFiles
{
    public static void WriteUsage(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "product-usage.csv");
        file.Row("account_domain", "month", "feature", "events", "active_users");
        foreach (var usage in company.Usage)
        {
            file.Row(company.Accounts[company.Customers[usage.Customer].Account].Domain, usage.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), SampleUsage.Features[usage.Feature], CsvOut.Number(usage.Events), CsvOut.Number(usage.Users));
        }
    }

    public static void WriteTickets(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "support-tickets.csv");
        file.Row("Ticket ID", "Requester company", "Created at", "Solved at", "Category", "Priority", "Handling minutes");
        for (var i = 0; i < company.Tickets.Length; i++)
        {
            var ticket = company.Tickets[i];
            var index = company.Customers[ticket.Customer].Account;
            file.Row(CsvOut.Number(40_001L + i), NameForms.In(company.Accounts[index], index, 8), CsvOut.Day(ticket.Created), CsvOut.Day(ticket.Solved), ticket.Category, ticket.Priority, CsvOut.Number(ticket.Minutes));
        }
    }

    public static void WriteCosts(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "marketing-costs.csv");
        file.Row("Month", "Channel", "Currency", "Program spend", "People cost", "Total cost");
        foreach (var cost in company.Costs)
        {
            file.Row(cost.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), Planted.Channels[cost.Channel], "KRW", CsvOut.Number(cost.Program), CsvOut.Number(cost.People), CsvOut.Number(cost.Program + cost.People));
        }
    }
}
