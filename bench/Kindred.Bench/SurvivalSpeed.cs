using System.Globalization;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Survival;

namespace Kindred.Bench;

/// <summary>Proportional hazards (Efron, six covariates) on 200,000 rows, with distinct times and with times in whole months; and the survival curve of a million rows.</summary>
internal static class SurvivalSpeed
{
    public static void Run()
    {
        foreach (var isTied in new[] { false, true })
        {
            var (time, died, x) = Rows(200_000, isTied);
            foreach (var attempt in new[] { "cold", "warm", "warm" })
            {
                var (took, fit) = Measured.Here(() => CoxRegression.Fit(time, died, x));
                Console.WriteLine($"cox 200,000 x 6 {(isTied ? "months  " : "distinct")} {attempt}  {took}  {fit.Events} events, {fit.Iterations} steps, b1 {fit.Coefficients[0].ToString("F4", CultureInfo.InvariantCulture)}");
            }
        }

        var (times, events, _) = Rows(1_000_000, isTied: true);
        foreach (var attempt in new[] { "cold", "warm" })
        {
            var (took, curve) = Measured.Here(() => KaplanMeier.Of(times, events));
            Console.WriteLine($"curve 1,000,000 {attempt}       {took}  {curve.Steps.Count} times");
        }
    }

    /// <summary>Exponential lives with hazard exp(0.5 x1 − 0.3 x2 + …), three numbers and three yes/no covariates, censored at random.</summary>
    private static (double[] Time, byte[] Died, double[][] X) Rows(int rows, bool isTied)
    {
        var random = new SeededRandom(11);
        double[] effect = [0.5, -0.3, 0.2, 0.4, -0.2, 0];
        var x = effect.Select(_ => new double[rows]).ToArray();
        var time = new double[rows];
        var died = new byte[rows];
        for (var i = 0; i < rows; i++)
        {
            double sum = 0;
            for (var j = 0; j < effect.Length; j++)
            {
                x[j][i] = j < 3 ? random.NextNormal() : random.NextUnit() < 0.4 ? 1 : 0;
                sum += effect[j] * x[j][i];
            }

            double life = -Math.Log(1 - random.NextUnit()) * 24 / Math.Exp(sum), seen = 36 * random.NextUnit();
            died[i] = life <= seen ? (byte)1 : (byte)0;
            time[i] = Math.Min(life, seen);
            time[i] = isTied ? Math.Ceiling(time[i]) : time[i];
        }

        return (time, died, x);
    }
}
