namespace Kindred.Statistics.Subgroups;

/// <summary>
/// Exact top-k subgroup discovery over conjunctions of selectors, by depth with optimistic estimates
/// (Grosskreutz, Rüping, Wrobel 2008). All single and pair counts come first, so that the threshold is high before the triples;
/// a longer description is counted on its positives first and on its negatives only if it can still enter the top k.
/// Witness: telco_top10.json. Cost at worst O(selectors^depth · rows / 512).
/// </summary>
/// <typeparam name="TQuality">The quality.</typeparam>
public sealed class ExactSubgroupSearch<TQuality>
    where TQuality : struct, ISubgroupQuality
{
    /// <summary>Words counted between two looks at the threshold.</summary>
    private const int Block = 1024;

    private readonly SelectorBits _bits;
    private readonly BestSubgroups _best;
    private readonly Totals _totals;
    private readonly int _depth;
    private readonly int _minimumRows;
    private readonly int _count;
    private readonly int[] _pairTp;
    private readonly int[] _pairFp;
    private readonly CancellationToken _cancel;

    private ExactSubgroupSearch(SelectorBits bits, int k, int depth, int minimumRows, CancellationToken cancel)
    {
        _bits = bits;
        _best = new BestSubgroups(k);
        _totals = bits.Totals;
        _depth = depth;
        _minimumRows = minimumRows;
        _count = bits.Count;
        _cancel = cancel;
        var pairs = depth >= 2 ? _count * (_count - 1) / 2 : 0;
        _pairTp = new int[pairs];
        _pairFp = new int[pairs];
    }

    /// <summary>The k best descriptions of at most <paramref name="depth"/> selectors of different attributes that cover at least <paramref name="minimumRows"/> rows.</summary>
    /// <param name="bits">Selectors, at most 20,000 of them.</param>
    /// <param name="k">≥ 1.</param>
    /// <param name="depth">1 to 5.</param>
    /// <param name="minimumRows">≥ 1.</param>
    /// <param name="cancel">Cancels between pairs.</param>
    public static IReadOnlyList<Subgroup> Run(SelectorBits bits, int k, int depth, int minimumRows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(bits);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, 5);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumRows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits.Count, 20_000);
        var search = new ExactSubgroupSearch<TQuality>(bits, k, depth, minimumRows, cancel);
        search.Singles();
        if (depth >= 2)
        {
            search.Pairs();
        }

        if (depth >= 3)
        {
            search.Deeper();
        }

        return search._best.Ranked();
    }

    private void Singles()
    {
        for (var i = 0; i < _count; i++)
        {
            var (tp, fp) = _bits.Counts(i);
            if (tp + fp >= _minimumRows)
            {
                _best.Offer([i], tp, fp, TQuality.Of(tp, fp, _totals));
            }
        }
    }

    private void Pairs()
    {
        var at = 0;
        for (var i = 0; i < _count; i++)
        {
            _cancel.ThrowIfCancellationRequested();
            for (var j = i + 1; j < _count; j++, at++)
            {
                if (_bits.Attribute(i) == _bits.Attribute(j))
                {
                    _pairTp[at] = -1;
                    continue;
                }

                var tp = RowBits.CountOfBoth(_bits.Positive(i), _bits.Positive(j));
                var fp = RowBits.CountOfBoth(_bits.Negative(i), _bits.Negative(j));
                _pairTp[at] = tp;
                _pairFp[at] = fp;
                if (tp + fp >= _minimumRows)
                {
                    _best.Offer([i, j], tp, fp, TQuality.Of(tp, fp, _totals));
                }
            }
        }
    }

    /// <summary>Extends pairs, the most promising first.</summary>
    private void Deeper()
    {
        var pairs = new List<(double Bound, int First, int Second)>();
        var at = 0;
        for (var i = 0; i < _count; i++)
        {
            for (var j = i + 1; j < _count; j++, at++)
            {
                if (_pairTp[at] < 0 || _pairTp[at] + _pairFp[at] < _minimumRows)
                {
                    continue;
                }

                var bound = TQuality.Bound(_pairTp[at], _pairFp[at], _totals);
                if (bound >= _best.Threshold)
                {
                    pairs.Add((bound, i, j));
                }
            }
        }

        pairs.Sort((x, y) => x.Bound != y.Bound ? y.Bound.CompareTo(x.Bound) : x.First != y.First ? x.First.CompareTo(y.First) : x.Second.CompareTo(y.Second));
        var levels = new Level[_depth - 1];
        for (var level = 0; level < levels.Length; level++)
        {
            levels[level] = new Level(new ulong[_bits.Positive(0).Length], new ulong[_bits.Negative(0).Length]);
        }

        var selectors = new int[_depth];
        foreach (var (bound, first, second) in pairs)
        {
            _cancel.ThrowIfCancellationRequested();
            if (bound < _best.Threshold)
            {
                break;
            }

            selectors[0] = first;
            selectors[1] = second;
            RowBits.Intersect(_bits.Positive(first), _bits.Positive(second), levels[0].Positive);
            levels[0].NegativeReady = 0;
            var pair = Pair(first, second);
            Extend(selectors, 2, levels, _pairTp[pair], _pairFp[pair]);
        }
    }

    private void Extend(int[] selectors, int length, Level[] levels, int tp, int fp)
    {
        var level = levels[length - 2];
        for (var s = selectors[length - 1] + 1; s < _count; s++)
        {
            if (HasAttributeOf(selectors.AsSpan(0, length), s))
            {
                continue;
            }

            // What is known before counting: no more rows than any pair inside has, no fewer than inclusion–exclusion leaves.
            var (tpHigh, fpHigh, fpLow) = Known(selectors.AsSpan(0, length), s, tp, fp);
            if (tpHigh + fpHigh < _minimumRows || TQuality.Bound(tpHigh, fpHigh, _totals) < _best.Threshold)
            {
                continue;
            }

            var positives = RowBits.CountOfBoth(level.Positive, _bits.Positive(s));
            if (positives + fpHigh < _minimumRows)
            {
                continue;
            }

            var last = length + 1 == _depth;
            var reach = last ? TQuality.Within(positives, fpLow, fpHigh, _totals) : Math.Max(TQuality.Bound(positives, fpHigh, _totals), TQuality.Within(positives, fpLow, fpHigh, _totals));
            if (reach < _best.Threshold)
            {
                continue;
            }

            var negatives = CountNegatives(selectors, length, levels, s, positives, fpHigh, last);
            if (negatives < 0 || positives + negatives < _minimumRows)
            {
                continue;
            }

            selectors[length] = s;
            _best.Offer(selectors.AsSpan(0, length + 1), positives, negatives, TQuality.Of(positives, negatives, _totals));
            if (!last && TQuality.Bound(positives, negatives, _totals) >= _best.Threshold)
            {
                var next = levels[length - 1];
                RowBits.Intersect(level.Positive, _bits.Positive(s), next.Positive);
                next.NegativeReady = 0;
                Extend(selectors, length + 1, levels, positives, negatives);
            }
        }
    }

    /// <summary>
    /// Negatives of the description with selector <paramref name="s"/>, counted in blocks; -1 as soon as those counted so far
    /// show that a description that cannot grow further cannot enter the top k.
    /// </summary>
    private int CountNegatives(int[] selectors, int length, Level[] levels, int s, int positives, int fpHigh, bool last)
    {
        var other = _bits.Negative(s);
        var count = 0;
        for (var from = 0; from < other.Length; from += Block)
        {
            var size = Math.Min(Block, other.Length - from);
            Prepare(selectors, length, levels, from + size);
            count += RowBits.CountOfBoth(levels[length - 2].Negative.AsSpan(from, size), other.AsSpan(from, size));
            if (last && count <= fpHigh && TQuality.Within(positives, count, fpHigh, _totals) < _best.Threshold)
            {
                return -1;
            }
        }

        return count;
    }

    /// <summary>Makes the negatives of the description available up to a word, each block once.</summary>
    private void Prepare(int[] selectors, int length, Level[] levels, int upTo)
    {
        var level = levels[length - 2];
        if (level.NegativeReady >= upTo)
        {
            return;
        }

        if (length > 2)
        {
            Prepare(selectors, length - 1, levels, upTo);
        }

        var from = level.NegativeReady;
        var parent = length == 2 ? _bits.Negative(selectors[0]) : levels[length - 3].Negative;
        RowBits.Intersect(parent.AsSpan(from, upTo - from), _bits.Negative(selectors[length - 1]).AsSpan(from, upTo - from), level.Negative.AsSpan(from, upTo - from));
        level.NegativeReady = upTo;
    }

    private (int TpHigh, int FpHigh, int FpLow) Known(ReadOnlySpan<int> selectors, int s, int tp, int fp)
    {
        int tpHigh = tp, fpHigh = fp, fpLow = 0;
        foreach (var member in selectors)
        {
            var at = Pair(member, s);
            tpHigh = Math.Min(tpHigh, _pairTp[at]);
            fpHigh = Math.Min(fpHigh, _pairFp[at]);
            fpLow = Math.Max(fpLow, fp + _pairFp[at] - _bits.Counts(member).Fp);
        }

        return (tpHigh, fpHigh, fpLow);
    }

    private bool HasAttributeOf(ReadOnlySpan<int> selectors, int s)
    {
        foreach (var member in selectors)
        {
            if (_bits.Attribute(member) == _bits.Attribute(s))
            {
                return true;
            }
        }

        return false;
    }

    private int Pair(int first, int second) => first * (2 * _count - first - 1) / 2 + second - first - 1;

    private sealed class Level(ulong[] positive, ulong[] negative)
    {
        public ulong[] Positive { get; } = positive;

        public ulong[] Negative { get; } = negative;

        /// <summary>Words of <see cref="Negative"/> that are filled in.</summary>
        public int NegativeReady { get; set; }
    }
}
