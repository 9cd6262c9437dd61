using Kindred.Core.Accounts;
using Kindred.Core.Conditions;
using Kindred.Core.Leads;
using Kindred.Core.Tables;
using Xunit;

namespace Kindred.Tests.Accounts;

public sealed class HeadcountTests
{
    private const string Companies = "Record ID,Company name,Company Domain Name,Create Date,Industry,Number of Employees,Country/Region\n1,Alpha,alpha.example,2025-01-05,Software,40,US\n2,Beta,beta.example,2025-02-05,Software,90,US\n";
    private const string Deals = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Associated Company IDs\n1,a,Closed Won,5,2025-12-20,2025-05-01,1\n2,b,Closed Lost,5,2026-10-01,2025-08-01,1\n3,c,Closed Won,5,2026-10-02,2025-08-02,2\n";

    [Theory]
    [InlineData("x.csv", "company,date,employees\nAlpha,2025-01-01,40\nAlpha,2025-07-01,60")]
    [InlineData("headcount.csv", "Company Domain Name,As of,Headcount\nalpha.example,2025-01-01,40\nalpha.example,2025-07-01,60")]
    [InlineData("인원.csv", "회사명,기준일,직원수,출처\n알파,2025-01-01,40,잡플래닛\n알파,2025-07-01,60,잡플래닛")]
    public void Recognise_CompanyDayAndPeople_AreHeadcounts(string name, string csv)
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", Companies), TestTables.Read(name, csv));
        Assert.Equal(TableKind.Headcounts, facts.Placed[1].Mapping.Kind);
        Assert.Equal([(new DateOnly(2025, 1, 1), 40.0), (new DateOnly(2025, 7, 1), 60.0)], facts.Headcounts.Select(count => (count.On, count.People)));
        var growth = Assert.Single(ReadSignals.Of(facts));
        Assert.Equal((SignalKind.HeadcountGrowth, new DateOnly(2025, 7, 1)), (growth.Kind, growth.On));
        Assert.EndsWith("40 (2025-01-01) → 60 (2025-07-01)", growth.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Company name,Industry,Number of Employees,Country/Region,Date\nA,SaaS,5,US,2026-01-01\nB,SaaS,6,US,2026-01-01")]
    [InlineData("Company name,Number of Employees,Annual Revenue,Date\nA,5,100,2026-01-01\nB,6,200,2026-01-01")]
    public void Recognise_CompaniesWithADate_StayCompanies(string csv) =>
        Assert.Equal(TableKind.Companies, AccountsRun.Mapping(TestTables.Read("x.csv", csv)).Tables[0].Kind);

    [Theory]
    [InlineData("employees 2025-06-30", 2025, 6, 30)]
    [InlineData("Number of Employees (2025-06)", 2025, 6, 30)]
    [InlineData("employees_2024", 2024, 12, 31)]
    [InlineData("직원수(2025.06)", 2025, 6, 30)]
    [InlineData("직원 수 2024년 2월", 2024, 2, 29)]
    public void DayOf_AHeaderWithADate_IsItsLastDay(string header, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), ReadHeadcounts.DayOf(header));

    [Theory]
    [InlineData("employees")]
    [InlineData("revenue 2025")]
    [InlineData("employees 2025-13")]
    [InlineData("employees 20256")]
    public void DayOf_AnotherHeader_IsNoDay(string header) => Assert.Null(ReadHeadcounts.DayOf(header));

    [Fact]
    public void Assemble_APairOfDatedColumns_IsGrowthAndNoFeature()
    {
        var facts = AccountsRun.Facts(
            TestTables.Read("companies.csv", "Company name,Domain,Industry,employees 2024-12-31,employees 2025-12-31\nAlpha,alpha.example,Software,40,70\nBeta,beta.example,Software,40,41\nGamma,gamma.example,Software,,9"));
        Assert.Equal((0, new DateOnly(2025, 12, 31)), Assert.Single(facts.Signals) is var signal ? (signal.Account, signal.On!.Value) : default);
        Assert.All(facts.Placed[0].Mapping.Columns.Where(column => column.Column.StartsWith("employees", StringComparison.Ordinal)), column => Assert.Equal(FieldLevel.Calendar, column.Level));
    }

