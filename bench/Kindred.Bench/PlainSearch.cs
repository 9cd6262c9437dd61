using System.Numerics;
using Kindred.Statistics.Subgroups;

namespace Kindred.Bench;

/// <summary>The baseline of the search: every conjunction up to three conditions counted with bitsets, no bound and no order. Best WRAcc or χ² found.</summary>
internal static class PlainSearch
{
    public static double Best(byte[][] cells, byte[] labels, int[] cardinalities, bool isChi2)
    {
        var rows = labels.Length;
        var words = RowBits.WordsFor(rows);
        var positive = Bits(labels, 1, words);
        var totals = new Totals(rows, labels.Count(label => label == 1));
        var sets = new List<(int Field, ulong[] Rows)>();
        for (var field = 0; field < cells.Length; field++)
        {
            for (var value = 0; value < cardinalities[field]; value++)
            {
                sets.Add((field, Bits(cells[field], (byte)value, words)));
            }
        }

        var best = double.NegativeInfinity;
        var pair = new ulong[words];
        for (var a = 0; a < sets.Count; a++)
        {
            Rate(Count(sets[a].Rows, sets[a].Rows, positive));
            for (var b = a + 1; b < sets.Count; b++)
            {
                if (sets[b].Field == sets[a].Field)
                {
                    continue;
                }

                RowBits.Intersect(sets[a].Rows, sets[b].Rows, pair);
                Rate(Count(pair, pair, positive));
                for (var c = b + 1; c < sets.Count; c++)
                {
                    if (sets[c].Field != sets[b].Field)
                    {
                        Rate(Count(pair, sets[c].Rows, positive));
                    }
                }
            }
        }

        return best;

        void Rate((int Rows, int Positives) covered)
        {
            if (covered.Rows >= 20)
            {
                var quality = isChi2
                    ? ChiSquaredQuality.Of(covered.Positives, covered.Rows - covered.Positives, totals)
                    : (double)covered.Rows / rows * ((double)covered.Positives / covered.Rows - totals.BaseRate);
                best = Math.Max(best, quality);
            }
        }
    }

    private static (int Rows, int Positives) Count(ulong[] left, ulong[] right, ulong[] positive)
    {
        int rows = 0, positives = 0;
        for (var word = 0; word < left.Length; word++)
        {
            var both = left[word] & right[word];
            rows += BitOperations.PopCount(both);
            positives += BitOperations.PopCount(both & positive[word]);
        }

        return (rows, positives);
    }

    private static ulong[] Bits(byte[] cells, byte value, int words)
    {
        var bits = new ulong[words];
        for (var row = 0; row < cells.Length; row++)
        {
            bits[row >> 6] |= (cells[row] == value ? 1UL : 0UL) << (row & 63);
        }

        return bits;
    }
}
