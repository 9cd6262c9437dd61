using System.Runtime.Intrinsics.X86;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.RiskScores;

namespace Kindred.Statistics.Tests;

public class PointsKernelTests
{
    // Codes 0..count-1 at lengths around the vector widths, against a loop that says what is meant.
    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(256)]
    public void AddAndAnd_OnEveryPath_GiveTheBytesOfALoop(int count)
    {
        var random = new SeededRandom(count);
        var values = Enumerable.Range(0, count).Select(_ => (byte)random.Below(256)).ToArray();
        var table = new PointsTable(values);
        foreach (var length in new[] { 0, 1, 31, 32, 63, 64, 65, 127, 128, 1000 })
        {
            var codes = Enumerable.Range(0, length).Select(_ => (byte)random.Below(count)).ToArray();
            var before = Enumerable.Range(0, length).Select(_ => (byte)random.Below(256)).ToArray();
            var sums = before.Zip(codes, (total, code) => (byte)(total + values[code])).ToArray();
            var both = before.Zip(codes, (mask, code) => (byte)(mask & values[code])).ToArray();
            foreach (var path in Paths())
            {
                byte[] added = [.. before], masked = [.. before];
                PointsKernel.Add(codes, table, added, path);
                PointsKernel.And(codes, table, masked, path);
                Assert.True(sums.AsSpan().SequenceEqual(added), $"Add by {path}, {length} rows");
                Assert.True(both.AsSpan().SequenceEqual(masked), $"And by {path}, {length} rows");
            }
        }
    }

    [Fact]
    public void Add_SpansOfDifferentLength_Throws() =>
        Assert.Throws<ArgumentException>(() => PointsKernel.Add(new byte[3], new PointsTable([1]), new byte[4]));

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void PointsTable_OfWrongSize_Throws(int count) => Assert.Throws<ArgumentException>(() => new PointsTable(new byte[count]));

    [Fact]
    public void Best_OnThisMachine_IsWhatItHas() =>
        Assert.Equal(Avx512Vbmi.IsSupported ? KernelPath.Avx512 : Avx2.IsSupported ? KernelPath.Avx2 : KernelPath.Scalar, PointsKernel.Best);

    private static IEnumerable<KernelPath> Paths() => new[] { KernelPath.Scalar, KernelPath.Avx2, KernelPath.Avx512, KernelPath.Fastest }
        .Where(path => path != KernelPath.Avx2 || Avx2.IsSupported).Where(path => path != KernelPath.Avx512 || Avx512Vbmi.IsSupported);
}
