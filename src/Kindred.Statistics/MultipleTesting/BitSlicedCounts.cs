using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.MultipleTesting;

/// <summary>
/// 1,024 counters side by side as bit planes: plane k of half h is vector 2k + h. A sum over n rows takes as many planes as min(n, ones) has bits.
/// Addition is a ripple of full adders over the planes (Harley–Seal for the first rows).
/// </summary>
/// <param name="bits">16 words a row.</param>
/// <param name="ones">The most any counter can reach.</param>
internal readonly struct BitSlicedCounts(ulong[] bits, int ones) : ISweepBlock
{
    /// <summary>Bit planes of a sum over so many rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Planes(int rows) => 32 - BitOperations.LeadingZeroCount((uint)Math.Min(rows, ones));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Vectors(int rows) => 2 * Math.Max(1, Planes(rows));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddRows(ref Vector512<ulong> sum, ReadOnlySpan<int> rows)
    {
        var planes = Math.Max(1, Planes(rows.Length));
        for (var half = 0; half < 2; half++)
        {
            ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), 8 * half);
            ref var plane = ref Unsafe.Add(ref sum, half);
            Vector512<ulong> first = Vector512<ulong>.Zero, second = Vector512<ulong>.Zero;
            for (var k = 2; k < planes; k++)
            {
                Unsafe.Add(ref plane, 2 * k) = Vector512<ulong>.Zero;
            }

            var i = 0;
            for (; i + 4 <= rows.Length; i += 4)
            {
                var carry = FullAdd(ref first, Row(ref from, rows[i]), Row(ref from, rows[i + 1]));
                var other = FullAdd(ref first, Row(ref from, rows[i + 2]), Row(ref from, rows[i + 3]));
                Ripple(ref plane, planes, FullAdd(ref second, carry, other));
            }

            for (; i < rows.Length; i++)
            {
                var row = Row(ref from, rows[i]);
                var carry = first & row;
                first ^= row;
                var other = second & carry;
                second ^= carry;
                Ripple(ref plane, planes, other);
            }

            plane = first;
            if (planes > 1)
            {
                Unsafe.Add(ref plane, 2) = second;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref Vector512<ulong> sum, ref Vector512<ulong> left, int leftRows, ref Vector512<ulong> right, int rightRows)
    {
        int wide = Vectors(leftRows), narrow = Vectors(rightRows), planes = Vectors(leftRows + rightRows), k = 0;
        if (wide < narrow)
        {
            ref var swapped = ref left;
            left = ref right;
            right = ref swapped;
            (wide, narrow) = (narrow, wide);
        }

        Vector512<ulong> carry0 = Vector512<ulong>.Zero, carry1 = Vector512<ulong>.Zero;
        for (; k < narrow; k += 2)
        {
            var a = Unsafe.Add(ref left, k);
            var b = Unsafe.Add(ref right, k);
            Unsafe.Add(ref sum, k) = Parity(a, b, carry0);
            carry0 = Majority(a, b, carry0);
            a = Unsafe.Add(ref left, k + 1);
            b = Unsafe.Add(ref right, k + 1);
            Unsafe.Add(ref sum, k + 1) = Parity(a, b, carry1);
            carry1 = Majority(a, b, carry1);
        }

        for (; k < wide; k += 2)
        {
            var a = Unsafe.Add(ref left, k);
            Unsafe.Add(ref sum, k) = a ^ carry0;
            carry0 &= a;
            a = Unsafe.Add(ref left, k + 1);
            Unsafe.Add(ref sum, k + 1) = a ^ carry1;
            carry1 &= a;
        }

        if (k < planes)
        {
            Unsafe.Add(ref sum, k) = carry0;
            Unsafe.Add(ref sum, k + 1) = carry1;
        }
    }

    /// <summary>Lanes of a half whose counter is at least <paramref name="high"/>, or at most <paramref name="low"/>: the carry of adding the constants' complements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<ulong> First, Vector512<ulong> Second) Beyond(ref Vector512<ulong> block, int planes, int low, int high)
    {
        var above = (First: Vector512<ulong>.Zero, Second: Vector512<ulong>.Zero);
        var below = above;
        if (high >> planes == 0)
        {
            above = AtLeast(ref block, planes, high);
        }

        if (low >= 0)
        {
            // What has too few planes to exceed the constant is below it in every lane.
            below = (low + 1) >> planes != 0 ? (Vector512<ulong>.AllBitsSet, Vector512<ulong>.AllBitsSet) : AtLeast(ref block, planes, low + 1) is var more ? (~more.First, ~more.Second) : default;
        }

        return (above.First | below.First, above.Second | below.Second);
    }

    /// <summary>Value of one counter.</summary>
    public static int CountOf(ref Vector512<ulong> block, int planes, int half, int word, int bit)
    {
        ref var words = ref Unsafe.Add(ref Unsafe.As<Vector512<ulong>, ulong>(ref block), half * 8 + word);
        var count = 0;
        for (var k = 0; k < planes; k++)
        {
            count |= (int)(Unsafe.Add(ref words, 16 * k) >> bit & 1) << k;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<ulong> First, Vector512<ulong> Second) AtLeast(ref Vector512<ulong> block, int planes, int constant)
    {
        Vector512<ulong> first = Vector512<ulong>.AllBitsSet, second = first;
        for (var k = 0; k < planes; k++)
        {
            var missing = Vector512.Create((ulong)(constant >> k & 1) - 1);
            first = Majority(first, Unsafe.Add(ref block, 2 * k), missing);
            second = Majority(second, Unsafe.Add(ref block, 2 * k + 1), missing);
        }

        return (first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Row(ref ulong from, int row) => Vector512.LoadUnsafe(ref from, (nuint)row * 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ripple(ref Vector512<ulong> plane, int planes, Vector512<ulong> carry)
    {
        for (var k = 2; k < planes && carry != Vector512<ulong>.Zero; k++)
        {
            ref var at = ref Unsafe.Add(ref plane, 2 * k);
            var both = at & carry;
            at ^= carry;
            carry = both;
        }
    }

    /// <summary>sum becomes the sum's low bits; the carries are returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> FullAdd(ref Vector512<ulong> sum, Vector512<ulong> left, Vector512<ulong> right)
    {
        var carry = Majority(sum, left, right);
        sum = Parity(sum, left, right);
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Majority(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(a, b, c, 0xE8) : (a & b) | (c & (a | b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Parity(Vector512<ulong> a, Vector512<ulong> b, Vector512<ulong> c) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(a, b, c, 0x96) : a ^ b ^ c;
}
