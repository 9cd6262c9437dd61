using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Core.Standards;
using Xunit;
using static Kindred.Tests.Segments.FactsByHand;

namespace Kindred.Tests.Segments;

/// <summary>The panel of months: every rule about odd subscriptions and invoices, by hand.</summary>
public sealed class CustomerMonthsTests
{
    private static readonly SegmentRequest Request = new() { By = [], Months = 12 };

    [Fact]
    public void Months_ReadOnTheLastDay_OfEachMonth()
    {
        var months = Months(Of(1, Sub(0, "2026-02-10", "2026-05-31", 100)));
        Assert.Equal([0, 100, 100, 100, 0, 0], months.Of(0).ToArray());
        Assert.Equal((new DateOnly(2026, 1, 1), 5), (months.Opening, months.Months));
        Assert.Equal((new DateOnly(2026, 2, 28), AsOf), (months.DayOf(1), months.DayOf(5)));
        Assert.Equal((new DateOnly(2026, 2, 10), new DateOnly(2026, 5, 31)), (months.Lives[0].StartedOn, months.Lives[0].EndedOn!.Value));
    }

    [Fact]
    public void Months_OverlappingSubscriptions_AreAdded()
    {
        var months = Months(Of(1, Sub(0, "2026-01-01", null, 100), Sub(0, "2026-03-01", "2026-05-01", 40)));
        Assert.Equal([0, 100, 100, 140, 140, 100, 100], months.Of(0).ToArray());
        Assert.Equal("segments.overlapping", Assert.Single(months.Notes).Code);
    }

