namespace Kindred.Core.Scorecards;

/// <summary>What one value of a field means to a card: all values of a class give the same points and satisfy the same lines.</summary>
/// <param name="Bin">Index of the attribute's bin; -1 for a field that only lines use.</param>
/// <param name="Points">Points of that bin.</param>
/// <param name="Lines">Bit l is set when line l has no condition on the field, or its condition holds for the value.</param>
internal readonly record struct PlanClass(int Bin, int Points, uint Lines);
