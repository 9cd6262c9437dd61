using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Calibration;

/// <summary>How well probabilities agree with what happened.</summary>
/// <param name="LogLoss">Mean −ln of the probability of what happened.</param>
/// <param name="Brier">Mean squared error.</param>
/// <param name="Slope">Slope of a logistic regression of the outcome on logit(p); 1 is perfect (Cox 1958).</param>
/// <param name="SlopeLow">Lower end of its 95 % interval.</param>
/// <param name="SlopeHigh">Upper end.</param>
/// <param name="ExpectedError">Expected calibration error: mean distance of rate and mean probability over 10 equal-width bins, weighted by rows.</param>
/// <param name="ExpectedErrorLimit">95 % limit of that error for a perfectly calibrated model with these probabilities: 1,000 draws.</param>
public readonly record struct CalibrationQuality(double LogLoss, double Brier, double Slope, double SlopeLow, double SlopeHigh, double ExpectedError, double ExpectedErrorLimit)
{
    private const int Bins = 10;
    private const int Draws = 1000;

    /// <summary>Of probabilities and outcomes.</summary>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="positive">Per row 1 or 0.</param>
    /// <param name="seed">Of the draws.</param>
    public static CalibrationQuality Of(double[] probability, byte[] positive, long seed)
    {
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(positive);
        double loss = 0, brier = 0;
        for (var row = 0; row < probability.Length; row++)
        {
            var p = probability[row];
            loss -= positive[row] == 1 ? Math.Log(p) : Math.Log(1 - p);
            brier += (p - positive[row]) * (p - positive[row]);
        }

        var groups = CalibrationRows.Of([.. probability.Select(CodedLogistic.Logit)], positive);
        var (slope, covariance) = SmallLogistic.FitWithInformation([groups.Claimed], groups.Rows, groups.Positives);
        var error = Math.Sqrt(covariance[3]);
        return new CalibrationQuality(loss / probability.Length, brier / probability.Length, slope[1], slope[1] - 1.959963984540054 * error, slope[1] + 1.959963984540054 * error,
            ErrorOf(probability, row => positive[row]), Limit(probability, seed));
    }

    private static double ErrorOf(double[] probability, Func<int, int> positive)
    {
        Span<double> gap = stackalloc double[Bins];
        gap.Clear();
        for (var row = 0; row < probability.Length; row++)
        {
            gap[Math.Min(Bins - 1, (int)(probability[row] * Bins))] += positive(row) - probability[row];
        }

        var sum = 0.0;
        foreach (var each in gap)
        {
            sum += Math.Abs(each);
        }

        return sum / probability.Length;
    }

    // Rows of one bin are independent: their sum of outcomes is drawn as a normal with the bin's own mean and variance, exact enough from a few dozen rows; small bins are drawn row by row.
    private static double Limit(double[] probability, long seed)
    {
        var random = new SeededRandom(seed, 21);
        var byBin = new List<double>[Bins];
        for (var bin = 0; bin < Bins; bin++)
        {
            byBin[bin] = [];
        }

        foreach (var p in probability)
        {
            byBin[Math.Min(Bins - 1, (int)(p * Bins))].Add(p);
        }

        var deviations = byBin.Select(bin => Math.Sqrt(bin.Sum(p => p * (1 - p)))).ToArray();
        var errors = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            for (var bin = 0; bin < Bins; bin++)
            {
                sum += Math.Abs(byBin[bin].Count > 100 ? random.NextNormal() * deviations[bin] : byBin[bin].Sum(p => (random.NextUnit() < p ? 1 : 0) - p));
            }

            errors[draw] = sum / probability.Length;
        }

        Array.Sort(errors);
        return errors[(int)(0.95 * Draws)];
    }
}
