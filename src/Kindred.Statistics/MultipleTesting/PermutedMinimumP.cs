using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kindred.Statistics.Subgroups;

namespace Kindred.Statistics.MultipleTesting;

/// <summary>
/// Distribution of the smallest two-sided mid-p over every cover of a family under permuted outcomes (Westfall and Young 1993, min-p).
/// A thousand permutations are counted at once: each cover's counts are kept as bit-sliced numbers, one bit plane per power of two,
/// so that adding two covers is a ripple of logic over 1,024 lanes, and comparing with the critical count of the cover's size
/// (covers that cannot reach it are passed over: Tarone 1990) is one more. Only lanes beyond it get an exact p.
/// </summary>
public sealed class PermutedMinimumP
{
    private readonly double[] _sorted;

    private PermutedMinimumP(double[] sorted, double level, long covers)
    {
        _sorted = sorted;
        Level = level;
        Covers = covers;
    }

    /// <summary>p values above this were not followed: they adjust to 1.</summary>
    public double Level { get; }

    /// <summary>Covers of the family with enough rows.</summary>
    public long Covers { get; }

    /// <summary>Share of permutations, (1 + b) / (1 + B), whose smallest p is at most <paramref name="p"/>; 1 above <see cref="Level"/>.</summary>
    public double Adjust(double p)
    {
        if (p > Level)
        {
            return 1;
        }

        var below = 0;
        while (below < _sorted.Length && _sorted[below] <= p * (1 + 1e-9))
        {
            below++;
        }

        return (1.0 + below) / (1.0 + _sorted.Length);
    }

    /// <summary>The largest p that adjusts to at most <paramref name="alpha"/>; 0 when none can.</summary>
    public double Critical(double alpha)
    {
        var allowed = (int)Math.Floor(alpha * (1 + _sorted.Length)) - 1;
        return allowed < 0 ? 0 : allowed >= _sorted.Length ? Level : Math.Min(Level, Math.BitDecrement(_sorted[allowed]));
    }

    /// <summary>Sweeps one family.</summary>
    /// <param name="attributes">Attributes with the selectors of this family.</param>
    /// <param name="depth">1 singles, 2 pairs, 3 triples.</param>
    /// <param name="outcomes">Permuted outcomes of the same rows.</param>
    /// <param name="minimumRows">Covers with fewer rows do not belong to the family.</param>
    /// <param name="covers">Number of covers if known, for the level to follow p values from.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancel">Cancels between pairs of attributes.</param>
    public static PermutedMinimumP Sweep(IReadOnlyList<SweepAttribute> attributes, int depth, PermutedOutcomes outcomes, int minimumRows, long covers, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(outcomes);
        var level = Math.Min(0.25, 1000.0 / Math.Max(1, covers));
        var planes = 32 - BitOperations.LeadingZeroCount((uint)Math.Max(1, outcomes.Ones));
        var midP = new HypergeometricMidP(outcomes.Rows, outcomes.Ones);
        var visitor = new Visitor(midP, outcomes, planes, level);
        new CoverSweep<Counters, Visitor>(outcomes.Rows, minimumRows, new Counters(outcomes.Bits, planes), visitor, cancel).Run(attributes, depth, progress);
        var sorted = visitor.Smallest[..outcomes.Count];
        Array.Sort(sorted);
        return new PermutedMinimumP(sorted, level, visitor.Covers);
    }

