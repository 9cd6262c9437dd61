using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kindred.Statistics.Subgroups;

/// <summary>A data set of a parallel search: which rows it holds, and whether subgroups above or below its base rate are wanted.</summary>
/// <param name="Rows">Bit per row.</param>
/// <param name="IsHigher">True for subgroups with more positives than the base rate, false for fewer.</param>
public sealed record SearchLane(ulong[] Rows, bool IsHigher);

/// <summary>A subgroup of one lane.</summary>
/// <param name="Selectors">The caller's selector numbers, ascending.</param>
/// <param name="Rows">Rows covered in the lane.</param>
/// <param name="Positives">Positives among them.</param>
/// <param name="ChiSquared">Pearson's χ² in the lane.</param>
public sealed record LaneSubgroup(int[] Selectors, int Rows, int Positives, double ChiSquared);

/// <summary>
/// The best subgroups by signed χ² in up to 16 data sets over the same rows (all rows and the training parts of folds, each with other rows taken out)
/// by one sweep: every cover's counts in all data sets are two vectors of sixteen integers.
/// </summary>
public sealed class ParallelSubgroupSearch
{
    private const int MostLanes = 16;

    private ParallelSubgroupSearch()
    {
    }

    /// <summary>Per lane the best subgroups: up to <paramref name="kept"/> of each length, best first.</summary>
    /// <param name="families">Attributes for descriptions of length 1, 2, … (at most 3).</param>
    /// <param name="labels">Bit per row: 1 positive.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="lanes">1 to 16 data sets.</param>
    /// <param name="minimumRows">Rows a subgroup must cover among all rows; in a lane its share of that.</param>
    /// <param name="kept">Subgroups kept per lane and length.</param>
    /// <param name="cancel">Cancels between pairs of attributes.</param>
    /// <returns>Subgroups per lane, and the number of covers per length.</returns>
    public static (IReadOnlyList<IReadOnlyList<LaneSubgroup>> Best, long[] Covers) Run(
        IReadOnlyList<IReadOnlyList<SweepAttribute>> families, ulong[] labels, int rows, IReadOnlyList<SearchLane> lanes, int minimumRows, int kept, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(families);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(lanes);
        ArgumentOutOfRangeException.ThrowIfLessThan(lanes.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lanes.Count, MostLanes);
        var counts = LaneCounts.Of(labels, rows, lanes);
        var best = lanes.Select(_ => new List<LaneSubgroup>()).ToArray();
        var covers = new long[families.Count];
        for (var depth = 1; depth <= families.Count; depth++)
        {
            var visitors = SweepRun.Run(families[depth - 1], depth, rows, minimumRows, counts, () => new Visitor(lanes, counts, rows, minimumRows, kept), null, cancel);
            covers[depth - 1] = visitors.Sum(visitor => visitor.Covers);
            for (var lane = 0; lane < best.Length; lane++)
            {
                var own = visitors[0].Best[lane];
                foreach (var other in visitors[1..])
                {
                    own.Take(other.Best[lane]);
                }

                best[lane].AddRange(own.Ranked().Select(s => new LaneSubgroup(s.Selectors, s.Rows, s.Positives, s.Quality)));
            }
        }

        foreach (var list in best)
        {
            list.Sort(static (x, y) => x.ChiSquared != y.ChiSquared ? y.ChiSquared.CompareTo(x.ChiSquared) : x.Selectors.Length != y.Selectors.Length ? x.Selectors.Length - y.Selectors.Length : x.Selectors.AsSpan().SequenceCompareTo(y.Selectors));
        }

        return (best, covers);
    }

