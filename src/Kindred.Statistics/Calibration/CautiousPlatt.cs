using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Calibration;

/// <summary>
/// Platt's line for few positives: its slope is known to ± its clustered error only, and taking it at its word makes probabilities too bold on the whole (errors in a slope do not cancel when it is applied).
/// The slope is therefore averaged with 1, what a ridge chosen on held-out rows aims at, by precision (a normal prior of standard deviation <see cref="PriorDeviation"/> around 1), and shrunk by d / (d + <see cref="Pull"/>),
/// d the clusters with a positive: folds deal out customers, not years, and do not see how fast coefficients learned from few departures lose their hold (the form of van Houwelingen and le Cessie 1990).
/// The intercept follows so that the mean probability equals the rate. Witness: its limits, many positives give Platt's own line. The pull was set on simulated companies and checked on others (bench churn).
/// </summary>
public sealed class CautiousPlatt : Calibrator
{
    /// <summary>Standard deviation of the prior around a slope of 1.</summary>
    public const double PriorDeviation = 0.25;

    /// <summary>Clusters with a positive at which the slope is halved.</summary>
    public const double Pull = 8;

    private CautiousPlatt(double intercept, double slope) => (Intercept, Slope) = (intercept, slope);

    /// <inheritdoc />
    public override string Method => "cautious-platt";

    /// <summary>Log-odds where the claim is 0.</summary>
    public double Intercept { get; }

    /// <summary>Slope, &gt; 0.</summary>
    public double Slope { get; }

    /// <summary>Fits.</summary>
    /// <param name="claimed">Held-out log-odds of each row.</param>
    /// <param name="positive">Per row 1 or 0; both occur.</param>
    /// <param name="clusters">Rows that belong together; at least two.</param>
    public static CautiousPlatt Fit(double[] claimed, byte[] positive, Clusters clusters)
    {
        ArgumentNullException.ThrowIfNull(claimed);
        ArgumentNullException.ThrowIfNull(positive);
        var own = ClusteredSlope.Of([.. claimed.Select(CodedLogistic.Sigmoid)], positive, clusters);
        var variance = Math.Pow((own.High - own.Low) / (2 * 1.959963984540054), 2);
        var prior = PriorDeviation * PriorDeviation;
        var slope = double.IsFinite(variance) ? Math.Max(0.05, ((own.Slope * prior) + variance) / (prior + variance)) : 1;
        double departures = Enumerable.Range(0, positive.Length).Where(row => positive[row] == 1).Select(row => clusters.Of[row]).Distinct().Count();
        slope *= departures / (departures + Pull);
        var wanted = positive.Sum(value => (double)value);
        double low = -30, high = 30;
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = claimed.Sum(odds => CodedLogistic.Sigmoid(middle + (slope * odds))) < wanted ? (middle, high) : (low, middle);
        }

        return new CautiousPlatt((low + high) / 2, slope);
    }

    /// <inheritdoc />
    public override double LogOdds(double claimed) => Intercept + (Slope * claimed);
}
