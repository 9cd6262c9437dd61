using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>One comparison of then with now.</summary>
/// <param name="Kind">What is compared.</param>
/// <param name="Field">Field; <c>score-band</c>, <c>all</c> or two fields joined by " × " where it is not one of the data's.</param>
/// <param name="Label">For people.</param>
/// <param name="Level">Level that moved most, or whose win rate it is; null for numbers.</param>
/// <param name="Then">Share of the level, or its win rate, in the reference; for numbers null.</param>
/// <param name="Now">The same in the period under review.</param>
/// <param name="MedianThen">Median of a number in the reference; else null.</param>
/// <param name="MedianNow">Median now; else null.</param>
/// <param name="Statistic">χ² or the Kolmogorov–Smirnov distance; null where none could be worked out.</param>
/// <param name="AdjustedP">Corrected for everything looked at; null likewise.</param>
/// <param name="Psi">Population stability index, for comparison only; null for win rates.</param>
/// <param name="PsiLimit">Its 95 % null quantile at these sizes.</param>
/// <param name="Verdict">What it comes to.</param>
/// <param name="Have">Rows now.</param>
/// <param name="Need">Rows now it takes to find a difference worth knowing.</param>
/// <param name="Sentence">In words.</param>
public sealed record DriftFigure(
    DriftKind Kind, string Field, Wording Label, Wording? Level, RateFigure? Then, RateFigure? Now, double? MedianThen, double? MedianNow,
    double? Statistic, double? AdjustedP, double? Psi, double? PsiLimit, FigureVerdict Verdict, int Have, int Need, Wording Sentence);
