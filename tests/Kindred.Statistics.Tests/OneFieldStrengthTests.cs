using Kindred.Statistics.Screening;

namespace Kindred.Statistics.Tests;

public class OneFieldStrengthTests
{
    // Scores and AUC in exact rationals of Python's fractions, pairs compared one by one: 35/48; log-loss by math.log.
    [Fact]
    public void Of_TwoCells_ExactRationals()
    {
        int[] cells = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1];
        byte[] positive = [1, 1, 1, 0, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0];
        var strength = OneFieldStrength.Of(cells, 2, positive, [.. Enumerable.Range(0, 14).Select(row => (byte)(row % 5))]);
        Assert.Equal(35.0 / 48, strength.Auc, Tolerances.Strict);
        Assert.Equal(0.1143495325684253, strength.Information, Tolerances.Strict);
    }

    // The same way; here the rates of the other folds mislead, so that AUC lies below one half and information below zero.
    [Fact]
    public void Of_ThreeCellsOfFewRows_ExactRationals()
    {
        int[] cells = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
        byte[] positive = [1, 1, 0, 1, 0, 0, 1, 0, 1, 0];
        var strength = OneFieldStrength.Of(cells, 3, positive, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
        Assert.Equal(9.0 / 25, strength.Auc, Tolerances.Strict);
        Assert.Equal(-0.1549582339200911, strength.Information, Tolerances.Strict);
    }

    [Fact]
    public void AreaUnderCurve_OneClassOnly_IsChance()
    {
        Assert.Equal(0.5, OneFieldStrength.AreaUnderCurve([1, 2, 3], [0, 0, 0]));
        Assert.Equal(0.5, OneFieldStrength.AreaUnderCurve([1, 2, 3], [1, 1, 1]));
    }

    [Fact]
    public void AreaUnderCurve_OneOfAClass_IsTheShareOfPairsItWins()
    {
        Assert.Equal(0.5, OneFieldStrength.AreaUnderCurve([1, 2, 3], [0, 1, 0]), Tolerances.Strict);
        Assert.Equal(1, OneFieldStrength.AreaUnderCurve([1, 2, 3], [0, 0, 1]), Tolerances.Strict);
        Assert.Equal(1, OneFieldStrength.AreaUnderCurve([1, 2, 3], [0, 1, 1]), Tolerances.Strict);
        Assert.Equal(0, OneFieldStrength.AreaUnderCurve([3, 2, 1], [0, 0, 1]), Tolerances.Strict);
    }
}
