using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Xunit;

namespace Kindred.Tests.Accounts;

public sealed class FactsTests
{
    private const string Deals = "Deal Name,Company name,Deal Stage,Deal Type,Amount,Currency,Create Date,Close Date,Deal owner,Lead source\n"
        + "a,A,수주,신규,100,KRW,2025-01-01,2025-02-01,김,웨비나\n"
        + "b,B,실주,신규,200,USD,2025-03-01,2025-02-01,이,Web\n"
        + "c,A,수주,갱신,300,KRW,2026-01-01,2026-02-01,김,\n"
        + "d,C,구두합의,신규,400,KRW,2026-01-01,,김,\n";

    [Fact]
    public void Deals_Defaults_TellWonLostOpenAndKeepRenewalsApart()
    {
        var facts = AccountsRun.Facts(TestTables.Read("deals.csv", Deals));
        Assert.Equal([DealOutcome.Won, DealOutcome.Lost, DealOutcome.Won, DealOutcome.Open], facts.Deals.Select(deal => deal.Outcome));
        Assert.Equal([true, true, false, true], facts.Deals.Select(deal => deal.IsNewBusiness));
        Assert.Equal([new Money(100, "KRW"), new Money(20000, "USD"), new Money(300, "KRW"), new Money(400, "KRW")], facts.Deals.Select(deal => deal.Amount!.Value));
        Assert.Equal(new DateOnly(2025, 2, 1), facts.Deals[1].DecidedFrom); // Closed before it was created: the closing day counts.
        Assert.Equal((1, 2), facts.Quality.Issues.Where(issue => issue.Code == "accounts.closed-before-created").Select(issue => (issue.Count, issue.Total - 1)).Single());
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.mixed-currencies" && issue.Count == 2);
        Assert.Equal(new DateOnly(2026, 2, 1), facts.AsOf);
    }

    [Fact]
    public void Deals_Answers_ReplaceTheDefaults()
    {
        var options = new AssemblyOptions(null, new Answers(["구두합의"], ["신규", "갱신"]));
        var facts = AccountsRun.Facts(options, TestTables.Read("deals.csv", Deals));
        Assert.Equal([DealOutcome.Lost, DealOutcome.Lost, DealOutcome.Lost, DealOutcome.Won], facts.Deals.Select(deal => deal.Outcome));
        Assert.True(facts.Deals[2].IsNewBusiness);
    }

