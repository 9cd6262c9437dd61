using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kindred.Statistics.MultipleTesting;

/// <summary>The smallest two-sided mid-p that each permutation has had among the covers of a family, as far as it is at most a level.</summary>
internal sealed class SmallestP
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

    public SmallestP(HypergeometricMidP midP, PermutedOutcomes outcomes, BitSlicedCounts counts, double level)
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

    public void See(int rows, ref Vector512<ulong> block)
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
