namespace Kindred.Statistics.RiskScores;

/// <summary>Bins [From, To] of one attribute.</summary>
/// <param name="Attribute">Position of the attribute in the score.</param>
/// <param name="From">First value bin.</param>
/// <param name="To">Last value bin.</param>
public readonly record struct BinRange(int Attribute, int From, int To);

/// <summary>An interaction of two attributes: rows whose bins lie in both ranges.</summary>
/// <param name="First">Range of the first attribute.</param>
/// <param name="Second">Range of the second attribute.</param>
/// <param name="ChiSquared">Score-test statistic where it was found.</param>
/// <param name="IsHigher">More positives than the additive model expects.</param>
/// <param name="ConfirmedP">One-sided p on rows it was not found in.</param>
public sealed record ScoreLine(BinRange First, BinRange Second, double ChiSquared, bool IsHigher, double ConfirmedP = double.NaN);
