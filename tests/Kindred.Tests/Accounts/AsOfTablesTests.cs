using Kindred.Core.Accounts;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Accounts;

public sealed class AsOfTablesTests
{
    private static readonly SourceTable Companies = TestTables.Read("companies.csv",
        "Record ID,Company name,Industry,Number of Employees,Country/Region,Ownership,Lifecycle Stage,Company owner\n1,Acme,SaaS,60,US,Private,Customer,Kim\n2,Globex,Retail,,South Korea,Public,Lead,Lee\n3,Initech,Software,51-200,KR,Private,Lead,Kim");

    private static readonly SourceTable Deals = TestTables.Read("deals.csv",
        "Record ID,Deal Name,Associated Company IDs,Deal Stage,Pipeline,Create Date,Close Date,Lead source\n1,a,1,Closed Won,New,2024-06-01,2024-07-01,Webinar\n2,b,2,Closed Lost,New,2025-06-01,2025-07-01,Web\n3,c,3,Closed Lost,New,2025-06-01,2025-07-01,\n4,d,1,Closed Won,Renewal,2025-06-01,2025-07-01,\n5,e,3,Proposal,New,2025-06-01,,");

    [Fact]
    public void Buys_ClosedNewBusiness_HasOneRowEachWithCompanyTraits()
    {
        var view = AccountsModule.Buys(AccountsRun.Facts(Companies, Deals)).Value;
        Assert.Equal([1, 0, 0], view.Table.Positive.Select(one => (int)one));
        Assert.Equal([0, 1, 2], view.Table.Accounts);
        Assert.Equal([0, 1, 2], view.Deals);
        Assert.Equal(new DateOnly(2024, 6, 1).DayNumber, view.Table.Dates[0]);
        var employees = (NumberColumn)view.Table.Table.Find("employees")!;
        Assert.Equal([60.0, double.NaN, 101.0], employees.ToArray());
        Assert.Equal(["software", "commerce", "software"], Words(view, "industry"));
        Assert.Equal(["US", "KR", "KR"], Words(view, "country"));
        Assert.Equal(["Private", "Public", "Private"], Words(view, "Ownership"));
        Assert.Equal(view.Table.Table.Columns.Select(column => column.Name), view.Table.Fields.Select(field => field.Name));
        Assert.Equal(["webinar", "content", ""], Texts((TextColumn)view.Confounders.Find("channel")!));
        Assert.Equal(["Kim", "Lee", "Kim"], Texts((TextColumn)view.Confounders.Find("owner")!));
        Assert.Equal(["2024-Q2", "2025-Q2", "2025-Q2"], Texts((TextColumn)view.Confounders.Find("quarter")!));
        Assert.Contains(view.Table.Dropped, drop => drop.Field == "Lifecycle Stage" && drop.Reason.Code == "accounts.after-the-outcome");
        Assert.Contains(view.Table.Dropped, drop => drop.Field == "Company owner" && drop.Reason.Code == "accounts.deal");
    }

    [Fact]
    public void Buys_DatedKnowledge_EntersOnlyWhenSeenByThen()
    {
        var technologies = TestTables.Read("technologies.csv", "Company,Product,Vendor,Category,Seen on\nAcme,Slack,Slack,Chat,2024-05-01\nAcme,Salesforce,Salesforce,CRM,2024-05-01\nAcme,HubSpot,HubSpot,CRM,2024-06-02\nGlobex,Excel,,CRM,");
        var signals = TestTables.Read("signals.csv", "Company,Signal,Date\nAcme,Funding,2024-05-30\nAcme,Hiring,2023-01-01\nGlobex,Funding,2025-06-02\nInitech,Audit,2025-05-01");
        var view = AccountsModule.Buys(AccountsRun.Facts(Companies, Deals, technologies, signals)).Value;
        Assert.Equal(["Salesforce;Slack", "Excel", ""], Words(view, "technologies"));
        Assert.Equal(';', ((TextColumn)view.Table.Table.Find("technologies")!).Separator);
        Assert.Equal(["Salesforce", "Excel", ""], Words(view, "technology: CRM"));
        Assert.Equal(["Funding", "", "Audit"], Words(view, "signals, last 180 days"));
    }

