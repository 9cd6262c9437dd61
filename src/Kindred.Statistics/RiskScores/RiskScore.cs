using Kindred.Statistics.Calibration;
using Kindred.Statistics.Regression;

namespace Kindred.Statistics.RiskScores;

/// <summary>An attribute of a learned score.</summary>
/// <param name="Field">Index of its field.</param>
/// <param name="Binning">Its bins.</param>
/// <param name="Points">Points of each bin.</param>
public sealed record ScoreAttribute(int Field, CellBinning Binning, int[] Points);

/// <summary>A learned score: whole points of attributes and lines, 0–100 in all, and what they mean.</summary>
/// <param name="Attributes">In field order.</param>
/// <param name="Lines">Confirmed interactions; ranges speak of positions in <paramref name="Attributes"/>.</param>
/// <param name="LinePoints">Per line its points: for rows inside where it is higher, for rows outside where it is lower.</param>
/// <param name="Intercept">Log-odds claimed at 0 points.</param>
/// <param name="Slope">Log-odds claimed a point.</param>
/// <param name="Calibrator">From claimed to calibrated log-odds; fitted on left-out rows.</param>
/// <param name="Ridge">λ chosen.</param>
/// <param name="DataShare">How much of the coefficients the data decided rather than the prior, 0–1: mean effective degrees of freedom a coefficient.</param>
/// <param name="OutOfFold">Per row the log-odds claimed by scores learned without it (inner folds).</param>
public sealed record RiskScore(
    IReadOnlyList<ScoreAttribute> Attributes,
    IReadOnlyList<ScoreLine> Lines,
    IReadOnlyList<int> LinePoints,
    double Intercept,
    double Slope,
    Calibrator Calibrator,
    double Ridge,
    double DataShare,
    double[] OutOfFold)
{
    /// <summary>Score of each row.</summary>
    /// <param name="cells">Per field the cell of each row, as <see cref="RiskScoreField.Cells"/>.</param>
    public int[] Score(IReadOnlyList<byte[]> cells) => Score(cells, withLines: true);

    /// <summary>Score of each row, with or without the lines.</summary>
    public int[] Score(IReadOnlyList<byte[]> cells, bool withLines)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var score = new int[cells.Count == 0 ? 0 : cells[0].Length];
        foreach (var attribute in Attributes)
        {
            var of = cells[attribute.Field];
            for (var row = 0; row < score.Length; row++)
            {
                score[row] += attribute.Points[attribute.Binning.BinOfCell[of[row]]];
            }
        }

        for (var i = 0; i < Lines.Count && withLines; i++)
        {
            var line = Lines[i];
            ScoreAttribute first = Attributes[line.First.Attribute], second = Attributes[line.Second.Attribute];
            for (var row = 0; row < score.Length; row++)
            {
                int a = first.Binning.BinOfCell[cells[first.Field][row]], b = second.Binning.BinOfCell[cells[second.Field][row]];
                var isInside = a >= line.First.From && a <= line.First.To && b >= line.Second.From && b <= line.Second.To;
                score[row] += isInside == line.IsHigher ? LinePoints[i] : 0;
            }
        }

        return score;
    }

    /// <summary>Calibrated probability of a score.</summary>
    public double Probability(int score) => CodedLogistic.Sigmoid(Calibrator.LogOdds(Intercept + Slope * score));
}
