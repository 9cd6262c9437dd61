using System.Numerics;
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
        var midP = new HypergeometricMidP(outcomes.Rows, outcomes.Ones);
        var counts = new BitSlicedCounts(outcomes.Bits, outcomes.Ones);
        var visitors = SweepRun.Run(attributes, depth, outcomes.Rows, minimumRows, counts, () => new Visitor(midP, outcomes, counts, level), progress, cancel);
        var sorted = new double[outcomes.Count];
        for (var lane = 0; lane < sorted.Length; lane++)
        {
            sorted[lane] = visitors.Min(visitor => visitor.Smallest[lane]);
        }

        Array.Sort(sorted);
        return new PermutedMinimumP(sorted, level, visitors.Sum(visitor => visitor.Covers));
    }

    private sealed class Visitor : ICoverVisitor
    {
        private const int NotesBetween = 1 << 13;
        private const double LevelStep = 4;
        private static readonly (int Low, int High) Unknown = (-2, -2);

        private readonly HypergeometricMidP _midP;
        private readonly BitSlicedCounts _counts;
        private readonly int _lanes;
        private readonly (int Low, int High)[] _critical;
        private readonly TailCache _tails;
        private double _level;
        private int _noted;

        public Visitor(HypergeometricMidP midP, PermutedOutcomes outcomes, BitSlicedCounts counts, double level)
        {
            _midP = midP;
            _tails = new TailCache(midP, outcomes.Rows);
            _counts = counts;
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

            if (critical.High == int.MaxValue && critical.Low < 0)
            {
                return;
            }

            var planes = _counts.Planes(rows);
            var (beyondFirst, beyondSecond) = BitSlicedCounts.Beyond(ref block, planes, critical.Low, critical.High);
            if ((beyondFirst | beyondSecond) != Vector512<ulong>.Zero)
            {
                Note(rows, ref block, planes, 0, beyondFirst);
                Note(rows, ref block, planes, 1, beyondSecond);
            }
        }

        private void Note(int rows, ref Vector512<ulong> block, int planes, int half, Vector512<ulong> beyond)
        {
            Span<ulong> words = stackalloc ulong[8];
            beyond.CopyTo(words);
            for (var word = 0; word < words.Length; word++)
            {
                for (var bits = words[word]; bits != 0; bits &= bits - 1)
                {
                    var bit = BitOperations.TrailingZeroCount(bits);
                    var lane = half * 512 + word * 64 + bit;
                    if (lane < _lanes)
                    {
                        Note(lane, rows, BitSlicedCounts.CountOf(ref block, planes, half, word, bit));
                    }
                }
            }
        }

        private void Note(int lane, int rows, int tp)
        {
            var p = _tails.TwoSided(rows, tp);
            if (p < Smallest[lane])
            {
                Smallest[lane] = p;
            }

            if ((++_noted & (NotesBetween - 1)) == 0 && Smallest.AsSpan(0, _lanes) is var held && Largest(held) is var worst && worst < _level / LevelStep)
            {
                // No permutation is interested in larger p values any more.
                _level = worst;
                Array.Fill(_critical, Unknown);
            }
        }

        private static double Largest(ReadOnlySpan<double> values)
        {
            var largest = 0.0;
            foreach (var value in values)
            {
                largest = Math.Max(largest, value);
            }

            return largest;
        }
    }
}
