namespace Kindred.Core.Standards;

/// <summary>A classification of industries.</summary>
public enum IndustrySystem
{
    /// <summary>North American Industry Classification System 2022 (2–6 digits; 31-33, 44-45, 48-49 are one sector each).</summary>
    Naics2022,

    /// <summary>한국표준산업분류 11차 (section letter, then 2–5 digits), in force since 2024-07.</summary>
    Ksic11,
}
