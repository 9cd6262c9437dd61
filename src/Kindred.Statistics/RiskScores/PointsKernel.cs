using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Kindred.Statistics.RiskScores;

/// <summary>
/// Looks codes up in a table of bytes and adds or intersects what it finds, 64 rows at a time: <c>totals[i] += table[codes[i]]</c>, <c>masks[i] &amp;= table[codes[i]]</c>.
/// AVX-512 VBMI looks up whole tables of 256 bytes with byte permutations, AVX2 by shuffles of 16 (Muła's nibble lookup), anything else one by one; all give the same bytes. Additions wrap at 256: sums above 255 are the caller's mistake. O(rows).
/// </summary>
public static class PointsKernel
{
    /// <summary>Adds the looked-up byte to each total.</summary>
    /// <param name="codes">One code a row.</param>
    /// <param name="table">What each code stands for. Every code must be below <see cref="PointsTable.Count"/>: that is not checked, and what another code adds is not defined.</param>
    /// <param name="totals">As long as <paramref name="codes"/>.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Add(ReadOnlySpan<byte> codes, PointsTable table, Span<byte> totals) => Add(codes, table, totals, KernelPath.Fastest);

    /// <summary>Intersects each mask with the looked-up byte.</summary>
    /// <inheritdoc cref="Add(ReadOnlySpan{byte}, PointsTable, Span{byte})" />
    /// <param name="codes">One code a row.</param>
    /// <param name="table">What each code stands for; codes below its count.</param>
    /// <param name="masks">As long as <paramref name="codes"/>.</param>
    public static void And(ReadOnlySpan<byte> codes, PointsTable table, Span<byte> masks) => And(codes, table, masks, KernelPath.Fastest);

    internal static void Add(ReadOnlySpan<byte> codes, PointsTable table, Span<byte> totals, KernelPath path) => Run<AddBytes>(codes, table, totals, path);

    internal static void And(ReadOnlySpan<byte> codes, PointsTable table, Span<byte> masks, KernelPath path) => Run<AndBytes>(codes, table, masks, path);

    /// <summary>The best way this machine has.</summary>
    internal static KernelPath Best => Avx512Vbmi.IsSupported ? KernelPath.Avx512 : Avx2.IsSupported ? KernelPath.Avx2 : KernelPath.Scalar;

    private static void Run<TStep>(ReadOnlySpan<byte> codes, PointsTable table, Span<byte> target, KernelPath path)
        where TStep : struct, IStep
    {
        ArgumentNullException.ThrowIfNull(table);
        if (codes.Length != target.Length)
        {
            throw new ArgumentException("Codes and target differ in length.", nameof(target));
        }

        path = path == KernelPath.Fastest ? Best : path;
        ref var code = ref MemoryMarshal.GetReference(codes);
        ref var into = ref MemoryMarshal.GetReference(target);
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(table.Bytes);
        var length = (nuint)codes.Length;
        var done = path switch
        {
            KernelPath.Avx512 => Wide<TStep>(ref code, ref into, ref bytes, table.Count, length),
            KernelPath.Avx2 when table.Count <= 128 => Middle<TStep>(ref code, ref into, ref bytes, table.Count, length),
            _ => (nuint)0,
        };
        for (; done < length; done++)
        {
            ref var one = ref Unsafe.Add(ref into, done);
            one = TStep.Of(one, Unsafe.Add(ref bytes, (nuint)Unsafe.Add(ref code, done)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nuint Wide<TStep>(ref byte code, ref byte into, ref byte table, int count, nuint length)
        where TStep : struct, IStep
    {
        var a = Vector512.LoadUnsafe(ref table);
        var b = Vector512.LoadUnsafe(ref table, 64);
        var c = Vector512.LoadUnsafe(ref table, 128);
        var d = Vector512.LoadUnsafe(ref table, 192);
        nuint i = 0;
        if (count <= 64)
        {
            for (; i + 64 <= length; i += 64)
            {
                TStep.Of(Vector512.LoadUnsafe(ref into, i), Avx512Vbmi.PermuteVar64x8(a, Vector512.LoadUnsafe(ref code, i))).StoreUnsafe(ref into, i);
            }
        }
        else if (count <= 128)
        {
            for (; i + 64 <= length; i += 64)
            {
                TStep.Of(Vector512.LoadUnsafe(ref into, i), Avx512Vbmi.PermuteVar64x8x2(a, Vector512.LoadUnsafe(ref code, i), b)).StoreUnsafe(ref into, i);
            }
        }
        else
        {
            for (; i + 64 <= length; i += 64)
            {
                var codes = Vector512.LoadUnsafe(ref code, i);
                var low = Avx512Vbmi.PermuteVar64x8x2(a, codes, b);
                var high = Avx512Vbmi.PermuteVar64x8x2(c, codes, d);
                var isHigh = Vector512.LessThan(codes.AsSByte(), Vector512<sbyte>.Zero).AsByte();
                TStep.Of(Vector512.LoadUnsafe(ref into, i), Vector512.ConditionalSelect(isHigh, high, low)).StoreUnsafe(ref into, i);
            }
        }

        return i;
    }

    /// <summary>Sixteen entries a shuffle: a code outside them gets its top bit set by a saturating addition, and the shuffle gives 0 for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static nuint Middle<TStep>(ref byte code, ref byte into, ref byte table, int count, nuint length)
        where TStep : struct, IStep
    {
        var sixteens = (count + 15) >> 4;
        var lift = Vector256.Create((byte)0x70);
        nuint i = 0;
        for (; i + 32 <= length; i += 32)
        {
            var codes = Vector256.LoadUnsafe(ref code, i);
            var found = Vector256<byte>.Zero;
            for (var k = 0; k < sixteens; k++)
            {
                var part = Vector128.LoadUnsafe(ref table, (nuint)(k << 4));
                var at = Avx2.AddSaturate(codes ^ Vector256.Create((byte)(k << 4)), lift);
                found |= Avx2.Shuffle(Vector256.Create(part, part), at);
            }

            TStep.Of(Vector256.LoadUnsafe(ref into, i), found).StoreUnsafe(ref into, i);
        }

        return i;
    }

    private interface IStep
    {
        static abstract byte Of(byte before, byte found);

        static abstract Vector256<byte> Of(Vector256<byte> before, Vector256<byte> found);

        static abstract Vector512<byte> Of(Vector512<byte> before, Vector512<byte> found);
    }

    private readonly struct AddBytes : IStep
    {
        public static byte Of(byte before, byte found) => (byte)(before + found);

        public static Vector256<byte> Of(Vector256<byte> before, Vector256<byte> found) => before + found;

        public static Vector512<byte> Of(Vector512<byte> before, Vector512<byte> found) => before + found;
    }

    private readonly struct AndBytes : IStep
    {
        public static byte Of(byte before, byte found) => (byte)(before & found);

        public static Vector256<byte> Of(Vector256<byte> before, Vector256<byte> found) => before & found;

        public static Vector512<byte> Of(Vector512<byte> before, Vector512<byte> found) => before & found;
    }
}

/// <summary>Which instructions a kernel uses; only tests choose.</summary>
internal enum KernelPath
{
    /// <summary>The best there is.</summary>
    Fastest,

    /// <summary>512-bit byte permutations.</summary>
    Avx512,

    /// <summary>256-bit shuffles.</summary>
    Avx2,

    /// <summary>One row at a time.</summary>
    Scalar,
}
