using System.Diagnostics;
using System.Globalization;
using Kindred.Statistics.Drift;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Sequential;
using Kindred.Statistics.Tests;

namespace Kindred.Bench;

/// <summary>Simulated quarters and trials of known truth: how often anything is called where nothing is, and how often a doubled share is found.</summary>
internal static class ReviewRuns
{
    private const int Permutations = 999;

    public static void Run(int quarters, int trials, int firstSeed)
    {
        var watch = Stopwatch.StartNew();
        Say("null quarters, 400 against 100 rows, 12 fields: any alarm", Count(quarters, firstSeed, seed => Any(SimulatedQuarter.Null(seed, 400, 100), 400, seed)), quarters, watch);
        Say("null quarters, 400 against 100 rows, 12 fields: PSI above 0.1 anywhere", Count(quarters, firstSeed, seed => DriftTest.Run(SimulatedQuarter.Null(seed, 400, 100), 400, 99, seed).Any(outcome => outcome.Psi > 0.1)), quarters, watch);
        Say("share of 12 % doubled, 400 against 400 rows: found in its field and level", Count(quarters, firstSeed, seed => Found(seed, 400, 400)), quarters, watch);
        Say("share of 12 % doubled, 400 against 100 rows: found in its field and level", Count(quarters, firstSeed, seed => Found(seed, 400, 100)), quarters, watch);
        foreach (var (days, scored, random) in new[] { (14, 10, 3), (60, 10, 3), (60, 6, 6) })
        {
            Say($"null trials at 20 %, {days} days of {scored} against {random} leads, looked at daily: ever called", Count(trials, firstSeed, seed => Called(seed, days, scored, random, 0.2)), trials, watch);
        }

        Say("trials at 60 against 30 % taken, 14 days of 10 against 3 leads: called", Count(trials, firstSeed, seed => Called(seed, 14, 10, 3, 0.6)), trials, watch);
        Say("the same trials with a fixed test looked at daily (two proportions, 5 %), nothing to find: ever called", Count(trials, firstSeed, seed => Naive(seed, 60, 10, 3)), trials, watch);
    }

    private static bool Any(DriftField[] fields, int then, int seed) => DriftTest.Run(fields, then, Permutations, seed).Any(outcome => outcome.AdjustedP <= 0.05);

    private static bool Found(int seed, int then, int now) => DriftTest.Run(SimulatedQuarter.Doubled(seed, then, now), then, Permutations, seed)[0] is { AdjustedP: <= 0.05, Level: 1 };

    private static bool Called(int seed, int days, int scored, int random, double rate) =>
        AlwaysValidDifference.Largest(Blocks(seed, days, scored, random, rate, rate > 0.2 ? 0.3 : 0.2), 0) >= Math.Log(20);

    /// <summary>What looking every day does to an ordinary test.</summary>
    private static bool Naive(int seed, int days, int scored, int random)
    {
        double x = 0, n = 0, y = 0, m = 0;
        foreach (var block in Blocks(seed, days, scored, random, 0.2, 0.2))
        {
            (x, n, y, m) = (x + block.First, n + block.FirstRows, y + block.Second, m + block.SecondRows);
            var pooled = (x + y) / (n + m);
            if (pooled is > 0 and < 1 && Math.Abs((x / n) - (y / m)) > 1.96 * Math.Sqrt(pooled * (1 - pooled) * ((1 / n) + (1 / m))))
            {
                return true;
            }
        }

        return false;
    }

    private static SequentialBlock[] Blocks(int seed, int days, int scored, int random, double first, double second)
    {
        var draw = new SeededRandom(seed, 9);
        int Positives(int rows, double rate) => Enumerable.Range(0, rows).Count(_ => draw.NextUnit() < rate);
        return [.. Enumerable.Range(0, days).Select(_ => new SequentialBlock(Positives(scored, first), scored, Positives(random, second), random))];
    }

    private static int Count(int runs, int firstSeed, Func<int, bool> happened) => Enumerable.Range(firstSeed, runs).AsParallel().Count(happened);

    private static void Say(string what, int count, int runs, Stopwatch watch) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reviews {what}: {count} of {runs} ({100.0 * count / runs:F1} %), 5 % gives at most {Limit(runs)} in 97.5 % of such files; {watch.Elapsed.TotalSeconds:F0} s"));

    /// <summary>97.5 % quantile of a binomial of 5 %.</summary>
    private static int Limit(int runs) => MathNet.Numerics.Distributions.Binomial.CDF(0.05, runs, 0) >= 0.975 ? 0 : Enumerable.Range(0, runs + 1).First(count => MathNet.Numerics.Distributions.Binomial.CDF(0.05, runs, count) >= 0.975);
}
