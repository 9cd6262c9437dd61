using System.Globalization;
using Kindred.Sample.Making;

namespace Kindred.Sample.Writing;

/// <summary>HubSpot-like exports of companies, contacts and owners.</summary>
internal static class CompanyFiles
{
    /// <summary>Record ids of the second record of a company that the CRM holds twice; 4 % of the rows.</summary>
    public static Dictionary<int, long> Duplicates(SampleCompany company)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "duplicates");
        var order = Enumerable.Range(0, company.Accounts.Length).ToArray();
        random.Shuffle<int>(order);
        return order.Take((int)Math.Round(company.Accounts.Length * 0.04)).Order().ToDictionary(i => i, i => company.Accounts[i].RecordId + 61);
    }

    public static void WriteCompanies(SampleCompany company, Dictionary<int, long> duplicates, string folder)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "company file");
        var wonAccounts = company.Customers.Select(customer => customer.Account).ToHashSet();
        var dealAccounts = company.Deals.Where(deal => deal.Outcome == SampleOutcome.Open).Select(deal => deal.Account).ToHashSet();
        using var file = new CsvOut(folder, "hubspot-companies.csv", CsvOut.WithMark);
        file.Row([
            "Record ID", "Company name", "Company Domain Name", "Website URL", "Company owner", "Create Date", "Industry", "Number of Employees", "Country/Region", "State/Region", "City",
            "Lifecycle Stage", "사업자등록번호", .. Planted.DecoyNames]);
        for (var i = 0; i < company.Accounts.Length; i++)
        {
            var account = company.Accounts[i];
            var stage = wonAccounts.Contains(i) ? "Customer" : dealAccounts.Contains(i) ? "Opportunity" : random.Chance(0.3) ? "Lead" : "Subscriber";
            var employees = account.EmployeesExported ? CsvOut.Number(account.EmployeesNow) : random.Chance(0.3) ? "-" : "";
            var country = Places.CountryText(account.Country, random);
            var owner = SampleCompany.Owners[random.Below(5)];
            file.Row([
                CsvOut.Number(account.RecordId), NameForms.In(account, i, 1), account.Domain, "https://www." + account.Domain, owner, Minute(account.Created, random), account.IndustryText, employees,
                country, account.Region, account.City, stage, account.BusinessNumber, .. account.Decoys]);
            if (duplicates.TryGetValue(i, out var second))
            {
                file.Row([
                    CsvOut.Number(second), NameForms.In(account, i, 7), "", random.Chance(0.4) ? "http://" + account.Domain + "/" : "", owner, Minute(account.Created.AddDays(20), random), account.IndustryText, employees,
                    country, account.Region, "", stage, "", .. account.Decoys]);
            }
        }
    }

    public static void WriteContacts(SampleCompany company, string folder)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "contact file");
        var outcomes = new SampleOutcome?[company.Accounts.Length];
        foreach (var deal in company.Deals)
        {
            outcomes[deal.Account] = outcomes[deal.Account] == SampleOutcome.Won ? SampleOutcome.Won : deal.Outcome;
        }

        using var file = new CsvOut(folder, "hubspot-contacts.csv", CsvOut.WithMark);
        file.Row("Record ID", "First Name", "Last Name", "Email", "Job Title", "Company Name", "Contact owner", "lead_status", "Country/Region", "Create Date", "Associated Company IDs");
        foreach (var contact in company.Contacts)
        {
            var account = company.Accounts[contact.Account];
            var status = !random.Chance(0.85) ? "" : outcomes[contact.Account] switch
            {
                SampleOutcome.Won => random.Chance(0.9) ? "Onboarding" : "Connected",
                SampleOutcome.Lost => random.Chance(0.8) ? "Unqualified" : "Bad timing",
                SampleOutcome.Open => "Open deal",
                _ => random.Chance(0.5) ? "New" : "Attempted to contact",
            };
            file.Row(CsvOut.Number(contact.RecordId), contact.First, contact.Last, contact.Email, contact.Title, NameForms.In(account, contact.Account, 2), SampleCompany.Owners[random.Below(5)], status,
                Places.CountryText(account.Country, random), Minute(contact.Created, random), random.Chance(0.1) ? "" : CsvOut.Number(account.RecordId));
        }
    }

    public static void WriteOwners(SampleCompany company, string folder)
    {
        using var file = new CsvOut(folder, "hubspot-owners.csv");
        file.Row("Owner ID", "Name", "Email", "Team", "Role");
        for (var i = 0; i < SampleCompany.Owners.Length; i++)
        {
            file.Row(CsvOut.Number(9001 + i), SampleCompany.Owners[i], string.Create(CultureInfo.InvariantCulture, $"owner{i + 1}@maedeup.example"), i is 3 or 4 ? "US" : "KR", i < 5 ? "Account executive" : "Customer success manager");
        }
    }

    public static string Minute(DateOnly day, SeededGenerator random) =>
        CsvOut.Day(day) + string.Create(CultureInfo.InvariantCulture, $" {random.Between(9, 18):00}:{random.Below(60):00}");
}
