using System.Globalization;
using Kindred.Core.Market;
using Xunit;

namespace Kindred.Tests.Market;

/// <summary>The curve inside size bands: exact at the ends, monotone, and nearer to known counts than log-uniform sizes.</summary>
public sealed class SizeInterpolationTests
{
    [Fact]
    public void Count_PartsOfABand_AddUpToIt()
    {
        var bands = FirmTable.Bands(FirmTable.National, FirmTable.AllSectors);
        var parts = Enumerable.Range(20, 80).Sum(size => SizeInterpolation.Count(bands, size, size).Firms);
        Assert.Equal(519_015, parts, 1e-6 * 519_015);
        var tail = SizeInterpolation.Count(bands, 500, 5000).Firms + SizeInterpolation.Count(bands, 5001, null).Firms;
        Assert.Equal(19_688, tail, 1e-9 * 19_688);
    }

    [Fact]
    public void Count_KnownBoundaryLeftOut_ErrsLessThanLogUniform()
    {
        // Merge two neighbouring bands of each US sector, predict the inner boundary, compare with the official count.
        double pareto = 0, uniform = 0;
        var cases = 0;
        foreach (var sector in FirmTable.SectorTitles.Keys.Where(sector => sector is not (FirmTable.AllSectors or "99")))
        {
            var bands = FirmTable.Bands(FirmTable.National, sector);
            foreach (var inner in (int[])[2, 3, 4])
            {
                var (left, right) = (bands[inner - 1], bands[inner]);
                var merged = new FirmBand(left.From, right.To, left.Firms + right.Firms);
                FirmBand[] coarse = [.. bands.Take(inner - 1), merged, .. bands.Skip(inner + 1)];
                var predicted = SizeInterpolation.Count(coarse, left.From, left.To).Firms / merged.Firms;
                var flat = Math.Log((left.To!.Value + 1.0) / left.From) / Math.Log((right.To!.Value + 1.0) / left.From);
                var truth = (double)left.Firms / merged.Firms;
                pareto += Math.Abs(predicted - truth);
                uniform += Math.Abs(flat - truth);
                cases++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} boundaries: mean error Pareto {pareto / cases:P2}, log-uniform {uniform / cases:P2} of the two bands' firms"));
        Assert.True(pareto < uniform / 3, $"Pareto {pareto / cases}, log-uniform {uniform / cases}");
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(20, 10)]
    public void Count_EmptyRange_IsMisuse(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SizeInterpolation.Count([], from, to));
}
