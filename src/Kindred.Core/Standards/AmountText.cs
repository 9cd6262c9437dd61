using System.Globalization;
using System.Text;

namespace Kindred.Core.Standards;

/// <summary>An amount as people write it: <c>₩1,250,000</c>, <c>125억 원</c>, <c>1조 2,300억</c>, <c>1,250백만원</c>, <c>$1.2M</c>, <c>(1,234)</c>, <c>연매출 100억 이상</c>.</summary>
/// <param name="Major">Amount in major units (won, dollars).</param>
/// <param name="Currency">ISO code where the text names one, else null.</param>
/// <param name="IsAtLeast">True for "이상", "+", "over": a lower bound, not an amount.</param>
public sealed record AmountText(decimal Major, string? Currency, bool IsAtLeast)
{
    /// <summary>Reads an amount; null when the text holds none, or holds two.</summary>
    public static AmountText? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = text.Normalize(NormalizationForm.FormKC).Trim();
        var currency = CurrencyWord.Of(plain);
        var total = 0m;
        var groups = 0;
        var lastScale = decimal.MaxValue;
        var negative = false;
        for (var i = 0; i < plain.Length;)
        {
            if (!char.IsAsciiDigit(plain[i]))
            {
                negative |= plain[i] is '-' or '−' or '(' or '△' or '▲' && FollowedByNumber(plain, i + 1);
                i++;
                continue;
            }

            var start = i;
            while (i < plain.Length && (char.IsAsciiDigit(plain[i]) || (plain[i] is '.' or ',' && i + 1 < plain.Length && char.IsAsciiDigit(plain[i + 1]))))
            {
                i++;
            }

            if (Number(plain[start..i]) is not { } number)
            {
                return null;
            }

            var (scale, length) = Scale(plain, i);
            i += length;
            if (groups > 0 && scale >= lastScale)
            {
                return null; // "1억 2억" or "100 200": two amounts.
            }

            total += number * scale;
            lastScale = scale;
            groups++;
        }

        return groups == 0 ? null : new AmountText(negative ? -total : total, currency, AtLeast(plain));
    }

    private static bool FollowedByNumber(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || CurrencyWord.IsSymbol(text[at])))
        {
            at++;
        }

        return at < text.Length && char.IsAsciiDigit(text[at]);
    }

    private static (decimal Scale, int Length) Scale(string text, int at)
    {
        var from = at;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        var rest = text.AsSpan(at);
        foreach (var (word, scale) in MoneyUnit.Words)
        {
            var ascii = char.IsAscii(word[0]);
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !(ascii && rest.Length > word.Length && char.IsAsciiLetter(rest[word.Length])))
            {
                return (scale, at - from + word.Length);
            }
        }

        return (1m, 0);
    }

    private static decimal? Number(string text)
    {
        var comma = text.LastIndexOf(',');
        var point = text.LastIndexOf('.');
        var plain = (comma, point) switch
        {
            ( >= 0, >= 0) when comma > point => text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            ( >= 0, >= 0) => text.Replace(",", "", StringComparison.Ordinal),
            ( >= 0, _) when text.Length - comma - 1 == 3 || text.IndexOf(',', StringComparison.Ordinal) != comma => text.Replace(",", "", StringComparison.Ordinal),
            ( >= 0, _) => text.Replace(',', '.'),
            (_, >= 0) when text.IndexOf('.', StringComparison.Ordinal) != point => text.Replace(".", "", StringComparison.Ordinal),
            _ => text,
        };
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool AtLeast(string text) =>
        text.Contains("이상", StringComparison.Ordinal) || text.Contains('≥', StringComparison.Ordinal) || text.EndsWith('+') || text.Contains("or more", StringComparison.OrdinalIgnoreCase) || text.Contains("over ", StringComparison.OrdinalIgnoreCase);
}
