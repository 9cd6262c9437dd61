using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.Tests;

public class SubgroupSearchTests
{
    [Fact]
    public void CountOfBoth_AnyLength_EqualsCountingBitByBit()
    {
        var random = new SeededRandom(3);
        for (var words = 0; words < 200; words++)
        {
            var left = Enumerable.Range(0, words).Select(_ => random.NextBits()).ToArray();
            var right = Enumerable.Range(0, words).Select(_ => random.NextBits() & random.NextBits()).ToArray();
            var expected = Enumerable.Range(0, words * 64).Count(row => RowBits.Has(left, row) && RowBits.Has(right, row));
            Assert.Equal(expected, RowBits.CountOfBoth(left, right));
        }
    }

    [Fact]
    public void Compress_KeepsTheRowsOfTheMaskInOrder()
    {
        var random = new SeededRandom(4);
        var source = Enumerable.Range(0, 40).Select(_ => random.NextBits()).ToArray();
        var mask = Enumerable.Range(0, 40).Select(i => i % 7 == 0 ? 0 : i % 5 == 0 ? ulong.MaxValue : random.NextBits()).ToArray();
        var into = new ulong[40];
        RowBits.Compress(source, mask, into);
        var expected = Enumerable.Range(0, 40 * 64).Where(row => RowBits.Has(mask, row)).Select(row => RowBits.Has(source, row)).ToArray();
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(row => RowBits.Has(into, row)));
        Assert.All(Enumerable.Range(expected.Length, 40 * 64 - expected.Length), row => Assert.False(RowBits.Has(into, row)));
    }

    [Fact]
    public void Run_SmallInputs_EqualsTryingEverything()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var data = SmallData.Make(seed);
            Compare<WeightedRelativeAccuracy>(data, seed);
            Compare<ChiSquaredQuality>(data, seed);
            Compare<BinomialQuality>(data, seed);
            Compare<LiftLowerBound>(data, seed);
            Compare<OddsLowerBound>(data, seed);
        }
    }

    /// <summary>
    /// Two triples of the same quality and rows; the second by field order lies below a pair with more positives and is found first. Nothing below the pair of the
    /// other can be better than what is held, only as good: it must be looked at all the same, for it comes first in field order.
    /// </summary>
    [Fact]
    public void Run_ATieFoundLater_IsDecidedByFieldOrder()
    {
        // Rows as the fields a … f that hold, with their number and outcome.
        (string Fields, int Rows, byte Positive)[] rows =
        [
            ("abc", 4, 1), ("def", 4, 1), ("de", 2, 1), ("de", 6, 0), ("df", 4, 0), ("ef", 4, 0), ("ab", 4, 0), ("ac", 4, 0), ("bc", 4, 0),
        ];
        var each = rows.SelectMany(row => Enumerable.Repeat(row, row.Rows)).ToArray();
        var data = new SmallData
        {
            Positive = [.. each.Select(row => row.Positive)],
            Cells = [.. "abcdef".Select(field => each.Select(row => (byte)(row.Fields.Contains(field) ? 1 : 0)).ToArray())],
            Selectors = [.. Enumerable.Range(0, 6).Select(attribute => (attribute, new[] { 1 }))],
        };
        var best = Assert.Single(ExactSubgroupSearch<WeightedRelativeAccuracy>.Run(data.Bits(), 1, 3, 1));
        Assert.Equal([0, 1, 2], best.Selectors);

        // By hand: (4·36 − 4·10)/36².
        Assert.Equal(104.0 / 1296, best.Quality, Tolerances.Strict);
    }

    private static void Compare<TQuality>(SmallData data, int seed)
        where TQuality : struct, ISubgroupQuality
    {
        var depth = 1 + seed % 4;
        var minimum = 1 + seed % 5;
        var top = 1 + seed % 13;
        var found = ExactSubgroupSearch<TQuality>.Run(data.Bits(), top, depth, minimum);
        var all = data.Conjunctions(depth)
            .Select(selectors => (selectors, counts: data.Count(selectors)))
            .Where(entry => entry.counts.Tp + entry.counts.Fp >= minimum)
            .Select(entry => (entry.selectors, entry.counts, Quality: TQuality.Of(entry.counts.Tp, entry.counts.Fp, data.Totals)))
            .OrderByDescending(entry => entry.Quality).ThenBy(entry => entry.selectors.Length).ThenByDescending(entry => entry.counts.Tp + entry.counts.Fp)
            .ThenBy(entry => entry.selectors, Comparer<int[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)))
            .Take(top).ToArray();
        Assert.Equal(all.Select(entry => string.Join(',', entry.selectors)), found.Select(subgroup => string.Join(',', subgroup.Selectors)));
        Assert.Equal(all.Select(entry => entry.Quality), found.Select(subgroup => subgroup.Quality));
    }
}