    [Theory]
    [InlineData("회사명,업종,직원수,해외 지사,계약여부\nA,소프트웨어,10,없다,Y\nB,제조,20,있다,N\nC,제조,30,있다,N", "해외 지사")]
    [InlineData("Company,Industry,Employees,Office style,Won\nA,SaaS,10,open,Yes\nB,Manufacturing,20,closed,No\nC,Manufacturing,30,closed,No", "Office style")]
    [InlineData("Company,Industry,Employees,Office style,Result\nA,SaaS,10,open,Won\nB,Manufacturing,20,closed,Lost\nC,Manufacturing,30,closed,Lost", "Office style")]
    [InlineData("Account Name,Industry,Number of Employees,Office style,Converted\nA,SaaS,10,open,1\nB,Manufacturing,20,closed,0\nC,Manufacturing,30,closed,0", "Office style")]
    public void Buys_OneWideSheet_IsEnough(string csv, string custom)
    {
        var view = AccountsModule.Buys(AccountsRun.Facts(TestTables.Read("x.csv", csv))).Value;
        Assert.Equal([1, 0, 0], view.Table.Positive.Select(one => (int)one));
        Assert.Equal([custom, "employees", "industry"], view.Table.Fields.Select(field => field.Name).OrderBy(name => name == custom ? 0 : 1).ThenBy(name => name));
    }

