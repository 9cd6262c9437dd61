using Kindred.Statistics.Counts;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.Tests;

/// <summary>Tails of the next count and intervals of a difference against printed tables and exact fractions.</summary>
public sealed class CountTests
{
    /// <summary>
    /// P(Y ≥ y) of a negative binomial with whole shape r and probability p is P(Bin(y + r − 1, p) ≤ r − 1). Made with Python 3 in exact fractions:
    /// <c>float(sum(comb(y+r-1,k)*p**k*(1-p)**(y+r-1-k) for k in range(r)))</c>, p = Fraction(3,4) and so on.
    /// </summary>
    [Theory]
    [InlineData(0, 3, 3, 4, 1.0)]
    [InlineData(1, 3, 3, 4, 0.578125)]
    [InlineData(5, 3, 3, 4, 0.01287841796875)]
    [InlineData(12, 2, 4, 5, 4.34176e-08)]
    [InlineData(30, 20, 11, 12, 1.609555494929194e-20)]
    [InlineData(8, 5, 1, 3, 0.6315207144349043)]
    [InlineData(3, 1, 1, 2, 0.125)]
    [InlineData(15, 40, 9, 10, 0.00019293834374145888)]
    public void AtLeast_ExactFractions(int count, int shape, int numerator, int denominator, double expected)
    {
        var p = (double)numerator / denominator;
        var mean = shape * (1 - p) / p;
        Assert.Equal(expected, NegativeBinomialTail.AtLeast(count, mean, mean / p), 1e-12);
    }

    [Fact]
    public void Next_PoissonCounts_HaveThePredictiveMoments()
    {
        Assert.Equal((4.5 / 4, 4.5 / 4 * 1.25), NegativeBinomialTail.Next(4, 4, 1));
        Assert.Equal((0.125, 2 * 0.125 * 1.25), NegativeBinomialTail.Next(0, 4, 2));
        Assert.Equal(1, NegativeBinomialTail.Dispersion([[2, 2, 2], [0, 0, 1]]));
        Assert.Equal(1, NegativeBinomialTail.Dispersion([]));

        // Mean 5, squares 25 + 25 over 5, one degree of freedom.
        Assert.Equal(10, NegativeBinomialTail.Dispersion([[0, 10]]), 1e-12);
    }

    /// <summary>Poisson counts of 11 months, means 0.3 to 12: the 12th lies above the 97.5 % bound in at most 2.5 % of 20,000 runs (97.6 % limit of the count of alarms: 545).</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    [InlineData(12)]
    public void Next_PoissonCounts_FalseAlarmsStayBelowTheLevel(double mean)
    {
        var random = new SeededRandom(5);
        var alarms = 0;
        for (var run = 0; run < 20_000; run++)
        {
            var sum = 0;
            for (var month = 0; month < 11; month++)
            {
                sum += Poisson(random, mean);
            }

            var (expected, variance) = NegativeBinomialTail.Next(sum, 11, 1);
            alarms += NegativeBinomialTail.AtLeast(Poisson(random, mean), expected, variance) <= 0.025 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 545);
    }

    /// <summary>Newcombe 1998, table II, method 10.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Newcombe_Table(int first, int firstTrials, int second, int secondTrials, double low, double high)
    {
        var interval = NewcombeInterval.Of(first, firstTrials, second, secondTrials);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void Newcombe_WithoutTrials_SaysNothing() => Assert.Equal(new Interval(-1, 1), NewcombeInterval.Of(0, 0, 3, 4));

    [Fact]
    public void Counts_OutOfBounds_AreMisuse()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialTail.AtLeast(-1, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialTail.AtLeast(1, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialTail.AtLeast(1, 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialTail.Next(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialTail.Next(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomialTail.Next(1, 1, 0.5));
    }

    private static int Poisson(SeededRandom random, double mean)
    {
        var product = random.NextUnit();
        var count = 0;
        for (var limit = Math.Exp(-mean); product > limit; count++)
        {
            product *= random.NextUnit();
        }

        return count;
    }
}
