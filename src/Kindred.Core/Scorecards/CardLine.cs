using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>A confirmed interaction: points for two or three conditions together, beyond what each gives by itself.</summary>
/// <param name="Conditions">What must hold together; a missing value satisfies no condition.</param>
/// <param name="IsAbsence">True when the combination does harm: the points are for rows where it does not hold, so that points stay ≥ 0.</param>
/// <param name="Points">Whole points, 0–100.</param>
/// <param name="Category">Category of the first field; null only in a free card.</param>
/// <param name="ChiSquared">Score-test statistic when it was found, on 70 % of the rows.</param>
/// <param name="ConfirmedP">One-sided p on the other 30 %.</param>
/// <param name="Rows">Rows of the learning table where the conditions hold.</param>
/// <param name="Positives">How many of them had the outcome.</param>
public sealed record CardLine(Conjunction Conditions, bool IsAbsence, int Points, CardCategory? Category, double ChiSquared, double ConfirmedP, int Rows, int Positives);
