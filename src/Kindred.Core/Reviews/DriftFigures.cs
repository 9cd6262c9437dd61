using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>A family of comparisons whose chance of any false alarm is held together.</summary>
/// <param name="Rows">Found first, then by p.</param>
/// <param name="ThenRows">Rows of the reference.</param>
/// <param name="NowRows">Rows of the period under review.</param>
/// <param name="Level">Chance of any false alarm over the family.</param>
/// <param name="Permutations">Permutations; 0 where exact tests with Holm's correction were used.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Sentence">What the family says.</param>
public sealed record DriftFigures(IReadOnlyList<DriftFigure> Rows, int ThenRows, int NowRows, double Level, int Permutations, long Seed, Wording Sentence);
