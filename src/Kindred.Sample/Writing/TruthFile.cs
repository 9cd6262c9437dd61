using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kindred.Sample.Making;

namespace Kindred.Sample.Writing;

/// <summary>planted-truth.json: what is planted, where, and which companies it concerns. For tests and for people who want to see how honest the answers are.</summary>
internal static class TruthFile
{
    public static void Write(SampleCompany company, Dictionary<int, long> duplicates, string path)
    {
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        json.WriteStartObject();
        json.WriteString("note", "Invented company: every name and number is made up. 가상 회사예요. 모든 이름과 숫자는 지어냈어요.");
        json.WriteNumber("seed", company.Options.Seed);
        json.WriteString("story", company.Options.Story.ToString().ToLowerInvariant());
        json.WriteString("asOf", CsvOut.Day(company.Options.AsOf));
        json.WriteBoolean("patternPlanted", company.Options.Story != SampleStory.None);
        json.WriteString("ids", "Company ids are 'Record ID' in hubspot-companies.csv; deal ids are 'Record ID' in hubspot-deals.csv.");
        Group(json, company, SampleGroup.Core, "core", "industry in {software, fintech} and 50 <= employees <= 200 and CRM in {Salesforce, HubSpot}");
        Group(json, company, SampleGroup.Adjacent, "adjacent", "exactly two of the core's three conditions and fewer than 1,000 employees");
        Group(json, company, SampleGroup.Regret, "regret", "industry = commerce and employees < 20");
        Group(json, company, SampleGroup.Anti, "anti", "employees >= 1000");
        json.WriteStartObject("trigger");
        json.WriteString("condition", "signal 'New RevOps lead' or 'New finance lead' at most 180 days before the deal was created");
        json.WriteNumber("factorWith", Planted.TriggerFactor(true));
        json.WriteNumber("factorWithout", Planted.TriggerFactor(false));
        Ids(json, "deals", company.Deals.Where(deal => deal.Triggered).Select(deal => deal.RecordId));
        json.WriteEndObject();
        Decoys(json, company);
        TruthTraps.Write(json, company, duplicates);
        Success(json, company);
        TruthReview.Write(json, company);
        json.WriteEndObject();
    }

    internal static void Ids(Utf8JsonWriter json, string name, IEnumerable<long> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
        {
            json.WriteNumberValue(id);
        }

        json.WriteEndArray();
    }

    private static void Group(Utf8JsonWriter json, SampleCompany company, SampleGroup group, string name, string conditions)
    {
        var closed = company.Deals.Where(deal => deal.Outcome != SampleOutcome.Open && company.Accounts[deal.Account].Group == group).ToArray();
        json.WriteStartObject(name);
        json.WriteString("conditions", conditions);
        json.WriteNumber("winProbability", company.Options.Story == SampleStory.None ? (double)company.Customers.Length / company.Deals.Count(deal => deal.Outcome != SampleOutcome.Open) : Planted.WinProbability(group));
        json.WriteNumber("closedDeals", closed.Length);
        json.WriteNumber("won", closed.Count(deal => deal.Outcome == SampleOutcome.Won));
        Ids(json, "companies", company.Accounts.Where(account => account.Group == group).Select(account => account.RecordId));
        Ids(json, "employeesMissing", company.Accounts.Where(account => account.Group == group && !account.EmployeesExported).Select(account => account.RecordId));
        Ids(json, "deals", closed.Select(deal => deal.RecordId));
        json.WriteEndObject();
    }

    private static void Decoys(Utf8JsonWriter json, SampleCompany company)
    {
        json.WriteStartObject("decoys");
        json.WriteStartArray("fields");
        foreach (var name in Planted.DecoyNames)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteString("country", "Country/Region differs in raw win rate (US above KR) only through industry and CRM; it has no effect of its own.");
        json.WriteString("partner", "Partner brings 8 % of deals, half of them core; inside core it makes no difference.");
        json.WriteStartObject("firstHalfOnly");
        json.WriteString("field", Planted.DecoyNames[Planted.HalfDecoy]);
        json.WriteString("value", Planted.HalfDecoyValue);
        json.WriteNumber("lift", Planted.HalfDecoyLift);
        json.WriteString("until", CsvOut.Day(company.Options.AsOf.AddMonths(-Planted.Months / 2)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Success(Utf8JsonWriter json, SampleCompany company)
    {
        json.WriteStartObject("success");
        Ids(json, "silent", company.SilentCustomers.Select(i => company.Accounts[company.Customers[i].Account].RecordId));
        Ids(json, "grewAfterLeaving", company.Accounts.Where(account => account.EmployeesNow != account.Employees).Select(account => account.RecordId));
        Ids(json, "successStories", StoryMaker.Of(company.Customers, company.Accounts).Select(customer => company.Accounts[customer.Account].RecordId));
        json.WriteString("storyRule", "The four core customers that have been there longest; activities.csv names a case study of each.");
        json.WriteString("fallRule", "Key feature quote_created: after a month with at most 60 % of the three months before, about 27 % leave within 90 days; about 4 % otherwise.");
        json.WriteNumber("activeCustomers", company.Customers.Count(customer => customer.Ended is null));
        json.WriteNumber("churnedCustomers", company.Customers.Count(customer => customer.Ended is not null));
        json.WriteString("costRule", "Costs per channel are won back by allocating each channel's spend, lagged by its sales cycle, to its won deals by first-year amount: payback in months of an 80 % margin is 10 (core), 11 (services 10-49), 11.9 (shops).");
        json.WriteString("churnRule", "Share that leaves in a month, departures over customer-months: 0.4 % (core), 4.2 % (services 10-49), 7.2 % (shops).");
        json.WriteEndObject();
    }
}
