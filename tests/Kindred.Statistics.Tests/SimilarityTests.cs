using Kindred.Statistics.Calibration;
using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Similarity;

namespace Kindred.Statistics.Tests;

public class SimilarityTests
{
    [Fact]
    public void GowerDistance_IsTheDefinitionWrittenOut()
    {
        // Two numbers (ranges 10 and 4), two categories; weights 1, 2, 3, 4: |3 − 8| / 10, unknown, alike, unlike.
        var gower = new GowerDistance([10, 4, 0, 0], [1, 2, 3, 4]);
        var (distance, known) = gower.Of([3, double.NaN, 1, 2], [8, 1, 1, 5]);
        Assert.Equal((1 * 0.5 + 3 * 0 + 4 * 1) / 8.0, distance!.Value, Tolerances.Strict);
        Assert.Equal(0.8, known, Tolerances.Strict);
        Assert.Equal((0.0, 1.0), (gower.Of([3, 1, 1, 2], [3, 1, 1, 2]).Distance, gower.Of([3, 1, 1, 2], [3, 1, 1, 2]).Known));
        Assert.Null(gower.Of([3, double.NaN, 1, 2], [double.NaN, 1, double.NaN, double.NaN]).Distance);
        Assert.Equal(1, gower.OfField(0, -50, 50));
        Assert.Throws<ArgumentException>(() => new GowerDistance([1], [-1]));
        Assert.Throws<ArgumentException>(() => gower.Of([1], [1]));
    }

