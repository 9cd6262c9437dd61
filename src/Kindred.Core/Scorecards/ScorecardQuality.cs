namespace Kindred.Core.Scorecards;

/// <summary>Quality of a card on rows it was not learned from.</summary>
/// <param name="Auc">Area under the ROC curve, mean of folds.</param>
/// <param name="AucLow">Lower end of its 95 % interval (DeLong, pooled over folds).</param>
/// <param name="AucHigh">Upper end.</param>
/// <param name="LogLoss">Mean of folds.</param>
/// <param name="Brier">Mean of folds.</param>
/// <param name="CalibrationSlope">Pooled; 1 is perfect.</param>
/// <param name="SlopeLow">Lower end of its 95 % interval.</param>
/// <param name="SlopeHigh">Upper end.</param>
/// <param name="Ece">Expected calibration error, pooled, 10 equal-width bins.</param>
/// <param name="EceLimit">95 % limit of that for a perfectly calibrated card.</param>
/// <param name="AucWithoutLines">AUC of the same cards with their lines taken out.</param>
/// <param name="Rows">Rows it was measured on.</param>
/// <param name="Positives">Positives among them.</param>
public sealed record ScorecardQuality(double Auc, double AucLow, double AucHigh, double LogLoss, double Brier, double CalibrationSlope, double SlopeLow, double SlopeHigh, double Ece, double EceLimit, double AucWithoutLines, int Rows, int Positives);
