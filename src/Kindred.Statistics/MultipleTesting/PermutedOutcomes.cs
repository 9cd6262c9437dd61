using Kindred.Statistics.Resampling;

namespace Kindred.Statistics.MultipleTesting;

/// <summary>Up to 1,024 permuted outcomes side by side: per row one bit per permutation.</summary>
public sealed class PermutedOutcomes
{
    /// <summary>Most permutations; also the bits kept per row.</summary>
    public const int Lanes = 1024;

    private PermutedOutcomes(ulong[] bits, int rows, int ones, int count)
    {
        Bits = bits;
        Rows = rows;
        Ones = ones;
        Count = count;
    }

    /// <summary>16 words per row; bit b is set when the row has the rarer class in permutation b.</summary>
    internal ulong[] Bits { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Rows of the rarer class, the same in every permutation.</summary>
    public int Ones { get; }

    /// <summary>Permutations.</summary>
    public int Count { get; }

    /// <summary>Draws permutations by whole clusters. O(rows · count).</summary>
    /// <param name="positive">Per row 1 or 0.</param>
    /// <param name="clusters">Rows that belong together.</param>
    /// <param name="count">1 to 1,024.</param>
    /// <param name="seed">Stored with the result.</param>
    public static PermutedOutcomes Draw(ReadOnlySpan<byte> positive, Clusters clusters, int count, long seed)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Lanes);
        var rows = positive.Length;
        var positives = 0;
        foreach (var value in positive)
        {
            positives += value;
        }

        // Two-sided p values are the same for either class; counting the rarer one keeps the counters short.
        var rarer = (byte)(2 * (long)positives > rows ? 0 : 1);
        var ones = new byte[rows];
        for (var row = 0; row < rows; row++)
        {
            ones[row] = positive[row] == rarer ? (byte)1 : (byte)0;
        }

        var bits = new ulong[(long)rows * 16];
        var permuted = new byte[rows];
        var random = new SeededRandom(seed, 1);
        var column = new ulong[rows];
        for (var word = 0; word < 16 && word * 64 < count; word++)
        {
            Array.Clear(column);
            for (var shift = 0; shift < Math.Min(64, count - word * 64); shift++)
            {
                clusters.Permute(ones, permuted, random);
                for (var row = 0; row < column.Length; row++)
                {
                    column[row] |= (ulong)permuted[row] << shift;
                }
            }

            for (var row = 0; row < column.Length; row++)
            {
                bits[row * 16 + word] = column[row];
            }
        }

        return new PermutedOutcomes(bits, rows, rarer == 1 ? positives : rows - positives, count);
    }
}
