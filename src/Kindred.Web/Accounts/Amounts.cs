using Kindred.Core.Basics;

namespace Kindred.Web.Accounts;

/// <summary>Amounts as people write them: 1.2억 원, 340만 원, $12,400.</summary>
internal static class Amounts
{
    private const double Eok = 1e8;
    private const double Man = 1e4;

    /// <summary>The amount; a dash when it is not known.</summary>
    /// <param name="amount">In major units; NaN is unknown.</param>
    /// <param name="currency">ISO code.</param>
    /// <param name="ko">Whether the page is Korean.</param>
    public static string Of(double amount, string currency, bool ko)
    {
        if (double.IsNaN(amount))
        {
            return "–";
        }

        var size = Math.Abs(amount);
        return (currency, ko) switch
        {
            ("KRW", true) => (size >= Eok ? Format.Grouped(Math.Round(amount / Eok, 1)) + "억" : size >= Man ? Format.Grouped(Math.Round(amount / Man)) + "만" : Format.Grouped(Math.Round(amount))) + " 원",
            ("KRW", _) => "₩" + Format.Grouped(Math.Round(amount)),
            ("USD", _) => (amount < 0 ? "−$" : "$") + Format.Grouped(Math.Round(size)),
            _ => Format.Grouped(Math.Round(amount)) + " " + currency,
        };
    }
}
