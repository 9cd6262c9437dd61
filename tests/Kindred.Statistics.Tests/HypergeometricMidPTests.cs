using Kindred.Statistics.MultipleTesting;

namespace Kindred.Statistics.Tests;

public class HypergeometricMidPTests
{
    // Exact rationals of Python 3.11: fractions.Fraction over math.comb, then float().
    [Theory]
    [InlineData(20, 8, 7, 5, 0.0565531475748194, 0.0521155830753354, 0.995562435500516)]
    [InlineData(100, 30, 25, 14, 0.0018932176470625637, 0.0015953651414326306, 0.99970214749437)]
    [InlineData(100, 30, 25, 3, 0.0217201266564021, 0.9963258080807323, 0.01804593473713439)]
    [InlineData(448, 227, 183, 34, 5.561500336887363e-31, 1.0, 5.131901779631495e-31)]
    [InlineData(448, 227, 241, 179, 4.132340998769107e-28, 3.747230870242068e-28, 1.0)]
    [InlineData(1200, 257, 158, 85, 2.589393467875599e-22, 2.2196616466520214e-22, 1.0)]
    [InlineData(1200, 257, 97, 4, 8.549338288303979e-07, 0.9999998971375066, 7.520713354733772e-07)]
    [InlineData(50, 25, 25, 12, 0.7860692164045842, 0.7139307835954158, 0.5)]
    [InlineData(500, 3, 40, 0, 0.7782804162541951, 1.0, 0.7782804162541951)]
    [InlineData(500, 3, 40, 2, 0.018280416254195138, 0.017803317478330156, 0.999522901224135)]
    public void MidP_ExactRationals(int rows, int positives, int covered, int tp, double twoSided, double upper, double lower)
    {
        var midP = new HypergeometricMidP(rows, positives);
        Tolerances.Relative(twoSided, midP.TwoSided(covered, tp), Tolerances.Standard);
        Tolerances.Relative(upper, midP.FisherUpper(covered, tp), Tolerances.Standard);
        if (lower > 1e-20)
        {
            // Far tails of the lower side are one minus the upper; only the two-sided value keeps their digits.
            Tolerances.Relative(lower, midP.FisherLower(covered, tp), Tolerances.Standard);
        }
    }

    [Fact]
    public void FisherWithin_IsFisherOfTheSmallerTable()
    {
        var whole = new HypergeometricMidP(1200, 257);
        var inner = new HypergeometricMidP(300, 90);
        Assert.Equal(inner.FisherUpper(100, 40), whole.FisherWithin(300, 90, 100, 40, isUpper: true), Tolerances.Strict);
        Assert.Equal(inner.FisherLower(100, 20), whole.FisherWithin(300, 90, 100, 20, isUpper: false), Tolerances.Strict);
    }

    [Theory]
    [InlineData(1200, 257, 0.001)]
    [InlineData(448, 221, 1e-5)]
    [InlineData(300, 7, 0.05)]
    public void Critical_IsTheFirstCountOnEachSideThatIsSignificant(int rows, int positives, double level)
    {
        var midP = new HypergeometricMidP(rows, positives);
        for (var covered = 1; covered < rows; covered += 7)
        {
            var lowest = Math.Max(0, covered - (rows - positives));
            var highest = Math.Min(covered, positives);
            var mean = (double)covered * positives / rows;
            var significant = Enumerable.Range(lowest, highest - lowest + 1).Where(tp => midP.TwoSided(covered, tp) <= level).ToArray();
            var (low, high) = midP.Critical(covered, level);
            Assert.Equal(significant.Where(tp => tp <= mean).DefaultIfEmpty(-1).Max(), low);
            Assert.Equal(significant.Where(tp => tp >= mean).DefaultIfEmpty(int.MaxValue).Min(), high);
        }
    }

    [Theory]
    [InlineData(40, 12, 20)]
    [InlineData(448, 221, 60)]
    public void Critical_AtALevelThatACountReachesExactly_HoldsThatCount(int rows, int positives, int covered)
    {
        var midP = new HypergeometricMidP(rows, positives);
        var mean = (double)covered * positives / rows;
        for (var tp = 0; tp <= Math.Min(covered, positives); tp++)
        {
            var (low, high) = midP.Critical(covered, midP.TwoSided(covered, tp));
            Assert.Equal(tp, tp < mean ? low : tp > mean ? high : tp);
        }
    }

    // Of 10 rows 8 are positive: 7 rows hold 5 at least and 7 at most.
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(-1)]
    public void Probability_OutsideTheSupport_IsZero(int tp) => Assert.Equal(0, new HypergeometricMidP(10, 8).Probability(7, tp));

    // By hand: C(8,5)·C(2,2)/C(10,7) = 56/120, C(8,6)·2/120 = 56/120, C(8,7)/120 = 8/120.
    [Theory]
    [InlineData(5, 56.0 / 120)]
    [InlineData(6, 56.0 / 120)]
    [InlineData(7, 8.0 / 120)]
    public void Probability_OfEachCount_IsThatByHand(int tp, double expected) => Assert.Equal(expected, new HypergeometricMidP(10, 8).Probability(7, tp), Tolerances.Strict);
}
