using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.Tests;

public class SweepTests
{
    [Fact]
    public void ParallelSearch_EqualsCountingEveryConjunctionInEveryLane()
    {
        for (var seed = 1; seed <= 25; seed++)
        {
            var data = SmallData.Make(seed, unions: true, mostRows: 120);
            var half = new ulong[RowBits.WordsFor(data.Rows)];
            for (var row = 0; row < data.Rows; row += 1 + row % 2)
            {
                RowBits.Set(half, row);
            }

            var all = new ulong[half.Length];
            for (var row = 0; row < data.Rows; row++)
            {
                RowBits.Set(all, row);
            }

            var attributes = data.Attributes();
            var (best, covers) = ParallelSubgroupSearch.Run([attributes, attributes, attributes], data.Labels, data.Rows, [new(all, true), new(all, false), new(half, true)], 4, 7);
            for (var depth = 1; depth <= 3; depth++)
            {
                var conjunctions = data.Conjunctions(depth).Where(selectors => selectors.Length == depth).ToArray();
                Assert.Equal(conjunctions.Count(selectors => data.Count(selectors) is var c && c.Tp + c.Fp >= 4), covers[depth - 1]);
            }

            Assert.Equal(Expected(data, all, true), Scores(best[0]));
            Assert.Equal(Expected(data, all, false), Scores(best[1]));
            Assert.Equal(Expected(data, half, true), Scores(best[2]));
        }
    }