    [Fact]
    public void Buys_NoClosedDeal_IsRefused()
    {
        var facts = AccountsRun.Facts(TestTables.Read("deals.csv", "Deal Name,Company name,Deal Stage\na,A,Proposal\nb,B,Demo"));
        var reason = Assert.Single(AccountsModule.Buys(facts).Reasons);
        Assert.Equal(("accounts.no-closed-deals", "deals"), (reason.Code, reason.Subject));
        Assert.Contains("2", reason.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Stays_YoungCustomersAndTrials_AreLeftOut()
    {
        var subscriptions = TestTables.Read("subscriptions.csv", "id,Customer ID,Plan,Start Date,End Date,is_trial\n1,1,Pro,2024-01-01,,False\n2,2,Pro,2024-01-01,2024-06-01,False\n3,3,Pro,2025-05-01,,False\n4,3,Pro,2023-01-01,2023-02-01,True");
        var facts = AccountsRun.Facts(new AssemblyOptions(new DateOnly(2025, 7, 1)), Companies, subscriptions);
        var view = AccountsModule.Stays(facts).Value;
        Assert.Equal([0, 1], view.Table.Accounts);
        Assert.Equal([1, 0], view.Table.Positive.Select(one => (int)one));
        Assert.Equal(new DateOnly(2024, 1, 31).DayNumber, view.Table.Dates[0]);
    }

    [Theory]
    [InlineData("2024-06-30", "accounts.too-young")]
    [InlineData("none", "accounts.no-subscriptions")]
    public void Stays_NothingToFollow_IsRefused(string asOf, string code)
    {
        var subscriptions = TestTables.Read("subscriptions.csv", "id,Customer ID,Plan,Start Date,End Date\n1,1,Pro,2024-01-01,");
        var facts = asOf == "none" ? AccountsRun.Facts(Companies) : AccountsRun.Facts(new AssemblyOptions(DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Companies, subscriptions);
        var reason = Assert.Single(AccountsModule.Stays(facts).Reasons);
        Assert.Equal((code, "subscriptions"), (reason.Code, reason.Subject));
        Assert.True(reason.Message.Ko.Length > 10 && reason.Message.En.Length > 10);
    }

    [Fact]
    public void WonAndKept_TooRecentDeals_AreLeftOutOnBothSides()
    {
        var subscriptions = TestTables.Read("subscriptions.csv", "id,Customer ID,Plan,Start Date,End Date\n1,1,Pro,2024-07-01,2025-08-01");
        var facts = AccountsRun.Facts(new AssemblyOptions(new DateOnly(2025, 12, 1)), Companies, Deals, subscriptions);
        var view = AccountsModule.WonAndKept(facts).Value;
        Assert.Equal([0], view.Table.Accounts); // The two lost deals of 2025 are as young as the won ones would be.
        Assert.Equal(1, view.Table.Positive[0]);
        Assert.Equal("accounts.no-subscriptions", AccountsModule.WonAndKept(AccountsRun.Facts(Companies, Deals)).Reasons[0].Code);
    }

    [Fact]
    public void ByOutcome_AnyColumn_BecomesTheQuestion()
    {
        var facts = AccountsRun.Facts(Companies, Deals);
        var view = AccountsModule.ByOutcome(facts, "ownership", "private").Value;
        Assert.Equal([1, 0, 1], view.Table.Positive.Select(one => (int)one));
        Assert.DoesNotContain(view.Table.Fields, field => field.Name == "Ownership");
        Assert.Contains(view.Table.Dropped, drop => drop.Field == "Ownership" && drop.Reason.Code == "accounts.defines-the-outcome");
        var byDeal = AccountsModule.ByOutcome(facts, "Deal Stage", "Closed Lost").Value;
        Assert.Equal([0, 1, 1, 0, 0], byDeal.Table.Positive.Select(one => (int)one));
        Assert.Equal([0, 1, 2, 3, 4], byDeal.Deals);
    }

    [Fact]
    public void ByOutcome_UnknownColumnOrValue_IsRefusedWithWhatThereIs()
    {
        var facts = AccountsRun.Facts(Companies, Deals);
        var column = Assert.Single(AccountsModule.ByOutcome(facts, "Nope", "x").Reasons);
        Assert.Equal(("accounts.outcome-column", "Nope"), (column.Code, column.Subject));
        Assert.Contains("Ownership", column.Message.En, StringComparison.Ordinal);
        var value = Assert.Single(AccountsModule.ByOutcome(facts, "Ownership", "Martian").Reasons);
        Assert.Equal(("accounts.outcome-value", "Ownership"), (value.Code, value.Subject));
        Assert.Contains("Private, Public", value.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Buys_ConstantsIdentifiersAndFreeText_StayOutWithTheirReason()
    {
        var rows = Enumerable.Range(0, 400).Select(i => $"{i},C{i},SaaS,{(i % 2 == 0 ? "Private" : "Public")},Yes,T{i},W{i % 150}");
        var companies = TestTables.Read("companies.csv", "Record ID,Company name,Industry,Ownership,Certified,Ticker,Words\n" + string.Join("\n", rows));
        var deals = TestTables.Read("deals.csv", "Deal Name,Associated Company IDs,Deal Stage\n" + string.Join("\n", Enumerable.Range(0, 400).Select(i => $"d{i},{i},{(i % 3 == 0 ? "Closed Won" : "Closed Lost")}")));
        var view = AccountsModule.Buys(AccountsRun.Facts(companies, deals)).Value;
        Assert.Equal(["Ownership"], view.Table.Fields.Select(field => field.Name));
        var reasons = view.Table.Dropped.GroupBy(drop => drop.Field).ToDictionary(group => group.Key, group => group.Last().Reason.Code);
        Assert.Equal(("accounts.constant", "accounts.identifier", "accounts.too-many-values", "accounts.constant"), (reasons["Certified"], reasons["Ticker"], reasons["Words"], reasons["industry"]));
    }

    private static string[] Words(AsOfView view, string column) => Texts((TextColumn)view.Table.Table.Find(column)!);

    private static string[] Texts(TextColumn column) => [.. Enumerable.Range(0, column.Length).Select(column.RawAt)];
}
