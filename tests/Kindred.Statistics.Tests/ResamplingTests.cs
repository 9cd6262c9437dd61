using Kindred.Statistics.Binning;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Screening;

namespace Kindred.Statistics.Tests;

public class ResamplingTests
{
    [Fact]
    public void Permute_WholeClusters_ExchangesVectorsAmongClustersOfOneSizeOnly()
    {
        // Clusters of size 1 are all positive, of size 2 all negative, of size 3 mixed: no permutation may mix the sizes.
        int[] keys = [0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 6];
        byte[] positive = [1, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0];
        var clusters = Clusters.From(keys);
        var permuted = new byte[keys.Length];
        var sawSwap = false;
        for (var seed = 0; seed < 50; seed++)
        {
            clusters.Permute(positive, permuted, new SeededRandom(seed));
            Assert.Equal<byte>([1, 1, 1, 0, 0, 0, 0], permuted[..7]);
            var first = permuted[7] + permuted[8] + permuted[9];
            Assert.Contains(first, new[] { 0, 2 });
            Assert.Equal(2 - first, permuted[10] + permuted[11] + permuted[12]);
            sawSwap |= first == 0;
        }

        Assert.True(sawSwap);
    }

    [Fact]
    public void Folds_KeepClustersWholeAndClassesBalanced()
    {
        var random = new SeededRandom(5);
        int[] keys = [.. Enumerable.Range(0, 1000).Select(row => row / 4)];
        byte[] positive = [.. Enumerable.Range(0, 1000).Select(_ => (byte)(random.NextUnit() < 0.2 ? 1 : 0))];
        var folds = Clusters.From(keys).Folds(positive, 5, new SeededRandom(6));
        Assert.All(Enumerable.Range(0, 250), cluster => Assert.Single(folds.Skip(cluster * 4).Take(4).Distinct()));
        var positives = Enumerable.Range(0, 5).Select(fold => Enumerable.Range(0, 1000).Where(row => folds[row] == fold).Sum(row => positive[row])).ToArray();
        Assert.InRange(positives.Max() - positives.Min(), 0, 5);
    }

    // Vigna's reference code of xoshiro256**, seeded with {1, 2, 3, 4}: first outputs 11520, 0, 1509978240, 1215971899390074240.
    // Ours is seeded by SplitMix64; here its distribution is checked: 3-sigma bounds for 100,000 draws.
    [Fact]
    public void Random_MomentsAreThoseOfTheDistributions()
    {
        var random = new SeededRandom(1);
        const int Draws = 100_000;
        double unit = 0, normal = 0, normal2 = 0, gamma = 0;
        var counts = new int[7];
        for (var i = 0; i < Draws; i++)
        {
            unit += random.NextUnit();
            var z = random.NextNormal();
            normal += z;
            normal2 += z * z;
            gamma += random.NextGamma(2.5);
            counts[random.Below(7)]++;
        }

        Assert.InRange(unit / Draws, 0.5 - 3 * Math.Sqrt(1 / 12.0 / Draws), 0.5 + 3 * Math.Sqrt(1 / 12.0 / Draws));
        Assert.InRange(normal / Draws, -3 / Math.Sqrt(Draws), 3 / Math.Sqrt(Draws));
        Assert.InRange(normal2 / Draws, 1 - 3 * Math.Sqrt(2.0 / Draws), 1 + 3 * Math.Sqrt(2.0 / Draws));
        Assert.InRange(gamma / Draws, 2.5 - 3 * Math.Sqrt(2.5 / Draws), 2.5 + 3 * Math.Sqrt(2.5 / Draws));
        Assert.All(counts, count => Assert.InRange(count, Draws / 7.0 - 4 * Math.Sqrt(Draws * 6 / 49.0), Draws / 7.0 + 4 * Math.Sqrt(Draws * 6 / 49.0)));
    }

    // NumPy: np.percentile([1, 2, 3, 4, 10, 20, 20, 20, 50, 100], [20, 40, 60, 80]) = 2.8, 7.6, 20, 26.
    [Fact]
    public void Edges_NumPy_Percentile()
    {
        var edges = EqualFrequencyBins.Edges([100, 1, 2, 20, 3, 20, 4, 10, 20, 50, double.NaN], 5);
        double[] expected = [2.8, 7.6, 20, 26];
        Assert.Equal(expected.Length, edges.Length);
        for (var i = 0; i < edges.Length; i++)
        {
            Assert.Equal(expected[i], edges[i], Tolerances.Strict);
        }

        Assert.Equal<byte>([5, 3, 0, 1], EqualFrequencyBins.Assign([30, 20, double.NaN, -5], edges));
    }