    /// <summary>Rows of the lanes as sixteen integers, rows of positives as sixteen more. Rows alike in lanes and label share one entry of a palette.</summary>
    private readonly struct LaneCounts(ushort[] codes, Vector512<int>[] palette, int[] totals, int[] positives) : ISweepBlock
    {
        public int[] Totals => totals;

        public int[] Positives => positives;

        public static LaneCounts Of(ulong[] labels, int rows, IReadOnlyList<SearchLane> lanes)
        {
            var codes = new ushort[rows];
            var palette = new List<Vector512<int>>();
            var index = new Dictionary<int, ushort>();
            var totals = new int[MostLanes];
            var positives = new int[MostLanes];
            Span<int> members = stackalloc int[MostLanes];
            for (var row = 0; row < rows; row++)
            {
                var mask = 0;
                for (var lane = 0; lane < lanes.Count; lane++)
                {
                    mask |= RowBits.Has(lanes[lane].Rows, row) ? 1 << lane : 0;
                }

                var label = RowBits.Has(labels, row) ? 1 : 0;
                for (var lane = 0; lane < lanes.Count; lane++)
                {
                    totals[lane] += mask >> lane & 1;
                    positives[lane] += (mask >> lane & 1) * label;
                }

                var key = mask * 2 + label;
                if (!index.TryGetValue(key, out var code))
                {
                    code = checked((ushort)(palette.Count / 2));
                    for (var lane = 0; lane < MostLanes; lane++)
                    {
                        members[lane] = mask >> lane & 1;
                    }

                    var vector = Vector512.Create<int>(members);
                    palette.Add(vector);
                    palette.Add(label == 1 ? vector : Vector512<int>.Zero);
                    index.Add(key, code);
                }

                codes[row] = code;
            }

            return new LaneCounts(codes, [.. palette], totals, positives);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Vectors(int rows) => 2;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void AddRows(ref Vector512<ulong> sum, ReadOnlySpan<int> rows)
        {
            ref var entries = ref MemoryMarshal.GetArrayDataReference(palette);
            var (all, positive) = (Vector512<int>.Zero, Vector512<int>.Zero);
            foreach (var row in rows)
            {
                ref var entry = ref Unsafe.Add(ref entries, 2 * codes[row]);
                all += entry;
                positive += Unsafe.Add(ref entry, 1);
            }

            sum = all.AsUInt64();
            Unsafe.Add(ref sum, 1) = positive.AsUInt64();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ref Vector512<ulong> sum, ref Vector512<ulong> left, int leftRows, ref Vector512<ulong> right, int rightRows)
        {
            sum = (left.AsInt32() + right.AsInt32()).AsUInt64();
            Unsafe.Add(ref sum, 1) = (Unsafe.Add(ref left, 1).AsInt32() + Unsafe.Add(ref right, 1).AsInt32()).AsUInt64();
        }
    }

    private sealed class Visitor : ICoverVisitor
    {
        private readonly Totals[] _totals;
        private readonly bool[] _isHigher;
        private readonly int[] _minimum;
        private readonly Vector512<float> _n;
        private readonly Vector512<float> _p;
        private readonly Vector512<float> _scale;
        private readonly Vector512<float> _sign;
        private readonly Vector512<int> _least;
        private Vector512<float> _threshold = Vector512.Create(float.MinValue);

        public Visitor(IReadOnlyList<SearchLane> lanes, LaneCounts counts, int rows, int minimumRows, int kept)
        {
            Best = [.. lanes.Select(_ => new BestSubgroups(kept))];
            _totals = [.. lanes.Select((_, lane) => new Totals(Math.Max(1, counts.Totals[lane]), counts.Positives[lane]))];
            _isHigher = [.. lanes.Select(lane => lane.IsHigher)];
            _minimum = [.. _totals.Select(total => Math.Max(2, (int)Math.Round((double)minimumRows * total.Rows / rows)))];
            Span<float> n = stackalloc float[MostLanes], p = stackalloc float[MostLanes], scale = stackalloc float[MostLanes], sign = stackalloc float[MostLanes];
            Span<int> least = stackalloc int[MostLanes];
            least.Fill(int.MaxValue);
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                n[lane] = _totals[lane].Rows;
                p[lane] = _totals[lane].Positives;
                var spread = (double)_totals[lane].Positives * _totals[lane].Negatives;
                scale[lane] = spread > 0 ? (float)(_totals[lane].Rows / spread) : 0;
                sign[lane] = lanes[lane].IsHigher ? 1 : -1;
                least[lane] = _minimum[lane];
            }

            _n = Vector512.Create<float>(n);
            _p = Vector512.Create<float>(p);
            _scale = Vector512.Create<float>(scale);
            _sign = Vector512.Create<float>(sign);
            _least = Vector512.Create<int>(least);
        }

        public BestSubgroups[] Best { get; }

        public long Covers { get; private set; }

        public void Visit(int first, int second, int third, int rows, ref Vector512<ulong> block)
        {
            Covers++;
            var n = block.AsInt32();
            var tp = Unsafe.Add(ref block, 1).AsInt32();
            var rowsOf = Vector512.ConvertToSingle(n);
            var difference = Vector512.ConvertToSingle(tp) * _n - rowsOf * _p;
            var chi = difference * difference * _scale / (rowsOf * (_n - rowsOf));

            // Single precision only decides who is looked at again.
            var hits = (Vector512.GreaterThanOrEqual(chi * 1.0001f, _threshold)
                & Vector512.GreaterThan(difference * _sign, Vector512<float>.Zero)
                & Vector512.GreaterThanOrEqual(n, _least).AsSingle()).ExtractMostSignificantBits();
            for (; hits != 0; hits &= hits - 1)
            {
                var lane = System.Numerics.BitOperations.TrailingZeroCount(hits);
                Note(lane, first, second, third, n[lane], tp[lane]);
            }
        }

        private void Note(int lane, int first, int second, int third, int rows, int positives)
        {
            var quality = ChiSquaredQuality.Of(positives, rows - positives, _totals[lane]);
            if (rows >= _totals[lane].Rows || quality < Best[lane].Threshold)
            {
                return;
            }

            Span<int> all = [first, second, third];
            all.Sort();
            Best[lane].Offer(all[(all.LastIndexOf(-1) + 1)..], positives, rows - positives, quality);
            _threshold = _threshold.WithElement(lane, (float)Math.Max(Best[lane].Threshold, 0));
        }
    }
}
