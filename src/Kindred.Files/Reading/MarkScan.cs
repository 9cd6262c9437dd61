using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kindred.Files.Reading;

/// <summary>Finds the bytes that give a delimited file its structure, 64 at a time.</summary>
internal static class MarkScan
{
    /// <summary>Appends the offsets of delimiter, quote, LF and CR in <c>buffer[from..to)</c>. Needs <see cref="RecordSource.Padding"/> readable bytes after <paramref name="to"/>.</summary>
    /// <returns>Number of marks afterwards.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Find(byte[] buffer, int from, int to, byte delimiter, int[] marks, int count)
    {
        if (buffer.Length < to + RecordSource.Padding || marks.Length < count + (to - from))
        {
            throw new ArgumentException("The buffer lacks padding or the marks lack room.", nameof(buffer));
        }

        ref var origin = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref var target = ref MemoryMarshal.GetArrayDataReference(marks);
        var delimiters = Vector256.Create(delimiter);
        var quotes = Vector256.Create((byte)'"');
        var feeds = Vector256.Create((byte)'\n');
        var returns = Vector256.Create((byte)'\r');
        for (var i = from; i < to; i += 64)
        {
            var low = Vector256.LoadUnsafe(ref origin, (nuint)i);
            var high = Vector256.LoadUnsafe(ref origin, (nuint)(i + 32));
            var lowHits = Vector256.Equals(low, delimiters) | Vector256.Equals(low, quotes) | Vector256.Equals(low, feeds) | Vector256.Equals(low, returns);
            var highHits = Vector256.Equals(high, delimiters) | Vector256.Equals(high, quotes) | Vector256.Equals(high, feeds) | Vector256.Equals(high, returns);
            var mask = lowHits.ExtractMostSignificantBits() | ((ulong)highHits.ExtractMostSignificantBits() << 32);
            if (to - i < 64)
            {
                mask &= (1UL << (to - i)) - 1;
            }

            while (mask != 0)
            {
                Unsafe.Add(ref target, count++) = i + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }
        }

        return count;
    }
}