    /// <summary>Bit-sliced counters: plane k of half h is vector 2k + h.</summary>
    private readonly struct Counters(ulong[] bits, int planes) : ISweepBlock
    {
        public int Vectors => 2 * planes;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddRow(ref Vector512<ulong> cell, int row)
        {
            ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(bits), row * 16);
            for (var half = 0; half < 2; half++)
            {
                var carry = Vector512.LoadUnsafe(ref from, (nuint)(8 * half));
                for (var k = 0; k < planes && carry != Vector512<ulong>.Zero; k++)
                {
                    ref var plane = ref Unsafe.Add(ref cell, 2 * k + half);
                    var both = plane & carry;
                    plane ^= carry;
                    carry = both;
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ref Vector512<ulong> sum, ref Vector512<ulong> left, ref Vector512<ulong> right)
        {
            var carry0 = Vector512<ulong>.Zero;
            var carry1 = Vector512<ulong>.Zero;
            for (var k = 0; k < 2 * planes; k += 2)
            {
                var a = Unsafe.Add(ref left, k);
                var b = Unsafe.Add(ref right, k);
                Unsafe.Add(ref sum, k) = a ^ b ^ carry0;
                carry0 = (a & b) | (carry0 & (a | b));
                a = Unsafe.Add(ref left, k + 1);
                b = Unsafe.Add(ref right, k + 1);
                Unsafe.Add(ref sum, k + 1) = a ^ b ^ carry1;
                carry1 = (a & b) | (carry1 & (a | b));
            }
        }
    }

    private sealed class Visitor : ICoverVisitor
    {
        private static readonly (int Low, int High) Unknown = (-2, -2);

        private readonly HypergeometricMidP _midP;
        private readonly int _planes;
        private readonly double _level;
        private readonly int _lanes;
        private readonly (int Low, int High)[] _critical;
        private readonly Dictionary<long, double> _p = [];

        public Visitor(HypergeometricMidP midP, PermutedOutcomes outcomes, int planes, double level)
        {
            _midP = midP;
            _planes = planes;
            _level = level;
            _lanes = outcomes.Count;
            _critical = new (int, int)[outcomes.Rows + 1];
            Array.Fill(_critical, Unknown);
            Smallest = new double[PermutedOutcomes.Lanes];
            Array.Fill(Smallest, 1.0);
        }

        public double[] Smallest { get; }

        public long Covers { get; private set; }

        public void Visit(int first, int second, int third, int rows, ref Vector512<ulong> block)
        {
            Covers++;
            var critical = _critical[rows];
            if (critical == Unknown)
            {
                critical = _critical[rows] = _midP.Critical(rows, _level);
            }

            for (var half = 0; half < 2; half++)
            {
                var beyond = Vector512<ulong>.Zero;
                if (critical.High != int.MaxValue)
                {
                    beyond = AtLeast(ref block, half, critical.High);
                }

                if (critical.Low >= 0)
                {
                    beyond |= ~AtLeast(ref block, half, critical.Low + 1);
                }

                if (beyond == Vector512<ulong>.Zero)
                {
                    continue;
                }

                for (var word = 0; word < 8; word++)
                {
                    for (var bits = beyond[word]; bits != 0; bits &= bits - 1)
                    {
                        var lane = half * 512 + word * 64 + BitOperations.TrailingZeroCount(bits);
                        if (lane < _lanes)
                        {
                            Note(lane, rows, CountOf(ref block, half, word, BitOperations.TrailingZeroCount(bits)));
                        }
                    }
                }
            }
        }

        private void Note(int lane, int rows, int tp)
        {
            var key = ((long)rows << 32) | (uint)tp;
            if (!_p.TryGetValue(key, out var p))
            {
                p = _midP.TwoSided(rows, tp);
                _p.Add(key, p);
            }

            if (p < Smallest[lane])
            {
                Smallest[lane] = p;
            }
        }

        private int CountOf(ref Vector512<ulong> block, int half, int word, int bit)
        {
            var count = 0;
            for (var k = 0; k < _planes; k++)
            {
                count |= (int)(Unsafe.Add(ref block, 2 * k + half)[word] >> bit & 1) << k;
            }

            return count;
        }

        /// <summary>Lanes whose counter is at least the constant, from the lowest plane up.</summary>
        private Vector512<ulong> AtLeast(ref Vector512<ulong> block, int half, int constant)
        {
            if (constant >> _planes != 0)
            {
                return Vector512<ulong>.Zero;
            }

            var result = Vector512<ulong>.AllBitsSet;
            for (var k = 0; k < _planes; k++)
            {
                var plane = Unsafe.Add(ref block, 2 * k + half);
                result = (constant >> k & 1) != 0 ? plane & result : plane | result;
            }

            return result;
        }
    }
}
