using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;
using Kindred.Product;
using Xunit;

namespace Kindred.Tests.Product;

/// <summary>Search, filters and orders of companies.</summary>
public sealed class AccountIndexTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static Company Company(int index, string name, string? domain, string country, double employees) =>
        new(index, "A" + Format.Whole(index), name, [], domain, null, Place.Read(country, null, null), null, null, employees, null, null, null, [], null);

    private static WorkspaceSnapshot Snapshot() => new()
    {
        Folder = "",
        IsInvented = false,
        Imports = [],
        Facts = new AccountFacts
        {
            AsOf = Today,
            Companies = [Company(0, "(주)다람", "daram.example", "KR", 40), Company(1, "가온", null, "KR", double.NaN), Company(2, "Northwell", "northwell.example", "US", 900), Company(3, "나래 주식회사", null, "", 7)],
            Subscriptions =
            [
                new Subscription(0, "s", new DateOnly(2026, 1, 1), null, null, double.NaN, new Money(100_000, "KRW"), false),
                new Subscription(3, "t", new DateOnly(2026, 1, 1), null, null, double.NaN, new Money(50_000, "KRW"), true),
                new Subscription(2, "u", new DateOnly(2025, 1, 1), new DateOnly(2026, 1, 1), null, double.NaN, new Money(90_000, "KRW"), false),
            ],
            Placed = [],
            Quality = new QualityReport([], []),
        },
        Standing = [.. new[] { AccountState.Core, AccountState.Outside, AccountState.Adjacent, AccountState.Core }.Select((state, i) => new ClassifiedAccount(i, state, [], [], false))],
    };

    private static readonly AccountFilter All = new(null, null, null, null, null, AccountSort.Name, false);

    [Fact]
    public void Find_ByName_IgnoresTheLegalForm() => Assert.Equal([2, 1, 3, 0], AccountIndex.Of(Snapshot())!.Find(All));

    [Fact]
    public void Find_Employees_UnknownComesLastEitherWay()
    {
        var index = AccountIndex.Of(Snapshot())!;
        Assert.Equal([3, 0, 2, 1], index.Find(All with { Sort = AccountSort.Employees }));
        Assert.Equal([2, 0, 3, 1], index.Find(All with { Sort = AccountSort.Employees, IsDescending = true }));
    }

    [Fact]
    public void Find_Size_NarrowsByTheBandsOfTheSettings()
    {
        var index = AccountIndex.Of(Snapshot())!;
        Assert.Equal([("0", 2), ("200", 1), ("", 1)], index.Sizes.Select(word => (word.Code, word.Companies)));
        Assert.Equal([3, 0], index.Find(All with { Size = "0" }));
        Assert.Equal([1], index.Find(All with { Size = "" }));
        var korean = AccountIndex.Of(Snapshot() with { Settings = WorkspaceSettings.Defaults with { BandScheme = "korea" } })!;
        Assert.Equal([("5", 1), ("20", 1), ("500", 1), ("", 1)], korean.Sizes.Select(word => (word.Code, word.Companies)));
        Assert.Equal("20–49명", korean.Bands.EmployeesOf(Snapshot().Facts!.Companies[0])!.Label.Ko);
    }

    [Fact]
    public void Find_Revenue_ConvertsByTheRatesAndIsUnknownWithoutOne()
    {
        var snapshot = Snapshot();
        Company[] companies = [.. snapshot.Facts!.Companies.Select(company => company.Index switch { 0 => company with { Revenue = new Money(2_000_000_000, "KRW") }, 2 => company with { Revenue = Money.FromMajor(5_000_000, "USD") }, _ => company })];
        var plain = AccountIndex.Of(snapshot with { Facts = snapshot.Facts with { Companies = companies } })!;
        Assert.Equal(("korea", "KRW"), (plain.Bands.Revenue.Name, plain.Bands.Revenue.Currency));
        Assert.Equal([("1000000000", 1), ("", 3)], plain.Revenues.Select(word => (word.Code, word.Companies)));
        var rates = ExchangeRates.Parse("since,from,to,rate\n2026-01-01,USD,KRW,1400").Value;
        var rated = AccountIndex.Of(snapshot with { Facts = snapshot.Facts with { Companies = companies, Rates = rates } })!;
        Assert.Equal([2], rated.Find(All with { Revenue = "5000000000" }));
        var tier = AccountIndex.Of(snapshot with { Settings = WorkspaceSettings.Defaults with { BandScheme = "market-tier" }, Facts = snapshot.Facts with { Companies = companies, Rates = rates } })!;
        Assert.Equal([0, 2], tier.Find(All with { Revenue = "0" }).Order());
    }

    [Fact]
    public void Find_Text_SearchesNameDomainAndId()
    {
        var index = AccountIndex.Of(Snapshot())!;
        Assert.Equal([2], index.Find(All with { Text = "NORTH" }));
        Assert.Equal([0], index.Find(All with { Text = "daram.ex" }));
        Assert.Equal([1], index.Find(All with { Text = "a1" }));
        Assert.Empty(index.Find(All with { Text = "zzz" }));
    }

    [Fact]
    public void Find_Filters_AndTogether()
    {
        var index = AccountIndex.Of(Snapshot())!;
        Assert.Equal([3, 0], index.Find(All with { State = AccountState.Core }));
        Assert.Equal([0], index.Find(All with { State = AccountState.Core, Country = "KR" }));
        Assert.Equal([3], index.Find(All with { Country = "" }));
        Assert.Empty(index.Find(All with { Country = "FR" }));
        Assert.Equal([0], index.Find(All with { IsCustomer = true }));
    }

    [Fact]
    public void Value_IsAYearOfRunningPaidSubscriptions()
    {
        var index = AccountIndex.Of(Snapshot())!;
        Assert.Equal(("KRW", 1_200_000.0), (index.Currency, index.ValueOf(0)));
        Assert.True(double.IsNaN(index.ValueOf(2)));
        Assert.True(double.IsNaN(index.ValueOf(3)));
    }

    [Fact]
    public void Csv_HasTheFoundCompaniesInOrder()
    {
        var snapshot = Snapshot();
        var index = AccountIndex.Of(snapshot)!;
        var lines = AccountList.Csv(snapshot, index, index.Find(All with { State = AccountState.Core }), Language.English).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("company_id,company,domain,business_number,state,customer,industry,country,employees,employees_band,revenue_band,created,value,currency", lines[0]);
        Assert.Equal("A3,나래 주식회사,,,core,no,,,7,under 50,,,,", lines[1]);
        Assert.Equal("A0,(주)다람,daram.example,,core,yes,,KR,40,under 50,,,1200000,KRW", lines[2]);
    }
}