    [Theory]
    [InlineData("won-stages")]
    [InlineData("new-business")]
    public void Assemble_AnswerThatDoesNotOccur_IsRefused(string id)
    {
        var tables = new[] { TestTables.Read("deals.csv", Deals) };
        var answers = id == "won-stages" ? new Answers(["계약"], null) : new Answers(null, ["계약"]);
        var reason = Assert.Single(AccountsModule.Assemble(tables, AccountsModule.Recognise(tables).Value, new AssemblyOptions(null, answers)).Reasons);
        Assert.Equal(("accounts.unknown-answer", id), (reason.Code, reason.Subject));
        Assert.Contains("'계약'", reason.Message.Ko, StringComparison.Ordinal);
        Assert.Contains(id == "won-stages" ? "수주" : "갱신", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Assemble_NothingRecognised_IsRefusedWithTheHeaders()
    {
        var tables = new[] { TestTables.Read("colours.csv", "colour,shape\nred,round") };
        var reason = Assert.Single(AccountsModule.Assemble(tables, AccountsModule.Recognise(tables).Value, new AssemblyOptions()).Reasons);
        Assert.Equal(("accounts.nothing-recognised", "colours.csv"), (reason.Code, reason.Subject));
        Assert.Contains("colour, shape", reason.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Assemble_NoRows_IsRefused()
    {
        var empty = TestTables.Read("empty.csv", "a,b");
        Assert.Equal("accounts.no-rows", AccountsModule.Assemble([empty], new Mapping([], []), new AssemblyOptions()).Reasons[0].Code);
    }

    [Fact]
    public void Deals_RepeatedIds_CountOnce()
    {
        var facts = AccountsRun.Facts(TestTables.Read("deals.csv", "Record ID,Deal Name,Company name,Deal Stage\n7,a,A,Closed Won\n7,a,A,Closed Won\n8,b,B,Closed Lost"));
        Assert.Equal(2, facts.Deals.Count);
        Assert.Equal((1, 3), facts.Quality.Issues.Where(issue => issue.Code == "accounts.repeated-deals").Select(issue => (issue.Count, issue.Total)).Single());
    }

    [Theory]
    [InlineData("합계금액", 1100, 1000)]
    [InlineData("공급가액", 1000, 1000)]
    public void Invoices_TaxBasis_GivesTheSupplyAmount(string header, int written, int supply)
    {
        var facts = AccountsRun.Facts(TestTables.Read("invoices.csv", "작성일자,승인번호,공급받는자사업자등록번호," + header + "\n2026-01-02,a,1248100998," + written + "\n2026-01-03,b,1248100998,-" + written));
        Assert.Equal([new Money(supply, "KRW"), new Money(-supply, "KRW")], facts.Invoices.Select(invoice => invoice.Amount));
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.invoice-corrections" && issue.Count == 1);
    }

    [Fact]
    public void Invoices_TaxList_TakesTheBuyerNotOurselves()
    {
        var facts = AccountsRun.Facts(TestTables.Read("매출.csv", "작성일자,승인번호,공급자사업자등록번호,상호,공급받는자사업자등록번호,상호 (2),합계금액,공급가액,세액\n2026-01-02,a,220-81-62517,우리회사,124-81-00998,고객사,110,100,10"));
        Assert.Equal([("고객사", "1248100998")], facts.Companies.Select(company => (company.Name, company.BusinessNumber!)));
    }

    [Fact]
    public void Subscriptions_Intervals_BecomeMonthlyAmounts()
    {
        var facts = AccountsRun.Facts(TestTables.Read("subscriptions.csv", "id,Customer Name,Plan,Interval,Amount,Currency,Start Date (UTC),Ended At (UTC)\n1,A,Pro,month,1200,krw,2025-01-01,\n2,A,Pro,year,1200,krw,2025-01-01,2025-06-01\n3,B,Pro,month,12.5,usd,2025-05-01,2025-01-01"));
        Assert.Equal([new Money(1200, "KRW"), new Money(100, "KRW"), new Money(1250, "USD")], facts.Subscriptions.Select(subscription => subscription.Monthly!.Value)); // Won has no decimals.
        Assert.True(facts.Subscriptions[1].IsActive(new DateOnly(2025, 5, 31)));
        Assert.False(facts.Subscriptions[1].IsActive(new DateOnly(2025, 6, 1)));
        Assert.Contains(facts.Quality.Issues, issue => issue.Code == "accounts.subscription-ends-before-start" && issue.Count == 1);
    }

    [Fact]
    public void Leads_FreeMail_WaitForTheirCompanyAndCustomersAreNone()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("companies.csv", "Record ID,Company name,Company Domain Name,Industry\n1,Acme,acme.com,SaaS\n2,Globex,globex.com,SaaS\n3,Initech,initech.com,SaaS"),
            TestTables.Read("deals.csv", "Deal Name,Associated Company IDs,Deal Stage\na,1,Closed Won\nb,2,Proposal\nc,3,Prospecting"),
            TestTables.Read("leads.csv", "Lead ID,First Name,Last Name,Company,Email,Lead Status,Created Date\n1,A,B,Acme,a@acme.com,New,2026-01-01\n2,C,D,Globex,c@globex.com,New,2026-01-01\n3,E,F,Initech,e@initech.com,New,2026-01-02\n4,길동,홍,,hong@naver.com,New,2026-01-03\n5,G,H,Umbrella,g@umbrella.com,New,2026-01-04"));
        Assert.Equal(["", "Initech", "Umbrella"], facts.Leads.Select(lead => lead.Account < 0 ? "" : facts.Companies[lead.Account].Name).Order());
        var unknown = facts.Leads.Single(lead => lead.IsCompanyUnknown);
        Assert.Equal("홍길동", facts.People[unknown.People.Single()].Name);
        Assert.Equal(new DateOnly(2026, 1, 2), facts.Leads.Single(lead => lead.Account >= 0 && facts.Companies[lead.Account].Name == "Initech").CreatedOn);
    }

    [Fact]
    public void Usage_Rows_AreSummedByMonthAndFeature()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("companies.csv", "account_id,Company name,Industry\n1,Acme,SaaS"),
            TestTables.Read("usage.csv", "account_id,date,feature,count\n1,2026-01-02,quote,3\n1,2026-01-30,quote,4\n1,2026-02-01,quote,5\n9,2026-02-01,,1"));
        Assert.Equal((7.0, 2), (facts.Usage[0].Count, facts.Usage[0].Rows));
        Assert.Equal(new DateOnly(2026, 2, 1), facts.Usage[1].Month);
        Assert.Equal(3, facts.Usage.Count);
    }
}
