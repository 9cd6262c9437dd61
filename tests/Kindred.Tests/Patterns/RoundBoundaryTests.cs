using Kindred.Core.Patterns;
using Xunit;

namespace Kindred.Tests.Patterns;

/// <summary>Boundaries people can use.</summary>
public sealed class RoundBoundaryTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(50, 0)]
    [InlineData(200, 0)]
    [InlineData(0.05, 0)]
    [InlineData(150, 1)]
    [InlineData(25, 1)]
    [InlineData(300, 1)]
    [InlineData(45, 2)]
    [InlineData(0.12, 2)]
    [InlineData(47.3, 3)]
    [InlineData(212, 3)]
    public void Roughness_Number_IsAsPeopleSeeIt(double value, int roughness) => Assert.Equal(roughness, RoundBoundary.Roughness(value));

    [Fact]
    public void Edges_Quantiles_MoveToTheRoundestNearby() => Assert.Equal([20, 50, 200], RoundBoundary.Edges([18.2, 47.3, 212]));

    [Fact]
    public void Edges_Moved_StayBetweenTheirNeighbours()
    {
        double[] edges = [3.1, 4.2, 5.3, 6.4, 7.7, 9.9, 14.2, 31.5];
        var moved = RoundBoundary.Edges(edges);
        Assert.Equal(moved.Order(), moved);
        for (var i = 1; i < edges.Length - 1; i++)
        {
            Assert.Contains(moved, value => value > (edges[i - 1] + edges[i]) / 2 && value <= (edges[i] + edges[i + 1]) / 2);
        }
    }

    [Fact]
    public void Series_SeveralPowersOfTen_OneTwoFive() =>
        Assert.Equal([2, 5, 10, 20, 50, 100, 200, 500], RoundBoundary.Series([.. Enumerable.Range(0, 600).Select(i => Math.Pow(10, i / 200.0))]).Where(value => value is > 1 and < 1000));

    [Fact]
    public void Series_YearsOrShares_IsEmpty()
    {
        Assert.Empty(RoundBoundary.Series([.. Enumerable.Range(0, 100).Select(i => 1950.0 + i % 75)]));
        Assert.Empty(RoundBoundary.Series([double.NaN, double.NaN]));
    }

    [Fact]
    public void Between_Interval_ExcludesItsLowerEndAndStartsWithTheRoundest() => Assert.Equal([50, 25, 30, 40], RoundBoundary.Between(20, 50));
}
