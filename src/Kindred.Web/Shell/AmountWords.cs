using Kindred.Core.Basics;

namespace Kindred.Web.Shell;

/// <summary>Amounts as people read them: 1.2억 원, 461만 원, ₩4,607,000, $12,300.</summary>
public static class AmountWords
{
    private const double Eok = 100_000_000;
    private const double Man = 10_000;

    /// <summary>An amount in major units of a currency; a dash when it is not known (NaN).</summary>
    public static string Money(this PageContext page, double amount, string currency)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(currency);
        return double.IsNaN(amount) ? "–" : page.Ko && currency == "KRW" ? Won(amount) : Signed(amount, currency);
    }

    private static string Won(double amount) => Math.Abs(amount) switch
    {
        // 9,999.6만 rounds up to 1억.
        >= Eok - (Man / 2) => Short(amount / Eok) + "억 원",
        >= Man => Format.Grouped(Math.Round(amount / Man)) + "만 원",
        _ => Format.Grouped(Math.Round(amount)) + "원",
    };

    private static string Short(double value) => Math.Abs(value) >= 100 || Math.Round(value, 1) == Math.Round(value) ? Format.Grouped(Math.Round(value)) : Format.Fixed(value, 1);

    private static string Signed(double amount, string currency)
    {
        var digits = Format.Grouped(Math.Round(Math.Abs(amount)));
        var minus = amount < 0 ? "−" : "";
        return currency switch
        {
            "KRW" => minus + "₩" + digits,
            "USD" => minus + "$" + digits,
            "EUR" => minus + "€" + digits,
            "JPY" => minus + "¥" + digits,
            "GBP" => minus + "£" + digits,
            "" => minus + digits,
            _ => minus + digits + " " + currency,
        };
    }
}
