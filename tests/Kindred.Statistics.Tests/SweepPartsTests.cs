using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.Tests;

/// <summary>The parts of a sweep, each by itself.</summary>
public class SweepPartsTests
{
    // Tags: a cell is a combination, a selector every cell with one of two tags. Sets of cells overlap, so that a parent lacks several cells.
    [Fact]
    public void Attribute_OverlappingSelectors_EachHangsBelowTheLargestItContains()
    {
        (int, int[])[] selectors = [(7, [1, 3]), (8, [2, 3]), (9, [1, 2, 3])];
        var attribute = SweepAttribute.Of([1, 2, 3, 0], 3, selectors);
        Assert.Equal([7, 8, 9], attribute.Ids.Order());
        var whole = Array.IndexOf(attribute.Ids, 9);
        Assert.Equal(8, attribute.Ids[attribute.Parents[whole]]);
        Assert.Equal(1, attribute.Depths[whole]);
        Assert.Equal(2, attribute.MostDepth);
        Assert.Single(attribute.Added[whole]);
        Assert.Equal(3, attribute.Additions); // two cells each for 7 and 8 is one addition each, and one cell for 9
        for (var s = 0; s < attribute.Ids.Length; s++)
        {
            var cells = attribute.Added[s].Concat(attribute.Parents[s] >= 0 ? attribute.Added[attribute.Parents[s]] : []).Order().ToArray();
            var rows = Enumerable.Range(0, 4).Where(row => attribute.Cells[row] > 0 && cells.Contains(attribute.Cells[row] - 1)).Select(row => row + 1);
            Assert.Equal(selectors.Single(selector => selector.Item1 == attribute.Ids[s]).Item2, rows);
        }
    }

    [Fact]
    public void Attribute_ChildFollowsItsParentBeforeOtherRoots()
    {
        var attribute = SweepAttribute.Of([1, 2, 3], 3, [(0, [1]), (1, [2]), (2, [3]), (3, [1, 2]), (4, [2, 3]), (5, [1, 2, 3])]);
        for (var s = 1; s < attribute.Ids.Length; s++)
        {
            // The parent's sum still lies in the slot below: no other selector of that depth came between.
            Assert.All(Enumerable.Range(attribute.Parents[s] + 1, Math.Max(0, attribute.Parents[s] < 0 ? 0 : s - attribute.Parents[s] - 1)), between => Assert.True(attribute.Depths[between] >= attribute.Depths[s]));
        }
    }

    [Fact]
    public void Order_ManyCellsAndFewSelectors_ComesFirst()
    {
        var tags = SweepAttribute.Of([.. Enumerable.Range(1, 60).Select(cell => (byte)cell)], 60, [(0, [.. Enumerable.Range(1, 40)]), (1, [.. Enumerable.Range(1, 60).Where(cell => cell % 2 == 0)]), .. Enumerable.Range(1, 6).Select(cell => (1 + cell, new[] { cell, cell + 6, cell + 12, cell + 25 }))]);
        SweepAttribute Ranges(int first, int cells) => SweepAttribute.Of(
            [.. Enumerable.Range(0, 60).Select(row => (byte)(row % cells + 1))], cells,
            [.. Enumerable.Range(1, cells).SelectMany(low => Enumerable.Range(low, cells - low + 1).Select(high => (first + 100 * low + high, Enumerable.Range(low, high - low + 1).ToArray())))]);
        SweepAttribute shorter = Ranges(1000, 6), longer = Ranges(9000, 9);
        Assert.Same(tags, SweepOrder.Cheapest(shorter, longer, tags).A);
        Assert.Same(tags, SweepOrder.Cheapest(tags, longer, shorter).A);
        Assert.Equal(SweepOrder.Cheapest(shorter, longer, tags).Cost, SweepOrder.Cheapest(longer, tags, shorter).Cost);
    }

    [Fact]
    public void Stack_Growing_KeepsWhatIsOnIt_AndStaysAligned()
    {
        var stack = new VectorStack();
        var first = stack.Push(3);
        stack.At(first + 2) = Vector512.Create(42UL);
        var second = stack.Push(5000);
        Assert.Equal(3, second);
        Assert.Equal(Vector512.Create(42UL), stack.At(first + 2));
        stack.At(second + 4999) = Vector512.Create(7UL);
        stack.Top = second;
        Assert.Equal(second, stack.Push(1));
        unsafe
        {
            Assert.Equal(0, (long)Unsafe.AsPointer(ref stack.At(0)) % 64);
        }
    }

