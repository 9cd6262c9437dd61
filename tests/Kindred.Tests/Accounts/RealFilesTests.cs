using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Xunit;

namespace Kindred.Tests.Accounts;

public sealed class RealFilesTests
{
    [Fact]
    public void Salvirt_DealsWithoutCompanies_EachRowIsAnAccount()
    {
        var (facts, mapping) = Facts(TestTables.File(SharedData.Path("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv"), ';'));
        Assert.Equal(TableKind.Deals, mapping.Tables[0].Kind);
        Assert.Equal((448, 448), (facts.Companies.Count, facts.Deals.Count));
        var question = Assert.Single(mapping.Questions, question => question.Id == "won-stages");
        Assert.Equal([new Choice("Won", 227, true), new Choice("Lost", 221, false)], question.Choices);
        var view = AccountsModule.Buys(facts).Value;
        Assert.Equal((448, 227), (view.Table.Table.RowCount, view.Table.Positive.Sum(one => one)));
        Assert.Equal(["Comp_size", "Growth"], view.Table.Fields.Select(field => field.Name).Order());
        Assert.Equal(448, view.Table.Accounts.Distinct().Count());
    }

    [Theory]
    [InlineData("Up_sale", "accounts.deal")]
    [InlineData("Client", "accounts.deal")]
    [InlineData("Deal_type", "accounts.deal")]
    [InlineData("Needs_def", "accounts.deal")]
    [InlineData("RFP", "accounts.deal")]
    [InlineData("Competitors", "accounts.deal")]
    [InlineData("Product", "accounts.deal")]
    [InlineData("Authority", "accounts.person")]
    [InlineData("Source", "accounts.channel")]
    [InlineData("Seller", "accounts.deal")]
    [InlineData("Status", "accounts.after-the-outcome")]
    public void Salvirt_ColumnsOfTheDeal_StayOutAndSayWhy(string column, string code)
    {
        var (facts, _) = Facts(TestTables.File(SharedData.Path("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv"), ';'));
        var drop = Assert.Single(AccountsModule.Buys(facts).Value.Table.Dropped, drop => drop.Field == column);
        Assert.Equal(code, drop.Reason.Code);
        Assert.Contains(column, drop.Reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Telco_CustomersWithChurn_AreAWideSheetThatAnswersWhoStays()
    {
        var (facts, mapping) = Facts(TestTables.File(SharedData.Path("ibm-telco-churn/Telco-Customer-Churn.csv")));
        Assert.Equal(TableKind.Wide, mapping.Tables[0].Kind);
        Assert.Equal(7043, facts.Companies.Count);
        Assert.Equal("accounts.no-closed-deals", AccountsModule.Buys(facts).Reasons[0].Code);
        var stays = AccountsModule.Stays(facts).Value;
        Assert.Equal((7043, 7043 - 1869), (stays.Table.Table.RowCount, stays.Table.Positive.Sum(one => one)));
        var churn = AccountsModule.ByOutcome(facts, "Churn", "Yes").Value;
        Assert.Equal(1869, churn.Table.Positive.Sum(one => one));
        var fields = churn.Table.Fields.Select(field => field.Name).ToArray();
        Assert.Contains("gender", fields);
        Assert.Contains("InternetService", fields);
        Assert.DoesNotContain("customerID", fields);
        Assert.DoesNotContain("TotalCharges", fields);
        Assert.DoesNotContain("Contract", fields);
    }

    [Fact]
    public void Bank_CallsWithOutcome_LeaveTheDurationOut()
    {
        var (facts, mapping) = Facts(TestTables.File(SharedData.Path("uci-bank-marketing/bank-full.csv"), ';'));
        Assert.Equal((TableKind.Wide, "y"), (mapping.Tables[0].Kind, mapping.Tables[0].Find(ColumnRole.Outcome)));
        var view = AccountsModule.Buys(facts).Value;
        Assert.Equal((45211, 5289), (view.Table.Table.RowCount, view.Table.Positive.Sum(one => one)));
        var levels = mapping.Tables[0].Columns.ToDictionary(column => column.Column, column => column.Level);
        Assert.Equal((FieldLevel.AfterOutcome, FieldLevel.Calendar, FieldLevel.Calendar), (levels["duration"], levels["month"], levels["day"]));
        Assert.Contains(view.Table.Fields, field => field.Name == "job");
    }

    [Fact]
    public void Salesforce_SixFiles_AreRecognisedAndJoined()
    {
        var names = new[] { "Account", "Contact", "Lead", "Opportunity", "OpportunityHistory" };
        var (facts, mapping) = Facts([.. names.Select(name => TestTables.File(SharedData.Path("salesforce-sample/" + name + ".csv"), ',', "MM/dd/yy"))]);
        Assert.Equal([TableKind.Companies, TableKind.People, TableKind.Leads, TableKind.Deals, TableKind.StageHistory], mapping.Tables.Select(table => table.Kind));
        Assert.Equal((12, 8, 16), (facts.Deals.Count(deal => deal.Outcome == DealOutcome.Won), facts.Deals.Count(deal => deal.Outcome == DealOutcome.Lost), facts.Deals.Count(deal => deal.Outcome == DealOutcome.Open)));
        var rate = Assert.Single(facts.MatchRates, rate => rate.Table == "Opportunity.csv");
        Assert.Equal(36, rate.ByKey[MatchKey.CrmKey]);
        Assert.Equal(1.0, facts.MatchRates.First(rate => rate.Table == "Contact.csv").Share);
        Assert.Equal(48, facts.StageHistory.Count);
        var edge = Assert.Single(facts.Companies, company => company.Name == "Edge Communications");
        Assert.Equal((1000.0, "manufacturing", "US"), (edge.Employees, edge.Industry!.Sector.Word, edge.Place.Country!.Iso2));
        Assert.Contains(facts.People, person => person.Account == edge.Index && person.Name == "Sean Forbes" && person.Title.Level == Core.Standards.JobLevel.Chief);
        Assert.All(facts.Leads, lead => Assert.DoesNotContain(facts.Deals, deal => deal.Account == lead.Account && deal.Outcome == DealOutcome.Won));
        Assert.NotEmpty(facts.Leads);
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.closed-before-created");
    }

    private static (AccountFacts, Mapping) Facts(params SourceTable[] tables)
    {
        var mapping = AccountsModule.Recognise(tables).Value;
        return (AccountsModule.Assemble(tables, mapping, new AssemblyOptions()).Value, mapping);
    }
}
