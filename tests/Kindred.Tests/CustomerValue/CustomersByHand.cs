using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Tests.CustomerValue;

/// <summary>Facts written out by hand: customers with a won deal each.</summary>
internal static class CustomersByHand
{
    public static readonly DateOnly AsOf = new(2025, 12, 31);

    /// <summary>One won deal a customer.</summary>
    /// <param name="deals">Amount (null unknown), days from creation to signing (null unknown), day signed.</param>
    /// <param name="currency">Currency of the amounts.</param>
    public static AccountFacts Of(IReadOnlyList<(decimal? Amount, int? CycleDays, DateOnly Signed)> deals, string currency = "USD") => new()
    {
        AsOf = AsOf,
        Companies = [.. deals.Select((_, index) => CompanyOf(index))],
        Deals = [.. deals.Select((deal, index) => Won(index, deal.Amount, deal.CycleDays, deal.Signed, currency))],
        Placed = [],
        Quality = new QualityReport([], []),
    };

    public static Company CompanyOf(int index, string name = "Firm") =>
        new(index, "c" + Format.Whole(index), name + " " + Format.Whole(index), [], null, null, Place.Read(null, null, null), null, null, double.NaN, null, null, null, [], null);

    public static Deal Won(int account, decimal? amount, int? cycleDays, DateOnly signed, string currency = "USD") => new(
        account, "d" + Format.Whole(account), "", "Closed Won", DealOutcome.Won, true, cycleDays is { } days ? signed.AddDays(-days) : null, signed,
        amount is { } major ? Money.FromMajor(major, currency) : null, null, null, null, null, 0, account);
}
