namespace Kindred.Core.Engagement;

/// <summary>What a document is for.</summary>
public enum DocumentType
{
    /// <summary>Anything else.</summary>
    Other,

    /// <summary>Introduction of company and product.</summary>
    Intro,

    /// <summary>Customer cases.</summary>
    Case,

    /// <summary>Prices.</summary>
    Pricing,

    /// <summary>Security.</summary>
    Security,

    /// <summary>Return on investment.</summary>
    Roi,

    /// <summary>Report, study, white paper.</summary>
    Report,
}
