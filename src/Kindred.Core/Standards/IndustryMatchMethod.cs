namespace Kindred.Core.Standards;

/// <summary>How an industry text was understood.</summary>
public enum IndustryMatchMethod
{
    /// <summary>It is an official code.</summary>
    Code,

    /// <summary>It is an official title.</summary>
    Title,

    /// <summary>It is a known spelling (industry-terms.csv).</summary>
    Synonym,

    /// <summary>A known spelling stands inside it, or its words overlap with an official title.</summary>
    Words,
}
