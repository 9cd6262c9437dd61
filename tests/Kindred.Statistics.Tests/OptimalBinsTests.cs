using Kindred.Statistics.Binning;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

public class OptimalBinsTests
{
    [Fact]
    public void Path_SmallCells_EqualsTryingEveryCut()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var (rows, positives) = Cells(seed, 4 + seed % 6);
            var path = OptimalBins.Path(rows, positives, 5, 8, 1);
            for (var k = 2; k <= 5; k++)
            {
                var best = Everything(rows, positives, k, 8, 1, _ => true);
                Assert.Equal(best is null, path[k - 1] is null);
                if (best is { } least)
                {
                    Assert.Equal(least, Total(rows, positives, path[k - 1]!), Tolerances.Standard);
                }
            }
        }
    }

    [Theory]
    [InlineData(BinShape.Rising)]
    [InlineData(BinShape.Falling)]
    [InlineData(BinShape.Peaked)]
    public void Path_Shape_IsKeptAndNoShapedCutIsBetter(BinShape shape)
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            // Without a smallest bin the blocks of the shape's best fit hold every best cut.
            var (rows, positives) = Cells(seed, 4 + seed % 5);
            var path = OptimalBins.Path(rows, positives, 4, 0, 0, shape);
            for (var k = 2; k <= 4; k++)
            {
                if (path[k - 1] is not { } ends)
                {
                    continue;
                }

                Assert.True(HasShape(Rates(rows, positives, ends), shape), $"seed {seed}, {k} bins");
                // Cells of equal rate are never cut apart: up to k bins are compared, not exactly k.
                var best = Enumerable.Range(1, k).Min(bins => Everything(rows, positives, bins, 0, 0, cut => HasShape(Rates(rows, positives, cut), shape)));
                Assert.Equal(best!.Value, path[..k].Min(cut => cut is null ? double.PositiveInfinity : Total(rows, positives, cut)), Tolerances.Standard);
            }
        }
    }

    [Fact]
    public void Path_TooFewRowsForTwoBins_GivesOne()
    {
        var path = OptimalBins.Path([5, 5], [1, 4], 3, 8, 0);
        Assert.Equal([2], path[0]!);
        Assert.Null(path[1]);
        Assert.Null(path[2]);
    }

    [Fact]
    public void Fit_Isotonic_PoolsWhatViolates()
    {
        // Ayer et al. 1955: rates 0.2, 0.5, 0.3 with weights 10, 10, 20 pool to 0.2, 11/30, 11/30.
        Assert.Equal([0.2, 11.0 / 30, 11.0 / 30], IsotonicRates.Fit([10, 10, 20], [2, 5, 6]), (a, b) => Math.Abs(a - b) < Tolerances.Strict);
        Assert.Equal([11.0 / 30, 11.0 / 30, 0.2], IsotonicRates.Fit([20, 10, 10], [6, 5, 2], isRising: false), (a, b) => Math.Abs(a - b) < Tolerances.Strict);
    }

    private static (double[] Rows, double[] Positives) Cells(int seed, int count)
    {
        var random = new SeededRandom(seed, 5);
        double[] rows = [.. Enumerable.Range(0, count).Select(_ => 3.0 + random.Below(12))];
        double[] positives = [.. rows.Select(n => (double)random.Below((int)n + 1))];
        return (rows, positives);
    }

    private static double? Everything(double[] rows, double[] positives, int bins, double minRows, double minEach, Func<int[], bool> allowed)
    {
        double? best = null;
        for (var mask = 0; mask < 1 << (rows.Length - 1); mask++)
        {
            int[] ends = [.. Enumerable.Range(1, rows.Length - 1).Where(i => (mask >> (i - 1) & 1) == 1), rows.Length];
            if (ends.Length != bins || !allowed(ends) || !Sums(rows, positives, ends).All(bin => bin.N >= minRows && bin.Y >= minEach && bin.N - bin.Y >= minEach))
            {
                continue;
            }

            var total = Total(rows, positives, ends);
            best = best is null || total < best ? total : best;
        }

        return best;
    }

    private static IEnumerable<(double N, double Y)> Sums(double[] rows, double[] positives, int[] ends)
    {
        var from = 0;
        foreach (var end in ends)
        {
            yield return (rows[from..end].Sum(), positives[from..end].Sum());
            from = end;
        }
    }

    private static double[] Rates(double[] rows, double[] positives, int[] ends) => [.. Sums(rows, positives, ends).Select(bin => bin.Y / bin.N)];

    private static double Total(double[] rows, double[] positives, int[] ends) => Sums(rows, positives, ends).Sum(bin =>
    {
        var p = bin.Y / bin.N;
        return -(bin.Y > 0 ? bin.Y * Math.Log(p) : 0) - (bin.N > bin.Y ? (bin.N - bin.Y) * Math.Log(1 - p) : 0);
    });

    private static bool HasShape(double[] rates, BinShape shape)
    {
        bool Rises(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).All(i => rates[i + 1] >= rates[i] - 1e-12);
        bool Falls(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).All(i => rates[i + 1] <= rates[i] + 1e-12);
        var last = rates.Length - 1;
        return shape switch
        {
            BinShape.Rising => Rises(0, last),
            BinShape.Falling => Falls(0, last),
            _ => Enumerable.Range(0, rates.Length).Any(peak => Rises(0, peak) && Falls(peak, last)),
        };
    }
}
