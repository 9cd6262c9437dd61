using Kindred.Core.Accounts;
using Xunit;

namespace Kindred.Tests.Accounts;

/// <summary>Five joined tables of a synthetic SaaS company; numbers by pandas 1.5 (shared/witness/ravenstack.md).</summary>
public sealed class RavenStackTests
{
    private static readonly string[] Files = ["accounts", "subscriptions", "feature_usage", "support_tickets", "churn_events"];

    [Theory]
    [InlineData("ravenstack-saas", "yyyy-MM-dd")]
    [InlineData("ravenstack-saas-ddmmyyyy", "dd-MM-yyyy")]
    public void Subscriptions_Witness_ActiveAccountsAndMrr(string folder, string dates)
    {
        var facts = Facts(folder, dates);
        foreach (var (day, subscriptions, accounts, mrr) in new[] { (new DateOnly(2023, 12, 31), 648, 190, 1_262_113m), (new DateOnly(2024, 6, 30), 1742, 337, 3_833_405m), (new DateOnly(2024, 12, 31), 4514, 500, 10_159_608m) })
        {
            var active = facts.Subscriptions.Where(subscription => subscription.IsActive(day)).ToArray();
            Assert.Equal(subscriptions, active.Length);
            Assert.Equal(accounts, active.Select(subscription => subscription.Account).Distinct().Count());
            Assert.Equal(mrr, active.Sum(subscription => subscription.Monthly!.Value.Major));
        }

        Assert.Equal(500, facts.Companies.Count);
    }

    [Fact]
    public void Recognise_FiveFiles_NamesTheirKinds()
    {
        var mapping = AccountsModule.Recognise(Tables("ravenstack-saas", "yyyy-MM-dd")).Value;
        Assert.Equal([TableKind.Companies, TableKind.Subscriptions, TableKind.Usage, TableKind.Tickets, TableKind.Cancellations], mapping.Tables.Select(table => table.Kind));
        Assert.All(mapping.Tables, table => Assert.True(table.Confidence >= 0.6, table.Table + " " + table.Confidence));
        Assert.Empty(mapping.Questions);
    }

    [Theory]
    [InlineData("accounts.usage-before-start", 19142, 25000)]
    [InlineData("accounts.usage-after-end", 290, 25000)]
    [InlineData("accounts.usage-repeated", 21, 25000)]
    [InlineData("accounts.churn-labels-disagree", 312, 500)]
    public void Quality_PlantedTrouble_IsCountedExactly(string code, int count, int total)
    {
        var issue = Assert.Single(Facts("ravenstack-saas", "yyyy-MM-dd").Quality.Issues, issue => issue.Code == code);
        Assert.Equal((count, total), (issue.Count, issue.Total));
        Assert.Contains(count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), issue.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Quality_RightDates_FindsNoneOfTheThreeImpossibilities()
    {
        var codes = Facts("ravenstack-saas", "yyyy-MM-dd").Quality.Issues.Select(issue => issue.Code).ToArray();
        Assert.DoesNotContain("accounts.subscription-ends-before-start", codes);
        Assert.DoesNotContain("accounts.subscription-before-signup", codes);
        Assert.DoesNotContain("accounts.cancellation-before-signup", codes);
    }

    [Fact]
    public void Facts_BothDateFormats_AreEqual()
    {
        var iso = Facts("ravenstack-saas", "yyyy-MM-dd");
        var other = Facts("ravenstack-saas-ddmmyyyy", "dd-MM-yyyy");
        Assert.Equal(iso.Subscriptions, other.Subscriptions);
        Assert.Equal(iso.Usage, other.Usage);
        Assert.Equal(iso.Tickets, other.Tickets);
        Assert.Equal(iso.Cancellations, other.Cancellations);
        Assert.Equal(iso.Companies.Select(company => (company.Key, company.Name, company.CreatedOn, company.Industry?.Sector.Word)), other.Companies.Select(company => (company.Key, company.Name, company.CreatedOn, company.Industry?.Sector.Word)));
        Assert.Equal(iso.AsOf, other.AsOf);
    }

    [Fact]
    public void ByOutcome_ChurnFlag_SeesCompanyTraitsOnlyAndNoExposure()
    {
        var facts = Facts("ravenstack-saas", "yyyy-MM-dd");
        var view = AccountsModule.ByOutcome(facts, "churn_flag", "True").Value;
        Assert.Equal((500, 110), (view.Table.Table.RowCount, view.Table.Positive.Sum(one => one)));
        Assert.Equal(["country", "industry", "sector"], view.Table.Fields.Select(field => field.Name).Order());
        Assert.All(view.Table.Dates, day => Assert.True(day > 0));
        var reasons = view.Table.Dropped.ToLookup(drop => drop.Field, drop => drop.Reason.Code);
        Assert.Contains("accounts.defines-the-outcome", reasons["churn_flag"]);
        Assert.Contains("accounts.channel", reasons["referral_source"]);
        Assert.Contains("accounts.deal", reasons["seats"]);
        Assert.Contains("accounts.deal", reasons["plan_tier"]);
        Assert.Contains("accounts.identifier", reasons["account_id"]);
        Assert.Contains("accounts.after-the-outcome", reasons["usage_count"]);
        Assert.Equal(["channel", "quarter"], view.Confounders.Columns.Select(column => column.Name));
    }

    [Fact]
    public void Stays_Accounts_AreThoseOldEnough()
    {
        var facts = Facts("ravenstack-saas", "yyyy-MM-dd");
        var view = AccountsModule.Stays(facts).Value;
        var started = facts.Subscriptions.Where(subscription => !subscription.IsTrial).GroupBy(subscription => subscription.Account).Select(group => group.Min(subscription => subscription.StartedOn)).Count(day => day <= facts.AsOf.AddMonths(-12));
        Assert.Equal(started, view.Table.Table.RowCount);
        Assert.Equal(new DateOnly(2024, 12, 31), facts.AsOf);
    }

    private static SourceTable[] Tables(string folder, string dates) => [.. Files.Select(file => TestTables.File(SharedData.Path(folder + "/ravenstack_" + file + ".csv"), ',', dates))];

    private static AccountFacts Facts(string folder, string dates)
    {
        var tables = Tables(folder, dates);
        return AccountsModule.Assemble(tables, AccountsModule.Recognise(tables).Value, new AssemblyOptions()).Value;
    }
}
