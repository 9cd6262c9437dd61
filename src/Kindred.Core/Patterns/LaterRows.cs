using Kindred.Core.Conditions;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>What the rows say by date: whether a pattern still holds in the last 30 %, and in how many quarters it did.</summary>
internal sealed class LaterRows
{
    private const double LaterShare = 0.3;

    /// <summary>Shares of the rows, by date, after which an effect may have gone.</summary>
    private static readonly double[] CutShares = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

    private readonly ProofRows _rows;
    private readonly PatternSearchSpace _space;
    private readonly ulong[]? _later;
    private readonly double _laterBase;
    private readonly (ulong[] Before, ulong[] After)[] _cuts = [];

    public LaterRows(ProofRows rows, PatternSearchSpace space)
    {
        _rows = rows;
        _space = space;
        var known = (rows.Request.Dates ?? []).Where(date => date >= 0).Order().ToArray();
        if (known.Length < 2 || known[0] == known[^1])
        {
            return;
        }

        var cut = known[(int)((1 - LaterShare) * (known.Length - 1))];
        var later = rows.Where(row => rows.Request.Dates![row] > cut);
        var (count, positives) = rows.Count(later);
        if (count > 0)
        {
            (_later, _laterBase) = (later, (double)positives / count);
        }

        _cuts = [.. CutShares.Select(share => known[(int)(share * (known.Length - 1))]).Distinct().Where(day => day < known[^1])
            .Select(day => (rows.Where(row => rows.Request.Dates![row] is var date && date >= 0 && date <= day), rows.Where(row => rows.Request.Dates![row] > day)))];
    }

    /// <summary>Same direction in the last rows by date; and what each condition adds over the rows it drops has not gone since. Null where dates say nothing.</summary>
    public (bool? Holds, Rate? Rate) Of(Candidate candidate, ulong[] rows)
    {
        if (_later is null)
        {
            return (null, null);
        }

        var inside = new ulong[rows.Length];
        RowBits.Intersect(rows, _later, inside);
        if (RowBits.Count(inside) == 0)
        {
            return (null, null);
        }

        var rate = _rows.RateOf(inside);
        var sameDirection = candidate.IsHigher ? rate.Value > _laterBase : rate.Value < _laterBase;
        return (sameDirection && candidate.Selectors.All(selector => StillAdds(selector, candidate, rows)), rate);
    }

    /// <summary>In how many quarters with enough rows the direction was the same; null without dates.</summary>
    public (int Same, int Of)? Periods(ulong[] rows, bool isHigher)
    {
        if (_rows.Request.Dates is not { } dates || !dates.Any(date => date >= 0))
        {
            return null;
        }

        int same = 0, of = 0;
        foreach (var quarter in Enumerable.Range(0, _rows.Totals.Rows).Where(row => dates[row] >= 0).GroupBy(row => Quarter(dates[row])))
        {
            int n = 0, tp = 0, all = 0, positives = 0;
            foreach (var row in quarter)
            {
                var inside = RowBits.Has(rows, row) ? 1 : 0;
                all++;
                n += inside;
                positives += _rows.Request.Positive[row];
                tp += inside * _rows.Request.Positive[row];
            }

            if (n < 5 || all - n < 5)
            {
                continue;
            }

            of++;
            same += ((long)tp * all > (long)n * positives) == isHigher ? 1 : 0;
        }

        return (same, of);
    }

    /// <summary>Whether what a condition adds over the rows it drops, their values being known, is likelier there throughout than gone on the way.</summary>
    private bool StillAdds(int selector, Candidate candidate, ulong[] rows)
    {
        var dropped = candidate.Selectors.Length == 1 ? ConditionRows.Everything(_rows.Totals.Rows) : _space.RowsOf(candidate.Selectors.Where(other => other != selector).ToArray());
        for (var word = 0; word < dropped.Length; word++)
        {
            dropped[word] &= ~rows[word];
        }

        _space.KeepKnown(selector, dropped);
        return EffectOverTime.IsKept([.. _cuts.Select(cut => (OddsRatio(rows, dropped, cut.Before), OddsRatio(rows, dropped, cut.After)))], candidate.IsHigher);
    }

    private LogOddsRatio OddsRatio(ulong[] kept, ulong[] dropped, ulong[] among)
    {
        var (n, tp) = _rows.Count(kept, among);
        var (m, others) = _rows.Count(dropped, among);
        return LogOddsRatio.Of(tp, n - tp, others, m - others);
    }

    private static int Quarter(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return date.Year * 4 + (date.Month - 1) / 3;
    }
}
