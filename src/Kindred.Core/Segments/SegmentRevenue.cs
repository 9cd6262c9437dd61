using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Segments;

/// <summary>
/// What became of the revenue of twelve months ago: customers gone, smaller, same or larger, the shares pooled over segments, the sizes of change pooled over all customers. Revenue counts through weights
/// whose effective number is (Σw)² / Σw². Intervals are the middle 95 % of seeded draws; below 30 customers a standard error would be a fiction.
/// </summary>
internal sealed class SegmentRevenue
{
    private const int Window = 12;
    private const int Draws = 2000;

    private readonly CustomerMonths _months;
    private readonly IReadOnlyList<SegmentGroup> _groups;
    private readonly long _seed;
    private readonly int _open;
    private readonly PooledStates? _states;
    private readonly (double Mean, double Error) _smaller;
    private readonly (double Mean, double Error) _larger;

    public SegmentRevenue(CustomerMonths months, IReadOnlyList<SegmentGroup> groups, long seed)
    {
        (_months, _groups, _seed) = (months, groups, seed);
        _open = months.Months - Window;
        if (_open < 0)
        {
            return;
        }

        _states = PooledStates.Of([.. groups.Select(group => Weighted(group.Rows))]);
        var ratios = Enumerable.Range(0, months.Lives.Count).Where(row => months.At(row, _open) > 0).Select(row => (double)months.At(row, months.Months) / months.At(row, _open)).ToArray();
        _smaller = Size(ratios.Where(ratio => ratio is > 0 and < 1), 0.5);
        _larger = Size(ratios.Where(ratio => ratio > 1), 1.5);
    }

    public IEnumerable<SegmentFigure> Figures(int group, bool isPooled)
    {
        var rows = _open < 0 ? [] : _groups[group].Rows.Where(row => _months.At(row, _open) > 0).ToArray();
        SegmentMeasure[] measures = [SegmentMeasure.RevenueChurnGross, SegmentMeasure.RevenueChurnNet, SegmentMeasure.Nrr, SegmentMeasure.Grr, SegmentMeasure.Expansion];
        if (rows.Length == 0)
        {
            return measures.Select(measure => SegmentFigure.None(measure, 0, "12개월 전에 매출이 있던 고객이 없어요.", "No customer had revenue twelve months ago."));
        }

        double opening = 0, closing = 0, kept = 0;
        foreach (var row in rows)
        {
            var (before, now) = (_months.At(row, _open), _months.At(row, _months.Months));
            opening += before;
            closing += now;
            kept += Math.Min(before, now);
        }

        var (net, gross, growth) = Draw(group);
        var isSmall = isPooled || rows.Length < SegmentsModule.PooledBelow;
        return
        [
            Of(SegmentMeasure.RevenueChurnGross, [.. gross.Select(value => 1 - value)], 1 - kept / opening),
            Of(SegmentMeasure.RevenueChurnNet, [.. net.Select(value => 1 - value)], 1 - closing / opening),
            Of(SegmentMeasure.Nrr, net, closing / opening),
            Of(SegmentMeasure.Grr, gross, kept / opening),
            Of(SegmentMeasure.Expansion, growth, (closing - kept) / opening),
        ];

        SegmentFigure Of(SegmentMeasure measure, double[] draws, double observed)
        {
            Array.Sort(draws);
            return new SegmentFigure(measure, draws.Average(), draws[(int)(0.025 * Draws)], draws[(int)(0.975 * Draws)], rows.Length, observed, isSmall);
        }
    }

    /// <summary>Effective numbers of customers gone, smaller, same, larger.</summary>
    private double[] Weighted(int[] rows)
    {
        var counts = new double[4];
        double sum = 0, square = 0;
        foreach (var row in rows)
        {
            double before = _months.At(row, _open), now = _months.At(row, _months.Months);
            if (before > 0)
            {
                counts[now == 0 ? 0 : now < before ? 1 : now > before ? 3 : 2] += before;
                sum += before;
                square += before * before;
            }
        }

        return [.. counts.Select(weight => sum == 0 ? 0 : weight / sum * (sum * sum / square))];
    }

    /// <summary>Mean size of a change with its error, held by one made-up customer so that it exists where nobody changed.</summary>
    private static (double Mean, double Error) Size(IEnumerable<double> ratios, double otherwise)
    {
        double[] all = [.. ratios, otherwise];
        var mean = all.Average();
        var variance = all.Length < 3 ? 0.04 : all.Sum(ratio => (ratio - mean) * (ratio - mean)) / (all.Length - 1);
        return (mean, Math.Sqrt(variance / all.Length));
    }

    private (double[] Net, double[] Gross, double[] Growth) Draw(int group)
    {
        var random = new SeededRandom(_seed, 40 + group);
        double[] net = new double[Draws], gross = new double[Draws], growth = new double[Draws];
        Span<double> shares = stackalloc double[4];
        for (var draw = 0; draw < Draws; draw++)
        {
            _states!.Draw(group, random, shares);
            var smaller = Math.Clamp(_smaller.Mean + _smaller.Error * random.NextNormal(), 0, 1);
            var larger = Math.Max(1, _larger.Mean + _larger.Error * random.NextNormal());
            gross[draw] = shares[1] * smaller + shares[2] + shares[3];
            growth[draw] = shares[3] * (larger - 1);
            net[draw] = gross[draw] + growth[draw];
        }

        return (net, gross, growth);
    }
}
