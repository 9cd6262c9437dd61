using Kindred.Core.Basics;

namespace Kindred.Core.Conditions;

/// <summary>A field that conditions speak about: a column of an as-of table with its meaning.</summary>
/// <param name="Name">Column name in the table; the key everywhere.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Level">What it describes; only <see cref="FieldLevel.Company"/> enters an ICP.</param>
/// <param name="Unit">Word after a number ("명" / "people"), or null.</param>
/// <param name="Source">File and column it comes from, for the page that shows where a figure is from.</param>
public sealed record Field(string Name, Wording Label, FieldLevel Level, Wording? Unit = null, string? Source = null);
