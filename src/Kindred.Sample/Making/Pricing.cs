using Kindred.Core.Basics;

namespace Kindred.Sample.Making;

/// <summary>Prices in the customer's currency: ₩ at home, $ in the US and Singapore, ¥ in Japan.</summary>
internal static class Pricing
{
    public static string CurrencyOf(string country) => country switch { "KR" => "KRW", "JP" => "JPY", _ => "USD" };

    public static int Seats(SampleAccount account, SeededGenerator random) =>
        Math.Max(2, (int)Math.Round(0.8 * Math.Pow(account.Employees, 0.75) * Math.Exp(0.22 * random.Normal()) * (account.Group == SampleGroup.Anti ? 1.25 : 1)));

    public static Money FirstYear(SampleAccount account, SeededGenerator random)
    {
        var perSeat = account.Country switch { "KR" => 46_000m, "JP" => 4_600m, _ => 20m };
        var discount = 1 - (0.02m * random.Below(8));
        var year = perSeat * Seats(account, random) * 12 * discount;
        var rounding = account.Country switch { "KR" => 10_000m, "JP" => 1_000m, _ => 10m };
        return Money.FromMajor(Math.Round(year / rounding) * rounding, CurrencyOf(account.Country));
    }

    public static string Plan(int seats) => seats switch { < 8 => "Starter", < 25 => "Team", < 100 => "Business", _ => "Enterprise" };

    /// <summary>The amount in won at the sample's fixed rates.</summary>
    public static decimal InWon(Money money) => money.Currency switch
    {
        "KRW" => money.Major,
        "JPY" => money.Major * Planted.WonPerYen,
        _ => money.Major * Planted.WonPerDollar,
    };
}
