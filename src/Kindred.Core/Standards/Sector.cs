using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A coarse word that brings free spellings of an industry together: <c>software</c>, <c>manufacturing</c>.</summary>
/// <param name="Word">Stable key.</param>
/// <param name="Label">Name for people.</param>
public sealed record Sector(string Word, Wording Label);
