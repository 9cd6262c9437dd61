using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Calibration;

/// <summary>
/// Calibration slope where rows of a cluster share their fate: logistic regression of the outcome on logit(p) (Cox 1958) with the covariance of Liang and Zeger 1986, H⁻¹ M H⁻¹, M the sum over clusters of
/// squared scores times G / (G − 1). O(rows). Witness: with one row a cluster it is White's covariance, written out in the tests; the closed form of the clustered variance of one rate.
/// </summary>
/// <param name="Slope">1 is perfect.</param>
/// <param name="Low">Lower end of its 95 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Intercept">Log-odds off at p = 1/2; 0 is perfect.</param>
public readonly record struct ClusteredSlope(double Slope, double Low, double High, double Intercept)
{
    /// <summary>Of probabilities and outcomes.</summary>
    /// <param name="probability">In (0, 1), not all equal.</param>
    /// <param name="positive">Per row 1 or 0; both occur.</param>
    /// <param name="clusters">Rows that belong together; at least two.</param>
    public static ClusteredSlope Of(double[] probability, byte[] positive, Clusters clusters)
    {
        ArgumentNullException.ThrowIfNull(probability);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(clusters);
        if (clusters.Count < 2)
        {
            throw new ArgumentException("At least two clusters.", nameof(clusters));
        }

        double[] x = [.. probability.Select(CodedLogistic.Logit)];
        var beta = SmallLogistic.Fit([x], [.. x.Select(_ => 1.0)], [.. positive.Select(value => (double)value)]);
        double h00 = 0, h01 = 0, h11 = 0, m00 = 0, m01 = 0, m11 = 0;
        for (var cluster = 0; cluster < clusters.Count; cluster++)
        {
            double s0 = 0, s1 = 0;
            foreach (var row in clusters.RowsOf(cluster))
            {
                var p = CodedLogistic.Sigmoid(beta[0] + beta[1] * x[row]);
                var weight = p * (1 - p);
                (h00, h01, h11) = (h00 + weight, h01 + weight * x[row], h11 + weight * x[row] * x[row]);
                (s0, s1) = (s0 + positive[row] - p, s1 + (positive[row] - p) * x[row]);
            }

            (m00, m01, m11) = (m00 + s0 * s0, m01 + s0 * s1, m11 + s1 * s1);
        }

        // Second row of H⁻¹, times M, times itself.
        var determinant = h00 * h11 - h01 * h01;
        double a = -h01 / determinant, b = h00 / determinant;
        var variance = (a * a * m00 + 2 * a * b * m01 + b * b * m11) * clusters.Count / (clusters.Count - 1.0);
        var error = 1.959963984540054 * Math.Sqrt(variance);
        return new ClusteredSlope(beta[1], beta[1] - error, beta[1] + error, beta[0]);
    }
}
