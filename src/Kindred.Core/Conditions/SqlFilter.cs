namespace Kindred.Core.Conditions;

/// <summary>A predicate with its values beside it.</summary>
/// <param name="Text">SQL with @p0, @p1 … in place of every value.</param>
/// <param name="Parameters">Names without @ and values: words and days as string, numbers as double.</param>
public sealed record SqlFilter(string Text, IReadOnlyList<KeyValuePair<string, object>> Parameters);
