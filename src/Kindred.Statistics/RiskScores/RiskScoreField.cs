using Kindred.Statistics.Binning;

namespace Kindred.Statistics.RiskScores;

/// <summary>A field a risk score may use, cut into small cells before anything is learned.</summary>
/// <param name="Cells">Per row its cell; 0 is missing.</param>
/// <param name="CellCount">Cells, the missing one included; at most 256.</param>
/// <param name="IsOrdered">Whether cells 1, 2, … are ordered (a number) or words, which are ordered by their rate.</param>
/// <param name="Shape">Shape of the rates along the cells; the missing cell is exempt. Words have none.</param>
/// <param name="Group">Index of the group whose share of the points it counts in; 0 where there are no groups.</param>
/// <param name="PriorPoints">Per cell the points people gave it, shrunk toward; null: none.</param>
/// <param name="MayJoinLines">Whether ranges of its bins may be part of a line.</param>
/// <param name="IsMissingNeutral">Whether a missing value counts as an average one, whatever the data say: where values are filled in after the outcome, that one is missing tells the outcome.</param>
public sealed record RiskScoreField(byte[] Cells, int CellCount, bool IsOrdered, BinShape Shape = BinShape.Any, int Group = 0, double[]? PriorPoints = null, bool MayJoinLines = true, bool IsMissingNeutral = false);
