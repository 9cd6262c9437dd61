using Kindred.Statistics.Calibration;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

public class CalibrationTests
{
    [Fact]
    public void AreaUnderCurve_Ties_CountHalf()
    {
        // Pairs by hand: positives 3, 2, 2; negatives 1, 2, 0: 3+3... = (3 + 2.5 + 2.5) / 9.
        var auc = AreaUnderCurve.Of([3, 2, 2, 1, 2, 0], [1, 1, 1, 0, 0, 0]);
        Assert.Equal(8.0 / 9, auc.Value, Tolerances.Strict);
    }

    [Fact]
    public void AreaUnderCurve_Variance_IsDeLongsByItsDefinition()
    {
        var (score, positive) = Rows(300, 3);
        var auc = AreaUnderCurve.Of(score, positive);
        double[] x = [.. score.Where((_, row) => positive[row] == 1)], y = [.. score.Where((_, row) => positive[row] == 0)];
        static double Psi(double a, double b) => a > b ? 1 : a < b ? 0 : 0.5;
        double[] v10 = [.. x.Select(a => y.Average(b => Psi(a, b)))], v01 = [.. y.Select(b => x.Average(a => Psi(a, b)))];
        static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
        Assert.Equal(v10.Average(), auc.Value, Tolerances.Strict);
        Assert.Equal(Variance(v10) / x.Length + Variance(v01) / y.Length, auc.Variance, Tolerances.Strict);
    }

    [Fact]
    public void Holm_MatchesR_p_adjust()
    {
        // p.adjust(c(0.01, 0.04, 0.03, 0.02), "holm")
        double[] expected = [0.04, 0.06, 0.06, 0.06];
        var actual = HolmAdjustment.Of([0.01, 0.04, 0.03, 0.02]);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(expected[i], actual[i], Tolerances.Strict);
        }
    }

    [Fact]
    public void Choose_OverconfidentClaims_AreDrawnIn()
    {
        // Claims are twice the true log-odds: every calibrator must halve them.
        var random = new SeededRandom(8);
        double[] claimed = [.. Enumerable.Range(0, 20000).Select(_ => Math.Round(random.NextNormal() * 3, 1))];
        byte[] positive = [.. claimed.Select(x => (byte)(random.NextUnit() < CodedLogistic.Sigmoid(x / 2) ? 1 : 0))];
        byte[] folds = [.. claimed.Select((_, row) => (byte)(row % 5))];
        var calibrator = ChooseCalibrator.Run(claimed, positive, folds);
        foreach (var x in new[] { -3.0, -1, 0, 1, 3 })
        {
            Assert.Equal(CodedLogistic.Sigmoid(x / 2), calibrator.Probability(x), 0.03);
        }
    }

    [Fact]
    public void Choose_CurvedClaims_TakesACurveAndRises()
    {
        var random = new SeededRandom(9);
        double[] claimed = [.. Enumerable.Range(0, 20000).Select(_ => Math.Round(random.NextNormal() * 2, 1))];
        byte[] positive = [.. claimed.Select(x => (byte)(random.NextUnit() < CodedLogistic.Sigmoid(x > 0 ? 2 * x : x / 4) ? 1 : 0))];
        var calibrator = ChooseCalibrator.Run(claimed, positive, [.. claimed.Select((_, row) => (byte)(row % 5))]);
        Assert.NotEqual("platt", calibrator.Method);
        var before = double.NegativeInfinity;
        for (var x = -8.0; x <= 8; x += 0.05)
        {
            var now = calibrator.LogOdds(x);
            Assert.True(now > before, $"falls at {x}");
            before = now;
        }
    }

    [Fact]
    public void Platt_ClaimsThatPointTheWrongWay_NeverTurnAround()
    {
        var rows = CalibrationRows.Of([-1, -1, -1, 1, 1, 1], [1, 1, 0, 0, 0, 1]);
        var platt = PlattCalibrator.Fit(rows);
        Assert.True(platt.LogOdds(1) > platt.LogOdds(-1));
        Assert.Equal(0.5, platt.Probability(0), 0.01);
    }

    [Fact]
    public void Quality_PerfectProbabilities_StayWithinTheLimit()
    {
        var within = 0;
        for (var seed = 1; seed <= 100; seed++)
        {
            var random = new SeededRandom(seed, 6);
            double[] p = [.. Enumerable.Range(0, 2000).Select(_ => CodedLogistic.Sigmoid(random.NextNormal()))];
            byte[] positive = [.. p.Select(value => (byte)(random.NextUnit() < value ? 1 : 0))];
            var quality = CalibrationQuality.Of(p, positive, seed);
            within += quality.ExpectedError <= quality.ExpectedErrorLimit ? 1 : 0;
        }

        // 95 % of 100 runs; 88 is more than three standard errors below.
        Assert.InRange(within, 88, 100);
    }

    [Fact]
    public void Quality_SmallCase_IsTheFormulas()
    {
        // By hand: p = 0.25, 0.25, 0.75 with outcomes 0, 1, 1.
        var quality = CalibrationQuality.Of([0.25, 0.25, 0.75], [0, 1, 1], 1);
        Assert.Equal(-(Math.Log(0.75) + Math.Log(0.25) + Math.Log(0.75)) / 3, quality.LogLoss, Tolerances.Strict);
        Assert.Equal((0.0625 + 0.5625 + 0.0625) / 3, quality.Brier, Tolerances.Strict);
        Assert.Equal((0.5 + 0.25) / 3, quality.ExpectedError, Tolerances.Strict);
    }

    private static (double[] Score, byte[] Positive) Rows(int count, int seed)
    {
        var random = new SeededRandom(seed);
        byte[] positive = [.. Enumerable.Range(0, count).Select(_ => (byte)random.Below(2))];
        return ([.. positive.Select(value => (double)(random.Below(8) + 2 * value))], positive);
    }
}
