using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>One line of a forest plot.</summary>
/// <param name="Label">The description in words.</param>
/// <param name="N">Rows it covers.</param>
/// <param name="Estimate">Rate (0–1) or lift; null when there is not enough to say.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Kind">Hue and shape.</param>
/// <param name="Note">A short word under the label, such as "다시 확인됨 / held up again", or null.</param>
/// <param name="Need">Rows needed before anything can be said; shown when <paramref name="Estimate"/> is null.</param>
public sealed record ForestRow(Wording Label, long N, double? Estimate, double Low, double High, GroupKind Kind = GroupKind.Outside, Wording? Note = null, long? Need = null);
