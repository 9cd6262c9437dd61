namespace Kindred.Sample.Writing;

/// <summary>Web-form leads with the take or pass decisions of the last weeks.</summary>
internal static class LeadFile
{
    public static void Write(SampleCompany company, string folder)
    {
        var random = SeededGenerator.ForTopic(company.Options.Seed, "lead file");
        using var file = new CsvOut(folder, "leads.csv");
        file.Row("Lead ID", "First Name", "Last Name", "Company", "Email", "Title", "Country", "Industry", "Lead Source", "Lead Status", "Created Date", "Owner", "Decision", "Decision Reason");
        foreach (var lead in company.Leads)
        {
            var words = lead.Industry.Length == 0 ? "" : (lead.Country == "KR" ? Making.Spelling.IndustryWords[lead.Industry].Ko : Making.Spelling.IndustryWords[lead.Industry].En)[0];
            var name = lead.Account >= 0 ? NameForms.In(company.Accounts[lead.Account], lead.Account, 4) : lead.Company;
            file.Row(lead.Id, lead.First, lead.Last, name, lead.Email, lead.Title, lead.Country, words, Planted.Channels[lead.Channel],
                lead.Decision == "Pass" ? "Disqualified" : lead.Decision == "Take" ? "Working" : random.Chance(0.5) ? "New" : "Contacted",
                CompanyFiles.Minute(lead.Created, random), SampleCompany.Owners[random.Below(5)], lead.Decision, lead.DecisionReason);
        }
    }
}