    [Fact]
    public void Movements_ByQuarter_OpenAndCloseWithTheirMonths()
    {
        var months = Months(Of(3, Sub(0, "2025-12-05", null, 100), Sub(1, "2026-01-10", "2026-03-15", 40), Sub(1, "2026-05-20", null, 70), Sub(2, "2026-02-01", null, 10), Sub(2, "2026-04-01", null, 15)));
        var quarters = MrrMovement.ByQuarter(MrrMovement.Of(months));
        Assert.Equal(["2025-12-01", "2026-01-01", "2026-04-01"], quarters.Select(one => one.Month.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((0, 100, 0, 0, 0, 0, 100), Amounts(quarters[0]));
        Assert.Equal((100, 50, 0, 0, 0, 40, 110), Amounts(quarters[1]));
        Assert.Equal((110, 0, 70, 15, 0, 0, 195), Amounts(quarters[2]));
        Assert.Equal((2, 1, 2), (quarters[1].NewCustomers, quarters[1].Left, quarters[1].Customers));

        static (long, long, long, long, long, long, long) Amounts(MrrMovement one) => (one.Opening, one.New, one.Reactivation, one.Expansion, one.Contraction, one.Churn, one.Closing);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01", 100, false, "segments.never-ran")]
    [InlineData("2026-03-01", "2026-02-01", 100, false, "segments.never-ran")]
    [InlineData("2026-03-01", null, -100, false, "segments.negative-amount")]
    [InlineData("2026-03-01", null, 0, false, "segments.free")]
    [InlineData("2026-03-01", null, 50, true, "segments.trials")]
    public void Months_OddSubscription_IsCountedAndLeftOut(string from, string? to, long won, bool isTrial, string code)
    {
        var months = Months(Of(2, Sub(0, "2026-01-01", null, 100), Sub(1, from, to, won, isTrial: isTrial)));
        Assert.Equal(0, Assert.Single(months.Lives).Account);
        var note = Assert.Single(months.Notes);
        Assert.Equal((code, 1, 2), (note.Code, note.Count, note.Total));
        Assert.Contains("1", note.Message.Ko, StringComparison.Ordinal);
        Assert.Contains("1", note.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_ChangeOfCurrency_IsNoMovementAtConstantRates()
    {
        var facts = Of(1, Sub(0, "2026-01-01", "2026-04-01", 1000), Sub(0, "2026-04-01", null, 100, "USD")) with
        {
            Rates = new ExchangeRates([new ExchangeRate(new DateOnly(2026, 1, 1), "USD", "KRW", 700), new ExchangeRate(new DateOnly(2026, 5, 1), "USD", "KRW", 1000)]),
            Currency = "KRW",
        };
        Assert.Equal([0, 1000, 1000, 1000, 1000, 1000, 1000], Months(facts).Of(0).ToArray());
    }

    [Fact]
    public void Months_CurrencyWithoutARate_MakesACustomerWithoutRevenue()
    {
        var months = Months(Of(2, Sub(0, "2026-01-01", null, 1000), Sub(1, "2026-01-01", null, 100, "USD"), Sub(0, "2026-02-01", null, 5)));
        Assert.Equal((2, "KRW", 0L), (months.Lives.Count, months.Currency, months.Last(1)));
        Assert.Contains(months.Notes, note => note.Code == "segments.unconverted" && note.Count == 1 && note.Message.En.Contains("KRW", StringComparison.Ordinal));
    }

    [Fact]
    public void Life_BreakUpToAMonth_IsNone_LongerEndsIt()
    {
        var bridged = Months(Of(1, Sub(0, "2026-01-01", "2026-03-01", 10), Sub(0, "2026-03-25", null, 10)));
        Assert.False(bridged.Lives[0].HasEnded);
        var broken = Months(Of(1, Sub(0, "2026-01-01", "2026-03-01", 10), Sub(0, "2026-05-05", null, 10)));
        Assert.Equal(new DateOnly(2026, 3, 1), broken.Lives[0].EndedOn);
        Assert.True(broken.IsPaying(0));
        var back = MrrMovement.Of(broken).Single(month => month.Month == new DateOnly(2026, 5, 1));
        Assert.Equal((10, 0), (back.Reactivation, back.New));
    }

    [Theory]
    [InlineData("2026-01-15", "2026-02-15", 1, 0)]
    [InlineData("2026-01-15", "2026-02-16", 1.0357, 1)]
    [InlineData("2026-01-31", "2026-02-28", 1, 0)]
    [InlineData("2025-01-01", "2026-01-01", 12, 11)]
    public void Life_ThatEnds_LeavesInTheMonthAfterThoseSeenThrough(string from, string to, double months, int full)
    {
        var life = new CustomerLife(0, Day(from), Day(to), CustomerLife.Between(Day(from), Day(to)));
        Assert.Equal(months, life.Months, 4);
        Assert.Equal(full, life.FullMonths);
    }

    [Fact]
    public void Invoices_WithoutSubscriptions_AreSpreadOverWhatTheyPayFor()
    {
        Invoice Bill(int account, string day, long won) => new(account, "", Day(day), new Money(won, "KRW"), null, null);
        var facts = Of(3) with
        {
            Invoices =
            [
                Bill(0, "2026-01-05", 100), Bill(0, "2026-02-05", 100), Bill(0, "2026-03-05", 110), Bill(0, "2026-05-05", 110), Bill(0, "2026-06-05", 110),
                Bill(1, "2025-12-01", 300), Bill(1, "2026-03-01", 330), Bill(1, "2026-03-09", -30),
                Bill(2, "2026-01-02", 50), Bill(2, "2026-02-02", 50),
            ],
        };
        var months = Months(facts);
        Assert.True(months.IsFromInvoices);
        Assert.Equal([0, 0, 100, 100, 110, 110, 110, 110], months.Of(0).ToArray());
        Assert.Equal([0, 100, 100, 100, 100, 100, 100, 100], months.Of(1).ToArray());
        Assert.Equal([0, 0, 50, 50, 0, 0, 0, 0], months.Of(2).ToArray());
        Assert.Equal([false, false, true], months.Lives.Select(life => life.Account == 2 && life.HasEnded));
        Assert.Contains(months.Notes, note => note.Code == "segments.from-invoices");
    }

    [Fact]
    public void Months_NeitherSubscriptionsNorInvoices_IsRefused()
    {
        var refused = SegmentsModule.Months(Of(2), Request).Reasons[0];
        Assert.Equal(("segments.no-customers", "subscriptions"), (refused.Code, refused.Subject));
        Assert.Contains("subscriptions file", refused.Message.En, StringComparison.Ordinal);
        Assert.Contains("구독", refused.Message.Ko, StringComparison.Ordinal);
    }

    [Fact]
    public void Movements_AllKinds_ReconcileToTheMinorUnit()
    {
        var facts = Of(4,
            Sub(0, "2025-01-01", null, 333), Sub(0, "2026-02-15", "2026-05-10", 67),
            Sub(1, "2026-01-20", "2026-03-20", 999), Sub(1, "2026-06-01", null, 500),
            Sub(2, "2026-04-01", null, 1), Sub(3, "2024-01-01", "2026-01-15", 50));
        var months = Months(facts);
        var movements = MrrMovement.Of(months);
        Assert.All(movements, month => Assert.Equal(month.Closing, month.Opening + month.New + month.Reactivation + month.Expansion - month.Contraction - month.Churn));
        Assert.All(movements.Zip(movements.Skip(1)), pair => Assert.Equal(pair.First.Closing, pair.Second.Opening));
        Assert.Equal(Enumerable.Range(0, 4).Sum(row => months.At(row, months.Months)), movements[^1].Closing);
        Assert.Equal((999L + 1, 500L, 67L, 67L, 999L + 50), (movements.Sum(m => m.New), movements.Sum(m => m.Reactivation), movements.Sum(m => m.Expansion), movements.Sum(m => m.Contraction), movements.Sum(m => m.Churn)));
    }

    // Exactly: (1 − m)¹² = 1 − y. 5 % a month is 45.96 % a year (1 − 0.95¹² = 0.45964, by hand).
    [Fact]
    public void RatePeriods_Convert_IsExactBothWays()
    {
        Assert.Equal(0.459639912, RatePeriods.Convert(0.05, 1, 12), 9);
        Assert.Equal(0.05, RatePeriods.Convert(RatePeriods.Convert(0.05, 1, 12), 12, 1), 12);
        Assert.Equal(RatePeriods.Convert(0.05, 1, 12), RatePeriods.Convert(RatePeriods.Convert(0.05, 1, 3), 3, 12), 12);
        Assert.Equal(1.2e-9, RatePeriods.Convert(1e-10, 1, 12), 15);
        Assert.Equal((0, 1), (RatePeriods.Convert(0, 1, 12), RatePeriods.Convert(1, 12, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatePeriods.Convert(1.1, 1, 12));
    }

    private static CustomerMonths Months(AccountFacts facts) => SegmentsModule.Months(facts, Request).Value;
}
