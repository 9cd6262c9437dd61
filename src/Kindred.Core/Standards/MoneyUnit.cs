namespace Kindred.Core.Standards;

/// <summary>The unit a header states for a column of amounts: <c>매출액 (단위: 백만원)</c>, <c>Revenue ($K)</c>.</summary>
/// <param name="Scale">What one unit is in major units of the currency.</param>
/// <param name="Currency">ISO code, or null when the header names none.</param>
public sealed record MoneyUnit(decimal Scale, string? Currency)
{
    /// <summary>Unit words, longest first.</summary>
    internal static readonly (string Word, decimal Scale)[] Words =
    [
        ("thousand", 1e3m), ("trillion", 1e12m), ("billion", 1e9m), ("million", 1e6m), ("백억", 1e10m), ("십억", 1e9m), ("천만", 1e7m), ("백만", 1e6m), ("십만", 1e5m),
        ("조", 1e12m), ("억", 1e8m), ("만", 1e4m), ("천", 1e3m), ("bn", 1e9m), ("mm", 1e6m), ("tn", 1e12m), ("k", 1e3m), ("m", 1e6m), ("b", 1e9m), ("t", 1e12m),
    ];

    /// <summary>The unit in the brackets of a header, or null when it states none.</summary>
    public static MoneyUnit? OfHeader(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var open = header.IndexOfAny(['(', '[', '（']);
        var inside = open < 0 ? "" : header[(open + 1)..].TrimEnd(')', ']', '）', ' ');
        foreach (var prefix in new[] { "단위", "unit", ":", "：", "in ", " " })
        {
            inside = inside.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? inside[prefix.Length..].TrimStart() : inside;
        }

        inside = inside.TrimStart(':', '：', ' ');
        if (inside.Length == 0)
        {
            return null;
        }

        var currency = CurrencyWord.Of(inside);
        var word = CurrencyWord.Without(inside).Trim();
        foreach (var (unit, scale) in Words)
        {
            if (word.Equals(unit, StringComparison.OrdinalIgnoreCase) || word.Equals(unit + "s", StringComparison.OrdinalIgnoreCase))
            {
                return new MoneyUnit(scale, currency ?? (char.IsAscii(unit[0]) ? null : "KRW"));
            }
        }

        return word.Length == 0 && currency is not null ? new MoneyUnit(1m, currency) : null;
    }
}
