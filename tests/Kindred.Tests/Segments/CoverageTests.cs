using Kindred.Bench;
using Xunit;

namespace Kindred.Tests.Segments;

/// <summary>A tenth of <c>./dev bench coverage</c>: 100 simulated companies, seeds 1–100, through the whole study.</summary>
public sealed class CoverageTests
{
    private static readonly Lazy<(string Figure, int Customers, bool IsCovered, double Width, double Exact)[]> Intervals =
        new(() => [.. Enumerable.Range(1, 100).AsParallel().AsOrdered().SelectMany(seed => new SimulatedCompany(seed).Intervals())]);

    // Simulation tolerance: 400 intervals a figure and size have a standard error of 1.1 points; 2.3 of them on either side of 93–97 %, at 12 customers above 93 % only.
    [Theory]
    [InlineData("churn", 12, 0.905, 1)]
    [InlineData("churn", 40, 0.905, 0.995)]
    [InlineData("value", 12, 0.905, 1)]
    [InlineData("value", 40, 0.905, 0.995)]
    [InlineData("nrr", 12, 0.905, 1)]
    [InlineData("nrr", 40, 0.905, 0.995)]
    public void Interval95_OverStatedPopulations_CoversAsItSays(string figure, int customers, double least, double most)
    {
        var own = Intervals.Value.Where(one => one.Figure == figure && one.Customers == customers).ToArray();
        Assert.InRange(own.Length, 380, 400);
        Assert.InRange(own.Count(one => one.IsCovered) / (double)own.Length, least, most);
    }

    [Fact]
    public void Churn_Pooled_IsNarrowerThanClopperPearson()
    {
        var own = Intervals.Value.Where(one => one is { Figure: "churn", Customers: 12 }).ToArray();
        Assert.True(own.Select(one => one.Width).Order().ElementAt(200) < 0.8 * own.Select(one => one.Exact).Order().ElementAt(200));
    }
}
