using System.Globalization;

namespace Kindred.Sample.Writing;

/// <summary>What is known about companies from outside, and what people did: technologies, signals, activities, document visits.</summary>
internal static class KnowledgeFiles
{
    public static void WriteTechnologies(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "technologies.csv");
        file.Row("Company", "Domain", "Product", "Vendor", "Category", "Role", "Seen on", "Contract end", "Source");
        foreach (var one in company.Technologies)
        {
            var account = company.Accounts[one.Account];
            file.Row(account.Name, account.Domain, one.Product, one.Vendor, one.Category, one.Role, CsvOut.Day(one.Seen), one.ContractEnd is { } end ? CsvOut.Day(end) : "", one.Source);
        }
    }

    public static void WriteSignals(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "signals.csv");
        file.Row("Company", "Domain", "Date", "Signal", "Detail", "Source");
        foreach (var signal in company.Signals)
        {
            var account = company.Accounts[signal.Account];
            file.Row(account.Name, account.Domain, CsvOut.Day(signal.On), signal.Kind, signal.Detail, signal.Source);
        }
    }

    public static void WriteActivities(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "activities.csv");
        file.Row("Activity ID", "Activity date", "Activity type", "Subject", "Contact email", "Company");
        for (var i = 0; i < company.Activities.Length; i++)
        {
            var activity = company.Activities[i];
            var contact = company.Contacts[activity.Contact];
            file.Row(CsvOut.Number(700_001L + i), CsvOut.Day(activity.On), activity.Kind, activity.Subject, contact.Email, NameForms.In(company.Accounts[contact.Account], contact.Account, 9));
        }
    }

    public static void WriteVisits(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "docsend-visits.csv");
        file.Row("Visit ID", "Visitor email", "Account", "Document", "Link Name", "Visited at (UTC)", "Duration (s)", "Pages viewed", "Pages total", "Completion %", "Seconds per page", "Page tags", "Device", "Location");
        for (var i = 0; i < company.Visits.Length; i++)
        {
            var visit = company.Visits[i];
            var contact = company.Contacts[visit.Contact];
            var document = SampleDocument.All[visit.Document];
            var viewed = visit.PageSeconds.Count(seconds => seconds > 0);
            file.Row(CsvOut.Number(800_001L + i), contact.Email, company.Accounts[contact.Account].Name, document.Title, string.Create(CultureInfo.InvariantCulture, $"link-{visit.Link:000}"),
                visit.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), CsvOut.Number(visit.PageSeconds.Sum()), CsvOut.Number(viewed), CsvOut.Number(document.Pages), CsvOut.Number(100 * viewed / document.Pages),
                string.Join(';', visit.PageSeconds.Select(seconds => CsvOut.Number(seconds))), string.Join(';', Enumerable.Range(1, document.Pages).Select(document.PageTag)), visit.Device, visit.City);
        }
    }
}
