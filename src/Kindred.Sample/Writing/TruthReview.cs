using System.Text.Json;

namespace Kindred.Sample.Writing;

/// <summary>What a review should find: in the files, and in the workspace once the story is written into it.</summary>
internal static class TruthReview
{
    public static void Write(Utf8JsonWriter json, SampleCompany company)
    {
        bool IsUsFintech(string country, string industry) => country == "US" && industry == "fintech";
        var since = company.Options.AsOf.AddDays(-90);
        var (then, now) = (company.Leads.Where(lead => lead.Created <= since).ToArray(), company.Leads.Where(lead => lead.Created > since).ToArray());
        var deals = company.Deals.Where(deal => deal.Outcome != SampleOutcome.Open && IsUsFintech(company.Accounts[deal.Account].Country, company.Accounts[deal.Account].Industry)).ToArray();
        json.WriteStartObject("review");
        json.WriteStartObject("usFintechShareOfLeads");
        json.WriteNumber("before", 0.12);
        json.WriteNumber("lastNinetyDays", 0.25);
        json.WriteNumber("leadsBefore", then.Length);
        json.WriteNumber("leadsLastNinetyDays", now.Length);
        json.WriteString("truth", "found");
        json.WriteEndObject();
        json.WriteStartObject("usFintechWinRate");
        json.WriteNumber("dealsYearBefore", deals.Count(deal => deal.Closed <= since && deal.Closed > since.AddDays(-365)));
        json.WriteNumber("wonYearBefore", deals.Count(deal => deal.Closed <= since && deal.Closed > since.AddDays(-365) && deal.Outcome == SampleOutcome.Won));
        json.WriteNumber("dealsLastNinetyDays", deals.Count(deal => deal.Closed > since));
        json.WriteNumber("wonLastNinetyDays", deals.Count(deal => deal.Closed > since && deal.Outcome == SampleOutcome.Won));
        json.WriteString("truth", "not enough to say");
        json.WriteEndObject();
        json.WriteNumber("decisions", company.Leads.Count(lead => lead.Decision.Length > 0));
        json.WriteString("story", "kindred review story writes into the sample's workspace: profile v1 and v2 (signed by sales, marketing pending), one closed review, a trial on day 9 of 14, the decisions; the next review is due in 6 days.");
        json.WriteEndObject();
    }
}
