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
    public void Subscriptions_Stripe_EndsWhenItEndsNotWhenNoticeIsGiven()
    {
        var facts = AccountsRun.Facts(TestTables.Read("subscriptions.csv", "id,Customer Name,Plan,Amount,Created (UTC),Start Date (UTC),Canceled At (UTC),Ended At (UTC)\n1,A,Pro,10,2025-01-01,2025-01-05,2025-03-01,2025-04-05\n2,B,Pro,10,2025-01-01,2025-01-05,2025-03-01,\n3,C,Pro,10,2025-01-01,2025-01-05,,9999-12-31"));
        Assert.Equal([new DateOnly(2025, 4, 5), null, new DateOnly(9999, 12, 31)], facts.Subscriptions.Select(subscription => subscription.EndedOn));
        Assert.All(facts.Subscriptions, subscription => Assert.Equal(new DateOnly(2025, 1, 5), subscription.StartedOn));
        Assert.Equal(new DateOnly(2025, 1, 5), facts.AsOf);
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
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)), (facts.Usage[0].Month, facts.Usage[0].FirstOn));
        Assert.Equal(new DateOnly(2026, 2, 1), facts.Usage[1].Month);
        Assert.Equal(3, facts.Usage.Count);
    }

    [Fact]
    public void Assemble_ResidentNumbersAnywhere_LeaveTheTablesForGood()
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", "회사명,업종,사업자등록번호,메모장\n매듭,소프트웨어,8001011234567,대표 번호\n바늘,소프트웨어,,900202-2345678\n실,소프트웨어,,1712011234567"));
        var issue = facts.Quality.Issues.Single(issue => issue.Code == "standards.resident-number");
        Assert.Equal((2, 3), (issue.Count, issue.Total));
        var kept = string.Join("|", facts.Placed[0].Source.Table.Columns.SelectMany(column => Enumerable.Range(0, 3).Select(row => column is Core.Tables.TextColumn text ? text.RawAt(row) + string.Concat(text.Dictionary) : column.TextAt(row))));
        Assert.DoesNotContain("900202", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("800101", kept, StringComparison.Ordinal);
        Assert.Contains("1712011234567", kept, StringComparison.Ordinal); // Plain digits in another column may be a time: kept.
    }

    [Fact]
    public void Assemble_DeletedRows_AreLeftOutAndCounted()
    {
        var facts = AccountsRun.Facts(TestTables.Read("Opportunity.csv", "Id,Name,StageName,Amount,IsDeleted\n1,a,Closed Won,1,FALSE\n2,b,Closed Lost,1,TRUE\n3,c,Closed Lost,1,FALSE"));
        Assert.Equal(["1", "3"], facts.Deals.Select(deal => deal.Key));
        Assert.Contains(facts.Quality.Issues, issue => issue is { Code: "accounts.deleted-rows", Count: 1, Total: 3 });
    }

    [Fact]
    public void Assemble_TwoFilesOfOneName_KeepTheirOwnMappings()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("export.csv", "Record ID,Company name,Industry\n1,Acme,SaaS"),
            TestTables.Read("export.csv", "Deal Name,Associated Company IDs,Deal Stage\na,1,Closed Won"));
        Assert.Equal([TableKind.Companies, TableKind.Deals], facts.Placed.Select(placed => placed.Mapping.Kind));
        Assert.Equal("Acme", facts.Companies[facts.Deals.Single().Account].Name);
    }

    [Fact]
    public void Revenue_MixedCurrencies_IsComparedOnlyWithRates()
    {
        var companies = TestTables.Read("companies.csv", "Record ID,Company name,Industry,Annual Revenue,Currency\n1,A,SaaS,1000,KRW\n2,B,SaaS,2000,KRW\n3,C,SaaS,2,USD");
        var deals = TestTables.Read("deals.csv", "Deal Name,Associated Company IDs,Deal Stage,Close Date\na,1,Closed Won,2026-01-01\nb,2,Closed Lost,2026-01-01\nc,3,Closed Lost,2026-01-01");
        Assert.DoesNotContain(AccountsModule.Buys(AccountsRun.Facts(companies, deals)).Value.Table.Fields, field => field.Name == "revenue");
        var rates = new Core.Standards.ExchangeRates([new(new DateOnly(2025, 1, 1), "USD", "KRW", 1400m)]);
        var view = AccountsModule.Buys(AccountsRun.Facts(new AssemblyOptions(Rates: rates), companies, deals)).Value;
        Assert.Equal([1000.0, 2000.0, 2800.0], ((Core.Tables.NumberColumn)view.Table.Table.Find("revenue")!).ToArray());
    }

    [Fact]
    public void Coverage_PerSectorAndOutcome_IsCounted()
    {
        var companies = TestTables.Read("companies.csv", "Record ID,Company name,Industry,Number of Employees\n" + string.Join("\n", Enumerable.Range(0, 80).Select(i => $"{i},C{i},{(i % 2 == 0 ? "SaaS" : "Retail")},{(i < 40 ? "10" : i % 4 == 0 ? "12" : "")}")));
        var deals = TestTables.Read("deals.csv", "Deal Name,Associated Company IDs,Deal Stage\n" + string.Join("\n", Enumerable.Range(0, 80).Select(i => $"d{i},{i},{(i < 40 ? "Closed Won" : "Closed Lost")}")));
        var field = AccountsRun.Facts(companies, deals).Quality.Coverage.Single(field => field.Field == "employees");
        Assert.Equal((80, 50, 1.0, 0.25, true), (field.Rows, field.Filled, field.Positive, field.Negative, field.DiffersByOutcome));
        Assert.Equal([new SegmentCoverage("commerce", 40, 20), new SegmentCoverage("software", 40, 30)], field.Segments);
    }

    [Fact]
    public void Levels_EditedByHand_DecideWhatEnters()
    {
        var companies = TestTables.Read("companies.csv", "Record ID,Company name,Industry,Seats\n1,A,SaaS,3\n2,B,Retail,4\n3,C,SaaS,5");
        var deals = TestTables.Read("deals.csv", "Deal Name,Associated Company IDs,Deal Stage\na,1,Closed Won\nb,2,Closed Lost\nc,3,Closed Lost");
        SourceTable[] tables = [companies, deals];
        var found = AccountsModule.Recognise(tables).Value;
        var edited = found with
        {
            Tables = [.. found.Tables.Select(table => table with
            {
                Columns = [.. table.Columns.Select(column => column.Column switch
                {
                    "Industry" => column with { Level = Core.Conditions.FieldLevel.Deal },
                    "Seats" => column with { Level = Core.Conditions.FieldLevel.Company },
                    _ => column,
                })],
            })],
        };
        Assert.Equal(["industry"], Names(found));
        Assert.Equal(["Seats"], Names(AccountsModule.Recognise(tables, edited).Value));

        string[] Names(Mapping mapping) => [.. AccountsModule.Buys(AccountsModule.Assemble(tables, mapping, new AssemblyOptions()).Value).Value.Table.Fields.Select(field => field.Name)];
    }
}
