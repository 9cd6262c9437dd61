using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>One column of the worksheet.</summary>
/// <param name="DataPoint">Item of the bank <c>worksheet-columns</c> it serves, or null for what every sheet needs.</param>
/// <param name="Header">Header, a word the import recognises or keeps under its own name.</param>
/// <param name="Hint">What to write there.</param>
public sealed record WorksheetColumn(string? DataPoint, Wording Header, Wording Hint);
