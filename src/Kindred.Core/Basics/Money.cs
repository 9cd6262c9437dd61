using System.Globalization;

namespace Kindred.Core.Basics;

/// <summary>An amount in minor units of one currency. Different currencies are never added.</summary>
/// <param name="Minor">Whole minor units (won, cents, yen).</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>Decimal places of a currency's minor unit: 0 for KRW, JPY, VND …, 3 for KWD …, else 2 (ISO 4217).</summary>
    public static int Exponent(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>The amount in major units (dollars, won).</summary>
    public decimal Major => Minor / Power(Exponent(Currency));

    /// <summary>Rounds a major amount half away from zero to minor units.</summary>
    public static Money FromMajor(decimal major, string currency) =>
        new((long)Math.Round(major * Power(Exponent(currency)), MidpointRounding.AwayFromZero), currency);

    /// <summary>Adds two amounts of the same currency.</summary>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? new Money(checked(left.Minor + right.Minor), left.Currency)
        : throw new ArgumentException($"{left.Currency} and {right.Currency} are never added without a dated rate.");

    /// <inheritdoc />
    public override string ToString() => Major.ToString(CultureInfo.InvariantCulture) + " " + Currency;

    private static decimal Power(int exponent) => exponent switch { 0 => 1m, 3 => 1000m, _ => 100m };
}