    [Fact]
    public void ParallelSearch_OneLane_IsTheFirstOfSeveral()
    {
        var data = SmallData.Make(3);
        var all = new ulong[RowBits.WordsFor(data.Rows)];
        for (var row = 0; row < data.Rows; row++)
        {
            RowBits.Set(all, row);
        }

        var one = ParallelSubgroupSearch.Run([data.Attributes()], data.Labels, data.Rows, [new(all, true)], 4, 7);
        var two = ParallelSubgroupSearch.Run([data.Attributes()], data.Labels, data.Rows, [new(all, true), new(all, false)], 4, 7);
        Assert.NotEmpty(one.Best[0]);
        Assert.Equal(Scores(two.Best[0]), Scores(one.Best[0]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void ParallelSearch_NoLaneOrTooMany_IsMisuse(int lanes)
    {
        var data = SmallData.Make(3);
        Assert.Throws<ArgumentOutOfRangeException>(() => ParallelSubgroupSearch.Run([data.Attributes()], data.Labels, data.Rows, [.. Enumerable.Range(0, lanes).Select(_ => new SearchLane(data.Labels, true))], 4, 7));
    }

    [Fact]
    public void MinimumP_EqualsCountingEveryPermutationByItself()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var data = SmallData.Make(seed, unions: true, mostRows: 90);
            var clusters = Clusters.From([.. Enumerable.Range(0, data.Rows).Select(row => seed % 2 == 0 ? row : row / 3)]);
            var outcomes = PermutedOutcomes.Draw(data.Positive, clusters, 40, seed);
            var rarer = data.Totals.Positives * 2 > data.Rows ? 0 : 1;
            var midP = new HypergeometricMidP(data.Rows, outcomes.Ones);
            for (var depth = 1; depth <= 3; depth++)
            {
                var conjunctions = data.Conjunctions(depth).Where(selectors => selectors.Length == depth && data.Count(selectors) is var c && c.Tp + c.Fp >= 5).ToArray();
                var swept = PermutedMinimumP.Sweep(data.Attributes(), depth, outcomes, 5, conjunctions.Length);
                var smallest = Enumerable.Range(0, 40).Select(lane =>
                {
                    var labels = Enumerable.Range(0, data.Rows).Select(row => (byte)(outcomes.Bits[row * 16 + (lane >> 6)] >> (lane & 63) & 1)).ToArray();
                    return conjunctions.Select(selectors => data.Count(selectors, labels)).Select(c => midP.TwoSided(c.Tp + c.Fp, c.Tp)).DefaultIfEmpty(1).Min();
                }).ToArray();
                Assert.Equal(conjunctions.Length, swept.Covers);
                foreach (var p in smallest.Where(p => p <= swept.Level).Append(swept.Level / 2))
                {
                    var expected = (1.0 + smallest.Count(other => other <= p * (1 + 1e-9))) / 41;
                    Assert.Equal(expected, swept.Adjust(p), Tolerances.Strict);
                }

                Assert.InRange(rarer, 0, 1);
            }
        }
    }

    /// <summary>Permutations beyond the first 512 lie in the second half of a block: as many as 600, on singles.</summary>
    [Fact]
    public void MinimumP_ManyPermutations_EqualsCountingEachByItself()
    {
        const int Count = 600;
        var data = SmallData.Make(5, unions: true, mostRows: 90);
        var outcomes = PermutedOutcomes.Draw(data.Positive, Clusters.Single(data.Rows), Count, 5);
        var midP = new HypergeometricMidP(data.Rows, outcomes.Ones);
        var singles = data.Conjunctions(1).Where(selectors => data.Count(selectors) is var c && c.Tp + c.Fp >= 5).ToArray();
        var smallest = Enumerable.Range(0, Count).Select(lane =>
        {
            var labels = Enumerable.Range(0, data.Rows).Select(row => (byte)(outcomes.Bits[row * 16 + (lane >> 6)] >> (lane & 63) & 1)).ToArray();
            return singles.Select(selectors => data.Count(selectors, labels)).Min(c => midP.TwoSided(c.Tp + c.Fp, c.Tp));
        }).ToArray();
        var swept = PermutedMinimumP.Sweep(data.Attributes(), 1, outcomes, 5, singles.Length);
        Assert.Contains(smallest[512..], p => p <= swept.Level);
        foreach (var p in smallest.Where(p => p <= swept.Level))
        {
            Assert.Equal((1.0 + smallest.Count(other => other <= p * (1 + 1e-9))) / (Count + 1), swept.Adjust(p), Tolerances.Strict);
        }
    }

    // The smaller family beside the whole one must be what a sweep of its selectors alone gives.
    [Fact]
    public void MinimumP_Within_EqualsASweepOfThoseSelectorsAlone()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var data = SmallData.Make(seed, unions: true, mostRows: 90);
            var isWithin = Enumerable.Range(0, data.Selectors.Length).Select(selector => data.Selectors[selector].Cells.Length == 1).ToArray();
            var outcomes = PermutedOutcomes.Draw(data.Positive, Clusters.Single(data.Rows), 60, seed);
            var alone = data.Cells.Select((cells, attribute) => SweepAttribute.Of(cells, cells.Max(), [.. data.Selectors.Index().Where(entry => entry.Item.Attribute == attribute && isWithin[entry.Index]).Select(entry => (entry.Index, entry.Item.Cells))])).ToArray();
            for (var depth = 1; depth <= 3; depth++)
            {
                var (all, within) = PermutedMinimumP.Sweep(data.Attributes(), depth, outcomes, 5, 500, isWithin, 100);
                var expected = PermutedMinimumP.Sweep(alone, depth, outcomes, 5, 100);
                Assert.Equal(PermutedMinimumP.Sweep(data.Attributes(), depth, outcomes, 5, 500).Covers, all.Covers);
                Assert.Equal(expected.Covers, within.Covers);
                Assert.Equal(expected.Level, within.Level);
                foreach (var p in new[] { 0.2, 0.1, 0.05, 0.02, 0.01, 0.001 })
                {
                    Assert.Equal(expected.Adjust(p), within.Adjust(p), Tolerances.Strict);
                    Assert.True(within.Adjust(p) <= all.Adjust(p) || p > all.Level);
                }
            }
        }
    }

    [Fact]
    public void Critical_IsTheLargestPThatStillAdjustsToTheLevel()
    {
        var data = SmallData.Make(9, unions: true);
        var outcomes = PermutedOutcomes.Draw(data.Positive, Clusters.Single(data.Rows), 200, 9);
        var swept = PermutedMinimumP.Sweep(data.Attributes(), 2, outcomes, 5, 1);
        var critical = swept.Critical(0.05);
        Assert.InRange(critical, double.Epsilon, swept.Level);
        Assert.True(swept.Adjust(critical * (1 - 1e-6)) <= 0.05);
        Assert.True(swept.Adjust(critical * (1 + 1e-6)) > 0.05);
    }

    private static string[] Expected(SmallData data, ulong[] rows, bool isHigher)
    {
        var inside = Enumerable.Range(0, data.Rows).Where(row => RowBits.Has(rows, row)).ToArray();
        var totals = new Totals(inside.Length, inside.Count(row => data.Positive[row] == 1));
        var minimum = Math.Max(2, (int)Math.Round(4.0 * inside.Length / data.Rows));
        return [.. Enumerable.Range(1, 3).SelectMany(depth => data.Conjunctions(depth).Where(selectors => selectors.Length == depth && data.Count(selectors) is var all && all.Tp + all.Fp >= 4)
            .Select(selectors =>
            {
                var covered = inside.Where(row => selectors.All(selector => data.Covers(selector, row))).ToArray();
                var tp = covered.Count(row => data.Positive[row] == 1);
                return (selectors, n: covered.Length, tp, chi: ChiSquaredQuality.Of(tp, covered.Length - tp, totals));
            })
            .Where(entry => entry.n >= minimum && entry.n < inside.Length && ((long)entry.tp * totals.Rows - (long)entry.n * totals.Positives) * (isHigher ? 1 : -1) > 0)
            .OrderByDescending(entry => entry.chi).ThenByDescending(entry => entry.n).ThenBy(entry => entry.selectors, Comparer<int[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)))
            .Take(7).Select(entry => string.Join(',', entry.selectors))).Order(StringComparer.Ordinal)];
    }

    private static string[] Scores(IReadOnlyList<LaneSubgroup> best) => [.. best.Select(subgroup => string.Join(',', subgroup.Selectors)).Order(StringComparer.Ordinal)];
}
