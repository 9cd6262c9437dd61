namespace Kindred.Core.Standards;

/// <summary>Finds the currency a text names: sign, ISO code or Korean word. <c>$</c> alone is USD; <c>¥</c> alone is JPY.</summary>
public static class CurrencyWord
{
    private static readonly (string Word, string Code)[] Words =
    [
        ("US$", "USD"), ("A$", "AUD"), ("C$", "CAD"), ("S$", "SGD"), ("HK$", "HKD"), ("NZ$", "NZD"), ("NT$", "TWD"), ("R$", "BRL"), ("CN¥", "CNY"), ("JP¥", "JPY"),
        ("₩", "KRW"), ("￦", "KRW"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("￥", "JPY"), ("₹", "INR"), ("₫", "VND"), ("฿", "THB"), ("₱", "PHP"),
        ("달러", "USD"), ("유로", "EUR"), ("위안", "CNY"), ("엔", "JPY"), ("円", "JPY"), ("元", "CNY"), ("원", "KRW"),
    ];

    private static readonly string[] Codes =
        ["KRW", "USD", "EUR", "JPY", "GBP", "CNY", "SGD", "HKD", "TWD", "AUD", "CAD", "NZD", "CHF", "SEK", "NOK", "DKK", "INR", "VND", "THB", "IDR", "MYR", "PHP", "BRL", "MXN", "AED", "SAR", "ILS", "PLN", "CZK", "HUF", "TRY", "ZAR"];

    /// <summary>ISO code, or null when the text names no currency.</summary>
    public static string? Of(string text) => Find(text).Code;

    /// <summary>The text with its currency word taken out.</summary>
    public static string Without(string text) => Find(text) is { Code: not null } found ? text.Remove(found.At, found.Length) : text;

    /// <summary>True for a currency sign.</summary>
    internal static bool IsSymbol(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol || c is '￦' or '￥';

    private static (string? Code, int At, int Length) Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var code in Codes)
        {
            for (var at = text.IndexOf(code, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(code, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var end = at + code.Length;
                if ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (end == text.Length || !char.IsAsciiLetter(text[end])))
                {
                    return (code, at, code.Length);
                }
            }
        }

        foreach (var (word, code) in Words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (code, at, word.Length);
            }
        }

        return (null, -1, 0);
    }
}
