using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kindred.Statistics.Subgroups;

/// <summary>
/// Kernels over sets of rows stored as bits: bit <c>i % 64</c> of word <c>i / 64</c> is row <c>i</c>; bits past the last row are zero.
/// Counting uses carry-save adders over 512-bit vectors (Harley–Seal; Muła, Kurz, Lemire 2018, "Faster population counts using AVX2 instructions") where the machine has AVX-512, else one popcount per word.
/// </summary>
public static class RowBits
{
    /// <summary>Words that hold <paramref name="rows"/> rows.</summary>
    public static int WordsFor(int rows) => (rows + 63) >> 6;

    /// <summary>Number of rows in a set. O(words).</summary>
    public static int Count(ReadOnlySpan<ulong> set)
    {
        long count = 0;
        foreach (var word in set)
        {
            count += BitOperations.PopCount(word);
        }

        return (int)count;
    }

    /// <summary>Number of rows in both sets. O(words).</summary>
    /// <exception cref="ArgumentException">The sets differ in length.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountOfBoth(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException("The sets differ in length.", nameof(right));
        }

        ref var a = ref MemoryMarshal.GetReference(left);
        ref var b = ref MemoryMarshal.GetReference(right);
        nuint i = 0;
        long count = 0;
        var length = (nuint)left.Length;
        if (Avx512BW.IsSupported && length >= 64)
        {
            var ones = Vector512<ulong>.Zero;
            var twos = Vector512<ulong>.Zero;
            var fours = Vector512<ulong>.Zero;
            var total = Vector512<ulong>.Zero;
            for (; i + 64 <= length; i += 64)
            {
                var twosA = Add(ref ones, Both(ref a, ref b, i), Both(ref a, ref b, i + 8));
                var twosB = Add(ref ones, Both(ref a, ref b, i + 16), Both(ref a, ref b, i + 24));
                var foursA = Add(ref twos, twosA, twosB);
                twosA = Add(ref ones, Both(ref a, ref b, i + 32), Both(ref a, ref b, i + 40));
                twosB = Add(ref ones, Both(ref a, ref b, i + 48), Both(ref a, ref b, i + 56));
                var foursB = Add(ref twos, twosA, twosB);
                total += BytePopCount(Add(ref fours, foursA, foursB));
            }

            count = 8 * (long)Vector512.Sum(total)
                + 4 * (long)Vector512.Sum(BytePopCount(fours))
                + 2 * (long)Vector512.Sum(BytePopCount(twos))
                + (long)Vector512.Sum(BytePopCount(ones));
        }

        for (; i < length; i++)
        {
            count += BitOperations.PopCount(Unsafe.Add(ref a, i) & Unsafe.Add(ref b, i));
        }

        return (int)count;
    }

    /// <summary>Writes the rows in both sets to <paramref name="into"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Intersect(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right, Span<ulong> into)
    {
        var i = 0;
        for (; i + 8 <= left.Length; i += 8)
        {
            (Vector512.Create(left[i..]) & Vector512.Create(right[i..])).CopyTo(into[i..]);
        }

        for (; i < left.Length; i++)
        {
            into[i] = left[i] & right[i];
        }
    }

    /// <summary>Number of rows in either set.</summary>
    public static int CountOfEither(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        long count = 0;
        for (var i = 0; i < left.Length; i++)
        {
            count += BitOperations.PopCount(left[i] | right[i]);
        }

        return (int)count;
    }

    /// <summary>Shared rows over rows in either set (Jaccard); 1 for two empty sets.</summary>
    public static double Jaccard(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var either = CountOfEither(left, right);
        return either == 0 ? 1 : (double)CountOfBoth(left, right) / either;
    }

    /// <summary>Whether a row is in a set.</summary>
    public static bool Has(ReadOnlySpan<ulong> set, int row) => (set[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>Puts a row into a set.</summary>
    public static void Set(Span<ulong> set, int row) => set[row >> 6] |= 1UL << (row & 63);

    /// <summary>
    /// Keeps of <paramref name="source"/> only the rows in <paramref name="mask"/> and renumbers them 0, 1, 2 …:
    /// row r of the result is the r-th row of the mask.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compress(ReadOnlySpan<ulong> source, ReadOnlySpan<ulong> mask, Span<ulong> into)
    {
        ulong pending = 0;
        var filled = 0;
        var word = 0;
        for (var i = 0; i < source.Length; i++)
        {
            var taken = BitOperations.PopCount(mask[i]);
            if (taken == 0)
            {
                continue;
            }

            var bits = Extract(source[i], mask[i]);
            pending |= bits << filled;
            if (filled + taken >= 64)
            {
                into[word++] = pending;
                pending = filled == 0 ? 0 : bits >> (64 - filled);
                filled += taken - 64;
            }
            else
            {
                filled += taken;
            }
        }

        if (filled > 0)
        {
            into[word++] = pending;
        }

        into[word..].Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Extract(ulong value, ulong mask)
    {
        if (Bmi2.X64.IsSupported)
        {
            return Bmi2.X64.ParallelBitExtract(value, mask);
        }

        ulong result = 0;
        for (var bit = 0; mask != 0; bit++, mask &= mask - 1)
        {
            result |= (value >> BitOperations.TrailingZeroCount(mask) & 1) << bit;
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Both(ref ulong a, ref ulong b, nuint at) => Vector512.LoadUnsafe(ref a, at) & Vector512.LoadUnsafe(ref b, at);

    /// <summary>Full adder: <paramref name="sum"/> becomes the sum bits, the carry bits are returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Add(ref Vector512<ulong> sum, Vector512<ulong> b, Vector512<ulong> c)
    {
        var carry = Avx512F.TernaryLogic(sum, b, c, 0xE8);
        sum = Avx512F.TernaryLogic(sum, b, c, 0x96);
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> BytePopCount(Vector512<ulong> bits)
    {
        var table = Vector512.Create(Vector256.Create(Nibbles, Nibbles), Vector256.Create(Nibbles, Nibbles));
        var low = Vector512.Create((byte)0x0F);
        var bytes = bits.AsByte();
        var counts = Avx512BW.Shuffle(table, bytes & low) + Avx512BW.Shuffle(table, (bits >> 4).AsByte() & low);
        return Avx512BW.SumAbsoluteDifferences(counts, Vector512<byte>.Zero).AsUInt64();
    }

    private static Vector128<byte> Nibbles => Vector128.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
}
