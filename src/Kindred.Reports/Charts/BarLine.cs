using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>One bar of a <see cref="BarLineChart"/>.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Value">Its length; null where it is unknown (hatched).</param>
/// <param name="Low">Lower end of its interval, or null.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="Text">The value as text.</param>
/// <param name="Note">What stands beside it: the interval, n.</param>
public sealed record BarLine(string Label, double? Value, double? Low, double? High, string Text, Wording Note);
