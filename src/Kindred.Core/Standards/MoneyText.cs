using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>Writes amounts the way people read them: <c>125억 원</c>, <c>1조 2,300억 원</c>, <c>$1.2M</c>; grouped in full for ledgers.</summary>
public static class MoneyText
{
    /// <summary>Short form in one language. Won in Korean: 조·억·만, the two largest units, cut (not rounded up); below 만 in full. Other currencies and English: k, M, B with at most one decimal.</summary>
    public static string Short(Money money, Language language)
    {
        var major = money.Major;
        var sign = major < 0 ? "-" : "";
        var size = Math.Abs(major);
        return money.Currency == "KRW" && language == Language.Korean ? sign + Won(size) + " 원" : sign + Symbol(money.Currency) + Scaled(size);
    }

    /// <summary>All digits, grouped: <c>₩1,250,000</c>, <c>$1,250.50</c>.</summary>
    public static string Full(Money money)
    {
        var digits = Money.Exponent(money.Currency);
        return (money.Minor < 0 ? "-" : "") + Symbol(money.Currency) + Math.Abs(money.Major).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Won(decimal size)
    {
        ReadOnlySpan<(decimal Scale, string Word)> units = [(1e12m, "조"), (1e8m, "억"), (1e4m, "만"), (1m, "")];
        for (var i = 0; i < units.Length; i++)
        {
            if (size < units[i].Scale && i < units.Length - 1)
            {
                continue;
            }

            var head = Math.Floor(size / units[i].Scale);
            var rest = i + 1 < units.Length - 1 ? Math.Floor((size - (head * units[i].Scale)) / units[i + 1].Scale) : 0m;
            return Grouped(head) + units[i].Word + (rest > 0 ? " " + Grouped(rest) + units[i + 1].Word : "");
        }

        return "0";
    }

    private static string Scaled(decimal size) => size switch
    {
        >= 999_950_000m => One(size / 1e9m) + "B",
        >= 999_950m => One(size / 1e6m) + "M",
        >= 1_000m => One(size / 1e3m) + "k",
        _ => size.ToString("0.##", CultureInfo.InvariantCulture),
    };

    private static string One(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Grouped(decimal value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Symbol(string currency) => currency switch
    {
        "KRW" => "₩",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        _ => currency + " ",
    };
}
