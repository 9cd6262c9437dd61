using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Web.Shell;

/// <summary>Amounts on pages, as people read them: 1.2억 원, 461만 원, ₩4.6M, $12.3k.</summary>
public static class AmountWords
{
    private const double Eok = 100_000_000;
    private const double Man = 10_000;

    /// <summary>Beyond this minor units do not fit: digits alone.</summary>
    private const double Most = 1e15;

    /// <summary>An amount in major units of a currency; a dash when it is not known.</summary>
    /// <param name="page">The page, for its language.</param>
    /// <param name="amount">Major units; NaN is unknown.</param>
    /// <param name="currency">ISO code; empty where none is known.</param>
    public static string Money(this PageContext page, double amount, string currency)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(currency);
        return double.IsNaN(amount) ? "–"
            : currency.Length == 0 ? Format.Grouped(Math.Round(amount))
            : Math.Abs(amount) >= Most ? Format.Grouped(Math.Round(amount)) + " " + currency
            : page.Ko && currency == "KRW" ? Won(amount)
            : MoneyText.Short(Core.Basics.Money.FromMajor((decimal)amount, currency), page.Language);
    }

    private static string Won(double amount) => Math.Abs(amount) switch
    {
        // 9,999.6만 rounds up to 1억.
        >= Eok - (Man / 2) => Short(amount / Eok) + "억 원",
        >= Man => Format.Grouped(Math.Round(amount / Man)) + "만 원",
        _ => Format.Grouped(Math.Round(amount)) + "원",
    };

    private static string Short(double value) => Math.Abs(value) >= 100 || Math.Round(value, 1) == Math.Round(value) ? Format.Grouped(Math.Round(value)) : Format.Fixed(value, 1);
}
