namespace Kindred.Statistics.Calibration;

/// <summary>The calibrator with the lowest held-out log-loss over folds, fitted on all rows: Platt, beta, spline and, from 1,000 positives, isotonic averaged with Platt.</summary>
public static class ChooseCalibrator
{
    /// <summary>Positives from which isotonic regression takes part.</summary>
    public const int IsotonicFrom = 1000;

    /// <summary>Chooses and fits.</summary>
    /// <param name="claimed">Out-of-fold log-odds of each row.</param>
    /// <param name="positive">Per row 1 or 0.</param>
    /// <param name="folds">Per row the fold it was left out in.</param>
    public static Calibrator Run(double[] claimed, byte[] positive, byte[] folds)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(folds);
        var withIsotonic = positive.Sum(value => value) >= IsotonicFrom;
        Func<CalibrationRows, Calibrator?>[] candidates = [PlattCalibrator.Fit, BetaCalibrator.Fit, SplineCalibrator.Fit, .. withIsotonic ? [IsotonicPlattCalibrator.Fit] : (Func<CalibrationRows, Calibrator?>[])[]];
        var loss = new double[candidates.Length];
        for (byte fold = 0; fold <= folds.Max(); fold++)
        {
            var train = CalibrationRows.Of(claimed, positive, row => folds[row] != fold);
            var test = CalibrationRows.Of(claimed, positive, row => folds[row] == fold);
            for (var i = 0; i < candidates.Length; i++)
            {
                loss[i] += candidates[i](train) is { } fitted ? test.Loss(fitted) : double.PositiveInfinity;
            }
        }

        var all = CalibrationRows.Of(claimed, positive);
        foreach (var i in Enumerable.Range(0, candidates.Length).OrderBy(i => loss[i]).ThenBy(i => i))
        {
            if (candidates[i](all) is { } fitted)
            {
                return fitted;
            }
        }

        throw new InvalidOperationException("Platt's calibration always exists.");
    }
}
