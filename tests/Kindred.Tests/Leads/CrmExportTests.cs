using Kindred.Core.Basics;
using Kindred.Core.Leads;
using Kindred.Tests.Scorecards;
using Xunit;

namespace Kindred.Tests.Leads;

public sealed class CrmExportTests
{
    // From Salesforce's own article on the 18-character id: the suffix spells the capitals of each five characters.
    [Theory]
    [InlineData("001A0000006Vm9r", "001A0000006Vm9rIAC")]
    [InlineData("00570000001ZwTi", "00570000001ZwTiAAK")]
    [InlineData("001A0000006Vm9rIAC", "001A0000006Vm9rIAC")]
    [InlineData("a0B30000000abcD", "a0B30000000abcDEAQ")]
    public void Eighteen_OfAnId_HasTheSuffix(string id, string expected) => Assert.Equal(expected, SalesforceId.Eighteen(id).Value);

    [Theory]
    [InlineData("001a0000006Vm9rIAC", "IAC")]
    [InlineData("001A0000006Vm9", "14")]
    [InlineData("001A0000006Vm-r", "letters")]
    public void Eighteen_OfADamagedId_IsRefused(string id, string quoted)
    {
        var reason = Assert.Single(SalesforceId.Eighteen(id).Reasons);
        Assert.Equal("leads.salesforce-id", reason.Code);
        Assert.Contains(quoted, reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HubSpot_KeysByRecordIdAndLeavesOthersOutWithAReason()
    {
        var result = Export(Crm.HubSpot, Lead("881234"), Lead("", name: "Nameless"), Lead("001A0000006Vm9r"), Lead("881234"), Lead("7", isBlind: true));
        Assert.Equal(["Record ID", "Kindred score", "Kindred score low", "Kindred score high", "Kindred state", "Kindred ICP state", "Kindred differs in", "Kindred top reason", "Kindred ask next", "Kindred card"], result.Header);
        Assert.Equal(["881234", "45", "35", "73", "one-question", "adjacent", "crm", "employees: 50–200 people (25/25 points, 9 of 12)", "Ask first: 'Which CRM do you use?' HubSpot or Salesforce → 73, another value → 43, none → 35", "small v1 (trial)"], result.Rows[0]);
        Assert.Equal(["7", null, null, null, "explore", "adjacent", "crm", null, null, "small v1 (trial)"], result.Rows[1]);
        Assert.Equal(["leads.crm-no-id", "leads.hubspot-id", "leads.crm-id-twice"], result.LeftOut.Select(reason => reason.Code));
    }

    [Fact]
    public void Run_WithoutARecordId_GoesToTheFileTheCrmMatches()
    {
        CrmLead[] leads =
        [
            Lead("881234"), Lead("") with { Company = "Alpha", Domain = "alpha.example", Email = "a@alpha.example", Person = "Ann" }, Lead("LEAD-7") with { Email = "b@gmail.com", Person = "Bob" },
            Lead("") with { Company = "Alpha Inc", Domain = "Alpha.example" }, Lead("", name: "Nobody"), Lead("001a0000006Vm9rIAC") with { Email = "c@x.example" },
        ];
        var hubspot = Export(Crm.HubSpot, leads);
        Assert.Equal(["by-domain", "by-email"], hubspot.Others.Select(file => file.Key));
        Assert.Equal(["Company Domain Name", "Company name", "Kindred score"], hubspot.Others[0].Header.Take(3));
        Assert.Equal(["alpha.example", "Alpha", "45"], Assert.Single(hubspot.Others[0].Rows).Take(3));
        Assert.Equal(["b@gmail.com", "c@x.example"], hubspot.Others[1].Rows.Select(row => row[0]));
        Assert.Equal(["leads.crm-key-twice", "leads.crm-no-id"], hubspot.LeftOut.Select(reason => reason.Code));
        Assert.Equal(leads.Length, hubspot.Rows.Count + hubspot.Others.Sum(file => file.Rows.Count) + hubspot.LeftOut.Count);
        Assert.All(hubspot.Others, file => Assert.All(file.Rows, row => Assert.Equal(file.Header.Count, row.Count)));

        // Salesforce matches leads by e-mail; an id with changed capitals belongs to a record that is there and must not become a second one.
        var salesforce = Export(Crm.Salesforce, leads);
        Assert.Equal(["Email", "LastName", "Company", "Kindred_Score__c"], salesforce.Others.Single(file => file.Key == "by-email").Header.Take(4));
        Assert.Equal([("a@alpha.example", "Ann", "Alpha"), ("b@gmail.com", "Bob", "")], salesforce.Others.Single(file => file.Key == "by-email").Rows.Select(row => (row[0]!, row[1]!, row[2]!)));
        Assert.Equal("Alpha.example", Assert.Single(salesforce.Others.Single(file => file.Key == "by-domain").Rows)[0]);
        Assert.Equal(leads.Length, salesforce.Rows.Count + salesforce.Others.Sum(file => file.Rows.Count) + salesforce.LeftOut.Count);
        Assert.Contains(salesforce.LeftOut, reason => reason.Code == "leads.salesforce-id" && reason.Subject == "001a0000006Vm9rIAC");
    }

    [Theory]
    [InlineData(Crm.HubSpot, Language.Korean)]
    [InlineData(Crm.HubSpot, Language.English)]
    [InlineData(Crm.Salesforce, Language.Korean)]
    [InlineData(Crm.Salesforce, Language.English)]
    public void Page_WithFurtherFiles_SaysWhichIsWhich(Crm crm, Language language)
    {
        var page = CrmSteps.Page(crm, "crm.csv", language, [(new CrmFile("by-domain", [], [[], []]), "crm-by-domain.csv"), (new CrmFile("by-email", [], [[]]), "crm-by-email.csv")]);
        Assert.Contains("`crm-by-domain.csv`** (2", page, StringComparison.Ordinal);
        Assert.Contains("`crm-by-email.csv`** (1", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Salesforce_WritesEighteenCharactersAndApiNames()
    {
        var result = Export(Crm.Salesforce, Lead("001A0000006Vm9r"), Lead("12"));
        Assert.Equal(["Id", "Kindred_Score__c", "Kindred_Low__c"], result.Header.Take(3));
        Assert.Equal("001A0000006Vm9rIAC", Assert.Single(result.Rows)[0]);
        Assert.Equal("leads.salesforce-id", Assert.Single(result.LeftOut).Code);
        Assert.Equal(result.Header.Skip(1), result.Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData(Crm.HubSpot, Language.Korean, "회사 속성")]
    [InlineData(Crm.Salesforce, Language.English, "Kindred_Ask_Next__c")]
    public void Page_OfACrm_NamesEveryFieldAndTheFile(Crm crm, Language language, string text)
    {
        var page = CrmSteps.Page(crm, "crm.csv", language);
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Contains("`crm.csv`", page, StringComparison.Ordinal);
        Assert.All(CrmExport.Fields(crm), field => Assert.Contains("`" + field.Name + "`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no budget", PassReason.NoBudget)]
    [InlineData("예산 없음", PassReason.NoBudget)]
    [InlineData("Uses-a-competitor", PassReason.UsesACompetitor)]
    public void Read_APassReason_InAnyForm(string word, PassReason reason) => Assert.Equal(reason, PassReasons.Read(word).Value);

    [Fact]
    public void Read_AnUnknownPassReason_NamesThoseThereAre()
    {
        var reason = Assert.Single(PassReasons.Read("vibes").Reasons);
        Assert.Contains("not-the-decider", reason.Message.En, StringComparison.Ordinal);
        Assert.Contains("'vibes'", reason.Message.Ko, StringComparison.Ordinal);
    }

    private static CrmExportResult Export(Crm crm, params CrmLead[] leads) => CrmExport.Run(leads, crm, TestCards.Small(cut: 60), Language.English);

    private static CrmLead Lead(string id, string name = "Arion", bool isBlind = false) => new(
        id, name, new ExplainLead(TestCards.Small(cut: 60)).Run(new Dictionary<string, string?> { ["employees"] = "100", ["industry"] = "commerce" }, "x").Value, "adjacent", ["crm"], isBlind);
}
