using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Tests.Segments;

/// <summary>Facts of a few companies, written out.</summary>
internal static class FactsByHand
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static AccountFacts Of(int companies, params Subscription[] subscriptions) => new()
    {
        AsOf = AsOf,
        Companies = [.. Enumerable.Range(0, companies).Select(i => Company(i))],
        Subscriptions = subscriptions,
        Placed = [],
        Quality = new QualityReport([], []),
    };

    public static Company Company(int index, string sector = "software", double employees = 80) => new(index, "c" + index.ToString(CultureInfo.InvariantCulture), "Firm " + index.ToString(CultureInfo.InvariantCulture), [], null, null,
        Place.Read("KR", null, null), sector, StandardsModule.Industry(sector), employees, null, null, null, [], null);

    public static Subscription Sub(int account, string from, string? to, long won, string currency = "KRW", bool isTrial = false) =>
        new(account, "", Day(from), to is null ? null : Day(to), null, 5, new Money(won, currency), isTrial);

    public static Deal Won(int account, string created, string closed, string channel, long amount = 1200) =>
        new(account, "", "", "won", DealOutcome.Won, true, Day(created), Day(closed), new Money(amount, "KRW"), null, channel, null, null, 0, 0);

    public static Cost Spend(string month, string channel, long won) => new(Day(month), channel, new Money(won, "KRW"));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