    // Every count from 0 to 40 of 40 rows in one lane or another, added up in two parts of any size.
    [Theory]
    [InlineData(1, 39)]
    [InlineData(7, 33)]
    [InlineData(20, 20)]
    [InlineData(33, 7)]
    public void BitSlices_SumOfParts_CountsEveryLane(int left, int right)
    {
        var random = new SeededRandom(3);
        var bits = new ulong[40 * 16];
        for (var lane = 0; lane < 1024; lane++)
        {
            for (var row = 0; row < 40; row++)
            {
                bits[row * 16 + lane / 64] |= (random.NextUnit() < lane / 1023.0 ? 1UL : 0) << (lane % 64);
            }
        }

        var counts = new BitSlicedCounts(bits, 40);
        int[] order = [.. Enumerable.Range(0, 40)];
        random.Shuffle(order.AsSpan());
        Vector512<ulong>[] first = new Vector512<ulong>[counts.Vectors(left)], second = new Vector512<ulong>[counts.Vectors(right)], sum = new Vector512<ulong>[counts.Vectors(40)];
        counts.AddRows(ref first[0], order.AsSpan(0, left));
        counts.AddRows(ref second[0], order.AsSpan(left));
        counts.Add(ref sum[0], ref first[0], left, ref second[0], right);
        for (var lane = 0; lane < 1024; lane++)
        {
            var expected = Enumerable.Range(0, 40).Count(row => (bits[row * 16 + lane / 64] >> (lane % 64) & 1) != 0);
            Assert.Equal(expected, BitSlicedCounts.CountOf(ref sum[0], counts.Planes(40), lane / 512, lane / 64 % 8, lane % 64));
        }
    }

    [Theory]
    [InlineData(10, 30)]
    [InlineData(-1, 25)]
    [InlineData(12, int.MaxValue)]
    [InlineData(0, 40)]
    public void BitSlices_Beyond_AreTheLanesAtOrPastTheBounds(int low, int high)
    {
        var bits = new ulong[40 * 16];
        for (var row = 0; row < 40; row++)
        {
            for (var lane = 0; lane < 1024; lane++)
            {
                bits[row * 16 + lane / 64] |= (row < lane % 41 ? 1UL : 0) << (lane % 64);
            }
        }

        var counts = new BitSlicedCounts(bits, 40);
        var sum = new Vector512<ulong>[counts.Vectors(40)];
        counts.AddRows(ref sum[0], Enumerable.Range(0, 40).ToArray());
        var (first, second) = BitSlicedCounts.Beyond(ref sum[0], counts.Planes(40), low, high);
        for (var lane = 0; lane < 1024; lane++)
        {
            var isBeyond = ((lane < 512 ? first : second)[lane / 64 % 8] >> (lane % 64) & 1) != 0;
            Assert.Equal(lane % 41 <= low || lane % 41 >= high, isBeyond);
        }
    }

    [Fact]
    public void TailCache_EqualsTheTestItself_InAnyOrder()
    {
        var midP = new HypergeometricMidP(60, 24);
        var cache = new TailCache(midP, 60);
        foreach (var tp in new[] { 9, 2, 16, 9, 12, 0, 16, 2, 20 })
        {
            Assert.Equal(midP.TwoSided(20, tp), cache.TwoSided(20, tp));
        }
    }

    [Fact]
    public void Critical_IsTheNearestValueBeyondTheMean_OnBothSides()
    {
        foreach (var (rows, positives) in new[] { (60, 24), (200, 7), (90, 89), (80, 40) })
        {
            var midP = new HypergeometricMidP(rows, positives);
            foreach (var level in new[] { 0.25, 0.01, 1e-4, 1e-9 })
            {
                for (var covered = 1; covered < rows; covered += 3)
                {
                    var mean = (double)covered * positives / rows;
                    int least = Math.Max(0, covered - (rows - positives)), most = Math.Min(covered, positives);
                    var possible = Enumerable.Range(least, most - least + 1).ToArray();
                    var high = possible.Where(tp => tp >= mean && midP.TwoSided(covered, tp) <= level).DefaultIfEmpty(int.MaxValue).Min();
                    var low = possible.Where(tp => tp <= mean && midP.TwoSided(covered, tp) <= level).DefaultIfEmpty(-1).Max();
                    Assert.Equal((low, high), midP.Critical(covered, level));
                }
            }
        }
    }
}
