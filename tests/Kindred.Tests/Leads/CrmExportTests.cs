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
        Assert.Equal(["881234", "45", "35", "73", "one-question", "adjacent", "crm", "employees: 50–200 (25/25 points, 9 of 12)", "Ask first: 'Which CRM do you use?' HubSpot or Salesforce → 73, another value → 43, none → 35", "small v1 (trial)"], result.Rows[0]);
        Assert.Equal(["7", null, null, null, "explore", "adjacent", "crm", null, null, "small v1 (trial)"], result.Rows[1]);
        Assert.Equal(["leads.crm-no-id", "leads.hubspot-id", "leads.crm-id-twice"], result.LeftOut.Select(reason => reason.Code));
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
