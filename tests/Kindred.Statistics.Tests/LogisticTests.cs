using Kindred.Statistics.Regression;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

public class LogisticTests
{
    // R 4.x, datasets::mtcars: weight and transmission (am).
    private static readonly double[] Weight = [2.620, 2.875, 2.320, 3.215, 3.440, 3.460, 3.570, 3.190, 3.150, 3.440, 3.440, 4.070, 3.730, 3.780, 5.250, 5.424, 5.345, 2.200, 1.615, 1.835, 2.465, 3.520, 3.435, 3.840, 3.845, 1.935, 2.140, 1.513, 3.170, 2.770, 3.570, 2.780];
    private static readonly double[] Manual = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1];

    [Fact]
    public void SmallLogistic_MatchesR_glm_mtcars()
    {
        // summary(glm(am ~ wt, binomial, mtcars)): 12.040 (4.510), -4.024 (1.436).
        var (beta, covariance) = SmallLogistic.FitWithInformation([Weight], [.. Weight.Select(_ => 1.0)], Manual);
        Assert.Equal(12.040, beta[0], 0.0006);
        Assert.Equal(-4.024, beta[1], 0.0006);
        Assert.Equal(4.510, Math.Sqrt(covariance[0]), 0.0006);
        Assert.Equal(1.436, Math.Sqrt(covariance[3]), 0.0006);
    }

    [Fact]
    public void CodedLogistic_OneField_GivesTheRatesOfItsCodes()
    {
        // A saturated model reproduces 3/10, 12/20 and 25/30.
        var codes = new List<byte>();
        var positive = new List<byte>();
        foreach (var (code, n, y) in new[] { (0, 10, 3), (1, 20, 12), (2, 30, 25) })
        {
            for (var i = 0; i < n; i++)
            {
                codes.Add((byte)code);
                positive.Add((byte)(i < y ? 1 : 0));
            }
        }

        var fit = new CodedLogistic([[.. codes]], [3], [.. positive]).Fit(0);
        double[] rates = [.. fit.Coefficients.Select(beta => CodedLogistic.Sigmoid(fit.Intercept + beta))];
        Assert.Equal(0.3, rates[0], 1e-6);
        Assert.Equal(0.6, rates[1], 1e-6);
        Assert.Equal(25.0 / 30, rates[2], 1e-6);
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(10, false)]
    [InlineData(10, true)]
    public void CodedLogistic_AtItsSolution_HasNoSlopeLeft(double ridge, bool withPrior)
    {
        var random = new SeededRandom(4);
        byte[][] codes = [Draw(random, 3), Draw(random, 4), Draw(random, 2)];
        byte[] positive = [.. Enumerable.Range(0, 400).Select(row => (byte)(random.NextUnit() < 0.2 + 0.15 * codes[0][row] ? 1 : 0))];
        double[]? prior = withPrior ? [.. Enumerable.Range(0, 9).Select(i => 0.1 * i)] : null;
        var fit = new CodedLogistic(codes, [3, 4, 2], positive).Fit(ridge, prior);
        // The penalised log-likelihood by its definition, its slope by differences.
        double Objective(double[] beta, double intercept)
        {
            double loss = 0;
            for (var row = 0; row < positive.Length; row++)
            {
                var odds = intercept + beta[codes[0][row]] + beta[3 + codes[1][row]] + beta[7 + codes[2][row]];
                loss += Math.Log(1 + Math.Exp(odds)) - positive[row] * odds;
            }

            return loss + ridge / 2 * beta.Select((value, i) => Math.Pow(value - (prior?[i] ?? 0), 2)).Sum();
        }

        for (var i = 0; i < 9; i++)
        {
            double[] up = [.. fit.Coefficients], down = [.. fit.Coefficients];
            up[i] += 1e-4;
            down[i] -= 1e-4;
            Assert.Equal(0, (Objective(up, fit.Intercept) - Objective(down, fit.Intercept)) / 2e-4, 1e-3);
        }

        Assert.Equal(0, (Objective(fit.Coefficients, fit.Intercept + 1e-4) - Objective(fit.Coefficients, fit.Intercept - 1e-4)) / 2e-4, 1e-3);
        Assert.Equal(Objective(fit.Coefficients, fit.Intercept), fit.PenalisedLoss, 1e-8);
    }

    [Fact]
    public void CholeskyFactor_SolvesAndInverts()
    {
        double[] matrix = [4, 2, 0.6, 2, 5, 1, 0.6, 1, 3];
        var factor = CholeskyFactor.Of(matrix, 3)!;
        var x = factor.Solve([1, 2, 3]);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(i + 1, Enumerable.Range(0, 3).Sum(j => matrix[i * 3 + j] * x[j]), Tolerances.Strict);
        }

        var inverse = factor.Inverse();
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(j => matrix[j] * inverse[j * 3]), Tolerances.Strict);
        Assert.Null(CholeskyFactor.Of([1, 2, 2, 1], 2));
    }

    private static byte[] Draw(SeededRandom random, int codes) => [.. Enumerable.Range(0, 400).Select(_ => (byte)random.Below(codes))];
}
