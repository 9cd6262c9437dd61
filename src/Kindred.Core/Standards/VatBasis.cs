namespace Kindred.Core.Standards;

/// <summary>Whether invoice amounts hold the value-added tax.</summary>
public enum VatBasis
{
    /// <summary>The header does not say.</summary>
    Unknown,

    /// <summary>공급가액: without tax.</summary>
    Supply,

    /// <summary>합계금액, VAT 포함: with tax.</summary>
    Included,

    /// <summary>세액: the tax itself, never revenue.</summary>
    TaxOnly,
}
