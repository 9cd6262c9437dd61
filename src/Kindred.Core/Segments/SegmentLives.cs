using Kindred.Core.Basics;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Survival;

namespace Kindred.Core.Segments;

/// <summary>How long customers of several segments stay: curves, churn and pooled lives. One value a group, in the order given.</summary>
internal sealed class SegmentLives
{
    /// <summary>Below this number of customers the curve's interval is the beta product.</summary>
    private const int SmallCurve = 50;

    private readonly CustomerMonths _months;
    private readonly IReadOnlyList<SegmentGroup> _groups;
    private readonly double[][] _ended;
    private readonly double[][] _atRisk;
    private readonly double[] _allMonths;
    private readonly byte[] _allEnded;
    private readonly int[] _place;
    private readonly IReadOnlyList<RatePosterior> _churn;
    private readonly IReadOnlyList<LivesPosterior> _lives;

    public SegmentLives(CustomerMonths months, IReadOnlyList<SegmentGroup> groups)
    {
        (_months, _groups) = (months, groups);
        var periods = months.Lives.Count == 0 ? 1 : months.Lives.Max(life => life.FullMonths) + 1;
        _ended = new double[groups.Count][];
        _atRisk = new double[groups.Count][];
        Curves = new SurvivalCurve?[groups.Count];
        for (var g = 0; g < groups.Count; g++)
        {
            (_ended[g], _atRisk[g]) = Counts(groups[g].Rows, periods);
            Curves[g] = groups[g].Rows.Length == 0 ? null : KaplanMeier.Of([.. groups[g].Rows.Select(row => months.Lives[row].Months)], [.. groups[g].Rows.Select(row => months.Lives[row].HasEnded ? (byte)1 : (byte)0)]);
        }

        // All lives in order of their length, sorted once for every comparison.
        int[] order = [.. Enumerable.Range(0, months.Lives.Count).OrderBy(row => months.Lives[row].Months)];
        _place = new int[order.Length];
        for (var at = 0; at < order.Length; at++)
        {
            _place[order[at]] = at;
        }

        _allMonths = [.. order.Select(row => months.Lives[row].Months)];
        _allEnded = [.. order.Select(row => months.Lives[row].HasEnded ? (byte)1 : (byte)0)];
        _churn = PooledRates.Of([.. _ended.Select(own => own.Sum())], [.. _atRisk.Select(own => own.Sum())]);
        _lives = PooledLives.Of(_ended, _atRisk);
    }

    public SurvivalCurve?[] Curves { get; }

    public LivesPosterior Of(int group) => _lives[group];

    public static SurvivalInterval IntervalOf(SurvivalCurve? curve) => curve is { Count: >= SmallCurve, Events: > 0 } ? SurvivalInterval.LogLog : SurvivalInterval.BetaProduct;

    public IEnumerable<SegmentFigure> Figures(int group, bool isPooled)
    {
        var n = (int)_atRisk[group].Sum();
        var left = _ended[group].Sum();
        if (n == 0)
        {
            yield return SegmentFigure.None(SegmentMeasure.LogoChurn, 0, "한 달을 다 본 고객이 아직 없어요.", "No customer has been seen through a month yet.");
            yield return SegmentFigure.None(SegmentMeasure.LogoChurnYear, 0, "한 달을 다 본 고객이 아직 없어요.", "No customer has been seen through a month yet.");
        }
        else
        {
            var interval = _churn[group].Interval95;
            yield return new SegmentFigure(SegmentMeasure.LogoChurn, _churn[group].Mean, interval.Low, interval.High, n, left / n, isPooled);
            yield return new SegmentFigure(SegmentMeasure.LogoChurnYear, Year(_churn[group].Mean), Year(interval.Low), Year(interval.High), n, Year(left / n), isPooled);
        }

        yield return Median(Curves[group]);
        yield return After12(Curves[group]);
    }

    /// <summary>Compared with all customers that are not in the segment.</summary>
    public LogRankTest? AgainstRest(int group)
    {
        var side = new int[_place.Length];
        Array.Fill(side, 1);
        foreach (var row in _groups[group].Rows)
        {
            side[_place[row]] = 0;
        }

        if (!side.Contains(1) || !_allEnded.Contains((byte)1))
        {
            return null;
        }

        var test = LogRank.Of(_allMonths, _allEnded, side, 2);
        return test.Degrees == 0 ? null : test;
    }

    private static double Year(double monthly) => RatePeriods.Convert(Math.Clamp(monthly, 0, 1), 1, 12);

    private static SegmentFigure Median(SurvivalCurve? curve)
    {
        if (curve is null)
        {
            return SegmentFigure.None(SegmentMeasure.MedianLife, 0, "고객이 없어요.", "There are no customers.");
        }

        var median = curve.Quantile(0.5, IntervalOf(curve));
        return median.Time is { } time
            ? new SegmentFigure(SegmentMeasure.MedianLife, time, median.Low, median.High, curve.Count)
            : SegmentFigure.None(SegmentMeasure.MedianLife, curve.Count, $"아직 절반이 떠나지 않았어요 (가장 오래 본 기간 {Format.Fixed(curve.Steps[^1].Time, 1)}개월).", $"Half have not left yet (longest seen: {Format.Fixed(curve.Steps[^1].Time, 1)} months).") with { Low = median.Low };
    }

    private static SegmentFigure After12(SurvivalCurve? curve)
    {
        if (curve is null || curve.Steps[^1].Time < 12)
        {
            return SegmentFigure.None(SegmentMeasure.Survival12, curve?.Count ?? 0, "12개월을 넘긴 고객이 아직 없어요.", "No customer has been seen for 12 months yet.");
        }

        var at = curve.IndexAt(12);
        var interval = at < 0 ? new Interval(Math.Pow(0.025, 1.0 / curve.Count), 1) : curve.IntervalAt(at, IntervalOf(curve));
        return new SegmentFigure(SegmentMeasure.Survival12, curve.At(12), Known(interval.Low, 0), Known(interval.High, 1), curve.Count);
    }

    private static double Known(double end, double otherwise) => double.IsNaN(end) ? otherwise : end;

    /// <summary>Per month of life who was seen through it or left in it; only months that began inside the panel, so that nobody is counted for time in which those that left are missing from the files.</summary>
    private (double[] Ended, double[] AtRisk) Counts(int[] rows, int periods)
    {
        double[] ended = new double[periods], atRisk = new double[periods];
        var first = _months.Opening.AddMonths(1);
        foreach (var row in rows)
        {
            var life = _months.Lives[row];
            var skipped = life.StartedOn >= first ? 0 : (int)Math.Ceiling(CustomerLife.Between(life.StartedOn, first) - 1e-9);
            var full = life.FullMonths;
            for (var month = skipped; month < full; month++)
            {
                atRisk[month]++;
            }

            if (life.HasEnded && full >= skipped)
            {
                atRisk[full]++;
                ended[full]++;
            }
        }

        return (ended, atRisk);
    }
}
