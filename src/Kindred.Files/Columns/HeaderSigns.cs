using System.Text.RegularExpressions;

namespace Kindred.Files.Columns;

/// <summary>What the header itself says: a unit, a currency, that the column holds identifiers or dates.</summary>
/// <param name="Power">Power of ten of the unit in the header; 0 without one.</param>
/// <param name="Currency">ISO 4217 code in the header, else null.</param>
/// <param name="Unit">The unit as written, else null.</param>
/// <param name="IsIdentifier">The header names a key, number or code that is never counted with.</param>
/// <param name="IsDate">The header names a day or time.</param>
internal sealed partial record HeaderSigns(int Power, string? Currency, string? Unit, bool IsIdentifier, bool IsDate)
{
    internal static HeaderSigns Of(string header)
    {
        var (power, currency, unit) = UnitIn(header);
        return new HeaderSigns(power, currency, unit, Identifier().IsMatch(header), Day().IsMatch(header));
    }

    private static (int Power, string? Currency, string? Unit) UnitIn(string header)
    {
        foreach (Match match in Bracketed().Matches(header))
        {
            var inside = UnitLabel().Replace(match.Groups[1].Value, "").Trim();
            var parsed = Amount().Match(inside);
            if (parsed.Success)
            {
                var power = PowerOf(parsed.Groups["ko"].Success ? parsed.Groups["ko"].Value : parsed.Groups["en"].Value);
                var currency = CurrencyOf(parsed.Groups["cur"].Value) ?? CurrencyOf(parsed.Groups["pre"].Value);
                return (power, currency, inside);
            }
        }

        var code = Code().Match(header);
        return code.Success ? (0, code.Groups[1].Value.ToUpperInvariant(), null) : (0, null, null);
    }

    private static int PowerOf(string word) => word.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "천" or "k" or "thousand" or "thousands" or "inthousands" or "000s" or "'000" or "000" => 3,
        "만" => 4,
        "십만" => 5,
        "백만" or "m" or "mm" or "mn" or "million" or "millions" or "inmillions" => 6,
        "천만" => 7,
        "억" => 8,
        "십억" or "b" or "bn" or "billion" or "billions" or "inbillions" => 9,
        "조" => 12,
        _ => 0,
    };

    private static string? CurrencyOf(string word) => word.Trim().ToUpperInvariant() switch
    {
        "" => null,
        "원" or "₩" or "￦" or "KRW" => "KRW",
        "$" or "US$" or "USD" or "달러" or "불" => "USD",
        "€" or "EUR" or "유로" => "EUR",
        "¥" or "JPY" or "엔" => "JPY",
        "£" or "GBP" or "파운드" => "GBP",
        "위안" or "CNY" => "CNY",
        var code => code.Length == 3 && NumberWords.Currencies.Contains(code) ? code : null,
    };

    [GeneratedRegex(@"[\(\[（【]([^\)\]）】]{1,24})[\)\]）】]", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*(단위|unit|units)\s*[:：]?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex UnitLabel();

    [GeneratedRegex(@"^(?<pre>US\$|\$|€|£|¥|₩|USD|KRW|EUR|JPY|GBP|CNY|SGD)?\s*((?<ko>천만|백만|십만|십억|천|만|억|조)|(?<en>in thousands|in millions|in billions|thousands?|millions?|billions?|'?000s?|MM|mn|bn|k|m|b))?\s*(?<cur>원|달러|불|엔|유로|위안|US\$|\$|€|£|¥|₩|USD|KRW|EUR|JPY|GBP|CNY|SGD)?$(?<!^)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:^|[\s_\-/])(USD|KRW|EUR|JPY|GBP|CNY|SGD|HKD|AUD|CAD|CHF|INR)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"(^|[\s_\-\.\(/])(id|ids|key|uuid|guid|zip|zip ?code|postal ?code|post ?code|postcode|phone|tel|fax|mobile|ein|vat|sku|duns|naics|sic|ksic)(\)|$)|(?-i:[a-z](Id|ID|Ids|PostalCode|Phone|Fax|Key)$)|(번호|코드|우편번호|전화|연락처|휴대폰|팩스|아이디|식별자)$|^(사업자|법인)(등록)?번호|(phone|account|invoice|record|registration|business|customer) ?(number|no\.?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"date|(^|[\s_])(day|dt|on|at|time|since|until)$|일자|일시|날짜|(시작|종료|가입|계약|생성|등록|해지|발행|작성|만료|마감|결제)일", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Day();
}
