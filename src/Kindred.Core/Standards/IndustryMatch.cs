namespace Kindred.Core.Standards;

/// <summary>What an industry text was taken to mean.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Sector">Coarse word.</param>
/// <param name="Naics">NAICS 2022 code; beside a Korean code only where the list of spellings pairs the two, else null.</param>
/// <param name="Ksic">KSIC 11 code, or null when only a NAICS code is known.</param>
/// <param name="Method">How it was found.</param>
/// <param name="Confidence">0–1: 1 official code or title, 0.95 synonym, 0.7 a known word inside, 0.5 overlap of words with an official title.</param>
public sealed record IndustryMatch(string Text, Sector Sector, IndustryCode? Naics, IndustryCode? Ksic, IndustryMatchMethod Method, double Confidence);