    [Fact]
    public void Edges_EqualValues_AreNeverSplit() => Assert.Empty(EqualFrequencyBins.Edges([7, 7, 7, 7], 5));

    // By hand: positives score 3, 2, 2; negatives 2, 1. Pairs won 1+1 + (½+1)·2 = 5 of 6.
    [Fact]
    public void AreaUnderCurve_TiesCountHalf() => Assert.Equal(5.0 / 6, OneFieldStrength.AreaUnderCurve([3, 2, 2, 2, 1], [1, 1, 1, 0, 0]), Tolerances.Strict);

    // R: qnorm(0.975) = 1.959963984540054, qnorm(0.8) = 0.8416212335729143.
    [Fact]
    public void NormalQuantile_R_qnorm()
    {
        Assert.Equal(1.959963984540054, FindableUplift.NormalQuantile(0.975), Tolerances.Standard);
        Assert.Equal(0.8416212335729143, FindableUplift.NormalQuantile(0.8), Tolerances.Standard);
    }

    // The same approximation written out anew in Python (statistics.NormalDist), (1 − c)²·(r(1 − r)/n + q(1 − q)/(N − n)) as the variance, solved by bisection.
    [Theory]
    [InlineData(1200, 0.214, 0.2, 1e-5, 0.3408359494538354)]
    [InlineData(448, 0.5, 0.4, 1e-4, 0.6361987449459057)]
    [InlineData(100, 0.2, 0.1, 1e-6, 0.8714223363220615)]
    [InlineData(300, 0.3, 0.1, 1e-3, 0.6309303744747979)]
    public void FindableUplift_PythonNormalDist(int rows, double baseRate, double coverage, double critical, double rate)
    {
        var stated = FindableUplift.At(rows, baseRate, coverage, critical);
        Assert.Equal(rate, stated.Rate!.Value, Tolerances.Standard);
        Assert.Equal(rate - baseRate, stated.Uplift!.Value, Tolerances.Standard);
        Assert.Equal(rate / baseRate, stated.Lift!.Value, Tolerances.Standard);
    }

    [Theory]
    [InlineData(40, 0.5, 0.1, 1e-9)]
    [InlineData(1200, 0.2, 0.2, 0)]
    [InlineData(1200, 0, 0.2, 0.001)]
    [InlineData(1200, 1, 0.2, 0.001)]
    public void FindableUplift_NothingCanBeFound_IsNull(int rows, double baseRate, double coverage, double critical) =>
        Assert.Equal(new FindableUplift(coverage, null, null, null), FindableUplift.At(rows, baseRate, coverage, critical));

    /// <summary>By simulation: at the stated rate a test at the critical p finds the difference about 80 % of the time. 2,000 draws, standard error 0.009.</summary>
    [Theory]
    [InlineData(1200, 0.214, 0.2, 1e-5)]
    [InlineData(448, 0.5, 0.4, 1e-4)]
    public void FindableUplift_SimulatedPower_IsFourFifths(int rows, double baseRate, double coverage, double critical)
    {
        var stated = FindableUplift.At(rows, baseRate, coverage, critical);
        Assert.NotNull(stated.Rate);
        var random = new SeededRandom(12);
        int inside = (int)(rows * coverage), found = 0;
        var rest = (baseRate - coverage * stated.Rate.Value) / (1 - coverage);
        for (var draw = 0; draw < 2000; draw++)
        {
            int tp = 0, others = 0;
            for (var row = 0; row < rows; row++)
            {
                if (row < inside)
                {
                    tp += random.NextUnit() < stated.Rate ? 1 : 0;
                }
                else
                {
                    others += random.NextUnit() < rest ? 1 : 0;
                }
            }

            found += new HypergeometricMidP(rows, tp + others).TwoSided(inside, tp) <= critical ? 1 : 0;
        }

        Assert.InRange(found / 2000.0, 0.74, 0.86);
    }
}