    [Fact]
    public void Buys_GrowthSeenLater_IsNotKnownAtTheDecision()
    {
        var facts = AccountsRun.Facts(TestTables.Read("companies.csv", Companies), TestTables.Read("deals.csv", Deals), TestTables.Read("headcount.csv", "company,date,employees\nAlpha,2025-01-01,40\nAlpha,2025-07-01,60"), TestTables.Read("signals.csv", "Company,Signal,Date,Source\nBeta,Audit,2025-07-02,news"));
        var view = AccountsModule.Buys(facts).Value.Table;
        var signals = (TextColumn)view.Table.Find("signals, last 180 days")!;

        // Decided in May, before the second count; in August, after it; the other company.
        Assert.Equal(["", HeadcountGrowth.Kind, "Audit"], Enumerable.Range(0, 3).Select(signals.TextAt));
    }

    [Fact]
    public void On_ManyGrowingMonths_CountOnce()
    {
        var day = new DateOnly(2026, 1, 1);
        var counts = Enumerable.Range(0, 12).Select(month => new Headcount(0, day.AddMonths(month), 100 * Math.Pow(1.03, month), null)).ToArray();
        LeadSignal[] signals = [.. HeadcountGrowth.Of(counts).Select(signal => new LeadSignal(0, SignalKind.HeadcountGrowth, signal.On!.Value, null, null, signal.Detail!))];
        Assert.Equal(11, signals.Length);
        Assert.Equal(0.5, ReadSignals.On(day.AddMonths(11).AddDays(120), signals).Strength, 12);

        // Two days earlier only the counts of before are known.
        Assert.Equal(day.AddMonths(10), Assert.Single(ReadSignals.On(day.AddMonths(11).AddDays(-2), signals).Signals).Signal.On);
    }

    [Fact]
    public void Of_OneMoreInAMonthOfAYear_IsNoGrowth()
    {
        var day = new DateOnly(2026, 1, 1);
        var counts = Enumerable.Range(0, 12).Select(month => new Headcount(0, day.AddMonths(month), month == 11 ? 51 : 50, null));
        Assert.Empty(HeadcountGrowth.Of(counts));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(29, false)]
    [InlineData(0, false)]
    public void EarlierHeadcounts_TheSameExportImportedAgain_IsTwoCounts(int days, bool expected)
    {
        var first = TestTables.Read("companies-1.csv", Companies) with { SeenOn = new DateOnly(2026, 9, 1) };
        var second = TestTables.Read("companies-2.csv", Companies.Replace(",90,", ",140,", StringComparison.Ordinal)) with { SeenOn = first.SeenOn!.Value.AddDays(days) };
        var earlier = EarlierHeadcounts.Of([first, second]);
        Assert.Equal(expected, earlier is not null);
        if (earlier is not null)
        {
            // The data speaks for 2026-10-02 and the import came on 2026-10-31: the count is known on the last day of the data.
            var newest = AccountsModule.Newest([first, second]).Tables;
            var facts = AccountsRun.Facts(first with { Table = newest[0] }, second with { Table = newest[1] }, TestTables.Read("deals.csv", Deals), earlier);
            Assert.Equal(2, facts.Companies.Count);
            var growth = Assert.Single(facts.Signals);
            Assert.Equal((1, new DateOnly(2026, 10, 2), "90 (2026-09-01) → 140 (2026-10-02)", "companies-2.csv"), (growth.Account, growth.On!.Value, growth.Detail, growth.Source));
        }
    }

    [Fact]
    public void EarlierHeadcounts_OfDealsOrWithoutDays_IsNothing()
    {
        var companies = TestTables.Read("companies.csv", Companies);
        Assert.Null(EarlierHeadcounts.Of([companies, companies]));
        Assert.Null(EarlierHeadcounts.Of([companies with { SeenOn = new DateOnly(2026, 1, 1) }, TestTables.Read("deals.csv", Deals) with { SeenOn = new DateOnly(2026, 9, 1) }]));
    }
}
