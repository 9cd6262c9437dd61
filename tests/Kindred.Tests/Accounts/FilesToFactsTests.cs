using Kindred.Core.Accounts;
using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>Real files through Kindred.Files: the whole way from bytes to facts.</summary>
public sealed class FilesToFactsTests
{
    private static readonly string[] Files = ["accounts", "subscriptions", "feature_usage", "support_tickets", "churn_events"];

    [Theory]
    [InlineData("ravenstack-saas")]
    [InlineData("ravenstack-saas-ddmmyyyy")]
    public void RavenStack_Witness_ActiveAccountsAndMrr(string folder)
    {
        var facts = Facts(folder);
        foreach (var (day, subscriptions, accounts, mrr) in new[] { (new DateOnly(2023, 12, 31), 648, 190, 1_262_113m), (new DateOnly(2024, 6, 30), 1742, 337, 3_833_405m), (new DateOnly(2024, 12, 31), 4514, 500, 10_159_608m) })
        {
            var active = facts.Subscriptions.Where(subscription => subscription.IsActive(day)).ToArray();
            Assert.Equal((subscriptions, accounts, mrr), (active.Length, active.Select(subscription => subscription.Account).Distinct().Count(), active.Sum(subscription => subscription.Monthly!.Value.Major)));
        }

        Assert.Equal(
            [("accounts.usage-before-start", 19142), ("accounts.churn-labels-disagree", 312), ("accounts.usage-after-end", 290), ("accounts.usage-repeated", 21)],
            facts.Quality.Issues.Select(issue => (issue.Code, issue.Count)));
    }

    [Fact]
    public void RavenStack_BothDateFormats_GiveTheSameFacts()
    {
        AccountFacts iso = Facts("ravenstack-saas"), other = Facts("ravenstack-saas-ddmmyyyy");
        Assert.Equal(iso.Subscriptions, other.Subscriptions);
        Assert.Equal(iso.Usage, other.Usage);
        Assert.Equal(iso.Tickets, other.Tickets);
        Assert.Equal(iso.Cancellations, other.Cancellations);
        Assert.Equal(iso.Companies.Select(company => (company.Key, company.CreatedOn)), other.Companies.Select(company => (company.Key, company.CreatedOn)));
    }

    [Fact]
    public void Salvirt_Build_SeesTheTwoCompanyFieldsOnly()
    {
        var view = AccountsModule.Buys(AccountsRun.Facts(ReadFiles.Read(SharedData.Path("salvirt-b2b-sales/Salvirt_B2B_ML_dataset.csv")))).Value;
        Assert.Equal((448, 227), (view.Table.Table.RowCount, view.Table.Positive.Sum(one => one)));
        Assert.Equal(["Comp_size", "Growth"], view.Table.Fields.Select(field => field.Name).Order());
    }

    [Fact]
    public void Salesforce_Folder_IsJoinedById()
    {
        var folder = Path.GetDirectoryName(SharedData.Path("salesforce-sample/Account.csv"))!;
        var facts = AccountsRun.Facts(ReadFiles.Read(Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal)));
        Assert.Equal((36, 12, 8), (facts.Deals.Count, facts.Deals.Count(deal => deal.Outcome == DealOutcome.Won), facts.Deals.Count(deal => deal.Outcome == DealOutcome.Lost)));
        Assert.Equal(1.0, facts.MatchRates.Single(rate => rate.Table == "Opportunity.csv").Share);
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.table-unknown" && issue.Subject == "OpportunityHistoryGroup.csv");
        Assert.Equal(3, facts.Companies.Count(company => company.Name.StartsWith("United Oil", StringComparison.Ordinal)));
    }

    private static AccountFacts Facts(string folder) => AccountsRun.Facts(ReadFiles.Read(Files.Select(file => SharedData.Path(folder + "/ravenstack_" + file + ".csv"))));
}