    [Fact]
    public void GowerDistance_MatchesR_daisy_loans()
    {
        // Bruce, Bruce and Gedeck, Practical Statistics for Data Scientists, 2nd ed. 2020, p. 323: daisy(x, metric = 'gower') of R's cluster on five loans
        // (debt to income, payment to income, home, purpose), printed to seven places.
        double[][] loans = [[1.00, 2.39320, 0, 0], [5.55, 4.57170, 1, 1], [18.08, 9.71600, 0, 2], [10.08, 12.21520, 0, 3], [7.06, 3.90888, 0, 2]];
        double[][] published = [[], [0.6220479], [0.6863877, 0.8143398], [0.6329040, 0.7608561, 0.4307083], [0.3772789, 0.5389727, 0.3091088, 0.5056250]];
        var gower = new GowerDistance([18.08 - 1.00, 12.21520 - 2.39320, 0, 0], [1, 1, 1, 1]);
        for (var i = 0; i < loans.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Half a unit of the last place printed.
                Assert.Equal(published[i][j], gower.Of(loans[i], loans[j]).Distance!.Value, 5.1e-8);
                Assert.Equal(gower.Of(loans[i], loans[j]), gower.Of(loans[j], loans[i]));
            }
        }
    }

    [Fact]
    public void OutcomeWeights_FieldThatTells_TakesNearlyAllTheWeight()
    {
        var random = new SeededRandom(3);
        byte[] positive = [.. Enumerable.Range(0, 300).Select(row => (byte)(row % 3 == 0 ? 1 : 0))];
        int[] tells = [.. positive.Select(value => random.NextUnit() < 0.8 ? value : 1 - value)];
        int[] noise = [.. positive.Select(_ => random.Below(4))];
        var (weights, areas, isLearned) = OutcomeWeights.Learn([tells, noise], [2, 4], positive, Clusters.Single(300), 1);
        Assert.True(isLearned);
        Assert.Equal(1, weights.Sum(), Tolerances.Strict);
        Assert.True(weights[0] > 0.9, weights[0].ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(areas[0] > 0.75);
        var nothing = OutcomeWeights.Learn([noise], [4], positive, Clusters.Single(300), 1);
        Assert.Equal(1, nothing.Weights[0], Tolerances.Strict);
    }

    [Fact]
    public void ClusteredSlope_OneRowACluster_IsWhitesCovariance()
    {
        var random = new SeededRandom(8);
        double[] p = [.. Enumerable.Range(0, 200).Select(_ => 0.05 + 0.6 * random.NextUnit())];
        byte[] y = [.. p.Select(value => (byte)(random.NextUnit() < value ? 1 : 0))];
        var slope = ClusteredSlope.Of(p, y, Clusters.Single(200));
        double[] x = [.. p.Select(CodedLogistic.Logit)];
        double h00 = 0, h01 = 0, h11 = 0, m00 = 0, m01 = 0, m11 = 0, s0 = 0, s1 = 0;
        for (var i = 0; i < 200; i++)
        {
            var q = 1 / (1 + Math.Exp(-(slope.Intercept + slope.Slope * x[i])));
            double w = q * (1 - q), r = (y[i] - q) * (y[i] - q);
            (s0, s1) = (s0 + y[i] - q, s1 + ((y[i] - q) * x[i]));
            (h00, h01, h11) = (h00 + w, h01 + w * x[i], h11 + w * x[i] * x[i]);
            (m00, m01, m11) = (m00 + r, m01 + r * x[i], m11 + r * x[i] * x[i]);
        }

        // (H⁻¹ M H⁻¹)₁₁ by the definition, times G / (G − 1).
        var det = h00 * h11 - h01 * h01;
        double i01 = -h01 / det, i11 = h00 / det;
        var variance = (i01 * (m00 * i01 + m01 * i11) + i11 * (m01 * i01 + m11 * i11)) * 200 / 199;
        Assert.Equal(1.959963984540054 * Math.Sqrt(variance), slope.High - slope.Slope, 1e-6);

        // The most likely line: both of its score equations are zero.
        Assert.Equal(0, s0, 1e-6);
        Assert.Equal(0, s1, 1e-6);
    }

    [Fact]
    public void CalibratedLogistic_OneField_HasTheClosedClusteredVariance()
    {
        // 40 clusters of 5 rows, one code: the rate's log-odds has variance Σ_c (y_c − n_c p)² / (N p (1 − p))² where the penalty weighs nothing.
        var random = new SeededRandom(5);
        var clusterOf = Enumerable.Range(0, 200).Select(row => row / 5).ToArray();
        double[] rates = [.. Enumerable.Range(0, 40).Select(_ => random.NextUnit() < 0.3 ? 0.7 : 0.1)];
        byte[] positive = [.. clusterOf.Select(cluster => (byte)(random.NextUnit() < rates[cluster] ? 1 : 0))];
        var model = CalibratedLogistic.Run([new byte[200]], [1], positive, Clusters.From(clusterOf), 1, [1e-6]);
        var p = positive.Average(value => value);
        var meat = Enumerable.Range(0, 40).Sum(cluster => Math.Pow(Enumerable.Range(0, 200).Where(row => clusterOf[row] == cluster).Sum(row => positive[row] - p), 2));
        var error = 1.959963984540054 * Math.Sqrt(meat) / (200 * p * (1 - p));
        var (value, low, high) = model.Probability([0]);
        var spread = ((CautiousPlatt)model.Calibrator).Slope;
        Assert.Equal(p, value, 1e-3);
        Assert.Equal(spread * error, CodedLogistic.Logit(high) - CodedLogistic.Logit(value), 1e-3);
        Assert.Equal(spread * error, CodedLogistic.Logit(value) - CodedLogistic.Logit(low), 1e-3);
    }

    [Fact]
    public void CautiousPlatt_ManyClusters_IsPlattsLine_FewAreDrawnIn()
    {
        var random = new SeededRandom(12);
        (double[] Claimed, byte[] Positive) Draw(int n)
        {
            double[] claimed = [.. Enumerable.Range(0, n).Select(_ => -1 + 1.5 * random.NextNormal())];
            return (claimed, [.. claimed.Select(odds => (byte)(random.NextUnit() < CodedLogistic.Sigmoid(0.5 + 1.3 * odds) ? 1 : 0))]);
        }

        var many = Draw(40_000);
        var free = PlattCalibrator.Fit(CalibrationRows.Of(many.Claimed, many.Positive));
        var cautious = CautiousPlatt.Fit(many.Claimed, many.Positive, Clusters.Single(40_000));
        Assert.Equal(free.LogOdds(1), cautious.LogOdds(1), 0.02);
        Assert.Equal(free.LogOdds(-3), cautious.LogOdds(-3), 0.02);
        var few = Draw(60);
        var drawn = CautiousPlatt.Fit(few.Claimed, few.Positive, Clusters.Single(60));
        Assert.InRange(drawn.Slope, 0.3, 1.2);
        Assert.Equal(few.Positive.Sum(value => (double)value), few.Claimed.Sum(drawn.Probability), 1e-6);
    }

    [Fact]
    public void CalibratedLogistic_Intervals_HoldTheTruthInSimulations()
    {
        // 120 clusters of 6 rows, two fields; truth known; seeds 1–60, all codes. 95 % intervals; standard error of the share about 1 %.
        int held = 0, all = 0;
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new SeededRandom(seed, 9);
            byte[] a = new byte[720], b = new byte[720], y = new byte[720];
            for (var cluster = 0; cluster < 120; cluster++)
            {
                byte own = (byte)random.Below(3);
                for (var k = 0; k < 6; k++)
                {
                    var row = cluster * 6 + k;
                    (a[row], b[row]) = (own, (byte)random.Below(2));
                    y[row] = (byte)(random.NextUnit() < Truth(a[row], b[row]) ? 1 : 0);
                }
            }

            var model = CalibratedLogistic.Run([a, b], [3, 2], y, Clusters.From([.. Enumerable.Range(0, 720).Select(row => row / 6)]), seed);
            for (byte i = 0; i < 3; i++)
            {
                for (byte j = 0; j < 2; j++)
                {
                    var (_, low, high) = model.Probability([i, j]);
                    held += Truth(i, j) >= low && Truth(i, j) <= high ? 1 : 0;
                    all++;
                }
            }
        }

        Assert.InRange((double)held / all, 0.88, 0.99);

        static double Truth(byte a, byte b) => CodedLogistic.Sigmoid(-1.6 + 0.5 * a + 0.7 * b);
    }
}
