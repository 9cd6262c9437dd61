using Kindred.Statistics.Intervals;

namespace Kindred.Statistics.Tests;

public class IntervalTests
{
    // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3, printed to four places.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_Newcombe1998(int successes, int trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);
        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Fact]
    public void Wilson_WithoutTrials_SaysNothing() => Assert.Equal(new Interval(0, 1), WilsonInterval.Of(0, 0));

    [Fact]
    public void Wilson_MoreSuccessesThanTrials_IsMisuse() => Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(3, 2));

    // R 4.2.2, mantelhaen.test(UCBAdmissions), as printed in its help: 0.9046968, 95 % 0.7719074–1.0603298.
    [Fact]
    public void MantelHaenszel_R_UCBAdmissions()
    {
        var pooled = MantelHaenszel.OddsRatio([(512, 313, 89, 19), (353, 207, 17, 8), (120, 205, 202, 391), (138, 279, 131, 244), (53, 138, 94, 299), (22, 351, 24, 317)]);
        Assert.Equal(0.9046968, pooled.OddsRatio, 1e-7);
        Assert.Equal(0.7719074, pooled.Low, 1e-7);
        Assert.Equal(1.0603298, pooled.High, 1e-7);
    }

    [Fact]
    public void MantelHaenszel_NoDiscordantRows_HasNoOddsRatio() => Assert.True(double.IsNaN(MantelHaenszel.OddsRatio([(3, 0, 0, 4)]).OddsRatio));
}
