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
    /// <param name="cancel">Cancels between triples of attributes.</param>
    public static PermutedMinimumP Sweep(IReadOnlyList<SweepAttribute> attributes, int depth, PermutedOutcomes outcomes, int minimumRows, long covers, IProgress<double>? progress = null, CancellationToken cancel = default) =>
        Sweep(attributes, depth, outcomes, minimumRows, covers, null, 0, progress, cancel).All;

    /// <summary>Sweeps one family, and at the same time the smaller family of its covers by some selectors alone.</summary>
    /// <param name="attributes">Attributes with the selectors of this family.</param>
    /// <param name="depth">1 singles, 2 pairs, 3 triples.</param>
    /// <param name="outcomes">Permuted outcomes of the same rows.</param>
    /// <param name="minimumRows">Covers with fewer rows belong to neither.</param>
    /// <param name="covers">Number of covers if known, for the level to follow p values from.</param>
    /// <param name="isWithin">By selector number whether it belongs to the smaller family; null for none.</param>
    /// <param name="coversWithin">Number of covers of the smaller family if known.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancel">Cancels between triples of attributes.</param>
    public static (PermutedMinimumP All, PermutedMinimumP Within) Sweep(
        IReadOnlyList<SweepAttribute> attributes, int depth, PermutedOutcomes outcomes, int minimumRows, long covers, bool[]? isWithin, long coversWithin, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        ArgumentNullException.ThrowIfNull(outcomes);
        double level = LevelFor(covers), levelWithin = LevelFor(coversWithin);
        var midP = new HypergeometricMidP(outcomes.Rows, outcomes.Ones);
        var counts = new BitSlicedCounts(outcomes.Bits, outcomes.Ones);
        var visitors = SweepRun.Run(
            attributes, depth, outcomes.Rows, minimumRows, counts,
            () => new Visitor(new SmallestP(midP, outcomes, counts, level), new SmallestP(midP, outcomes, counts, levelWithin), isWithin ?? []), progress, cancel);
        return (Of(visitors, visitor => visitor.All, outcomes.Count, level), Of(visitors, visitor => visitor.Within, outcomes.Count, levelWithin));
    }

    private static double LevelFor(long covers) => Math.Min(0.25, 1000.0 / Math.Max(1, covers));

    private static PermutedMinimumP Of(Visitor[] visitors, Func<Visitor, SmallestP> family, int permutations, double level)
    {
        var sorted = new double[permutations];
        for (var lane = 0; lane < sorted.Length; lane++)
        {
            sorted[lane] = visitors.Min(visitor => family(visitor).Smallest[lane]);
        }

        Array.Sort(sorted);
        return new PermutedMinimumP(sorted, level, visitors.Sum(visitor => family(visitor).Covers));
    }

    /// <summary>Tells each cover to the families it belongs to.</summary>
    private sealed class Visitor(SmallestP all, SmallestP within, bool[] isWithin) : ICoverVisitor
    {
        public SmallestP All => all;

        public SmallestP Within => within;

        public void Visit(int first, int second, int third, int rows, ref Vector512<ulong> block)
        {
            all.See(rows, ref block);
            if (isWithin.Length > 0 && IsWithin(first) && IsWithin(second) && IsWithin(third))
            {
                within.See(rows, ref block);
            }
        }

        private bool IsWithin(int selector) => selector < 0 || isWithin[selector];
    }
}
