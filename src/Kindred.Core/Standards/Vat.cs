using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>Reads the tax basis from headers and takes the tax out.</summary>
public static class Vat
{
    /// <summary>Korean rate.</summary>
    public const decimal KoreanRate = 0.10m;

    /// <summary>What a header says about the tax.</summary>
    public static VatBasis OfHeader(string header)
    {
        var key = Spelling.Key(header);
        return key switch
        {
            _ when Has(key, "공급가액", "공급가", "부가세별도", "부가세제외", "vat별도", "vat제외", "exclvat", "excltax", "exvat", "netamount", "subtotal") => VatBasis.Supply,
            _ when Has(key, "합계금액", "공급대가", "부가세포함", "vat포함", "inclvat", "incltax", "grossamount", "총액") => VatBasis.Included,
            _ when Has(key, "세액", "부가세", "부가가치세") || key is "vat" or "tax" or "taxamount" => VatBasis.TaxOnly,
            _ => VatBasis.Unknown,
        };
    }

    /// <summary>The amount without tax: gross ÷ 1.1 for won, rounded half away from zero; unchanged when it holds none.</summary>
    public static Money ToSupply(Money money, VatBasis basis) =>
        basis == VatBasis.Included && money.Currency == "KRW" ? Money.FromMajor(money.Major / (1m + KoreanRate), money.Currency) : money;

    private static bool Has(string key, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (key.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
