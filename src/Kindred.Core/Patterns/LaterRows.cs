using Kindred.Core.Conditions;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>What the rows say by date: whether a pattern still holds in the last 30 %, and in how many quarters it did.</summary>
internal sealed class LaterRows
{
    private const double LaterShare = 0.3;

    /// <summary>Share of a condition's difference that must still be there in the last rows.</summary>
    private const double LeastLeft = 1.0 / 3;

    private readonly ProofRows _rows;
    private readonly PatternSearchSpace _space;
    private readonly ulong[]? _later;
    private readonly ulong[] _everything;
    private readonly double _laterBase;

    public LaterRows(ProofRows rows, PatternSearchSpace space)
    {
        _rows = rows;
        _space = space;
        _everything = ConditionRows.Everything(rows.Totals.Rows);
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
    }

    /// <summary>Same direction in the last rows by date; and of what each condition adds over the rows it drops, a good part is still there. Null where dates say nothing.</summary>
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
        return (sameDirection && candidate.Selectors.All(selector => StillAdds(selector, candidate, rows, _later)), rate);
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

    private bool StillAdds(int selector, Candidate candidate, ulong[] rows, ulong[] later)
    {
        if (candidate.Selectors.Length == 1)
        {
            return true;
        }

        var dropped = _space.RowsOf(candidate.Selectors.Where(other => other != selector).ToArray());
        for (var word = 0; word < dropped.Length; word++)
        {
            dropped[word] &= ~rows[word];
        }

        _space.KeepKnown(selector, dropped);
        var sign = candidate.IsHigher ? 1 : -1;
        var left = sign * Difference(rows, dropped, later);
        var whole = sign * Difference(rows, dropped, _everything);

        // Nothing dropped lately says nothing against the condition.
        return double.IsNaN(left) || left >= LeastLeft * whole;
    }

    /// <summary>Rate of the first rows minus rate of the second, among some.</summary>
    private double Difference(ulong[] first, ulong[] second, ulong[] among)
    {
        double Rate(ulong[] rows)
        {
            var (count, positives) = _rows.Count(rows, among);
            return count == 0 ? double.NaN : (double)positives / count;
        }

        return Rate(first) - Rate(second);
    }

    private static int Quarter(int day)
    {
        var date = DateOnly.FromDayNumber(day);
        return date.Year * 4 + (date.Month - 1) / 3;
    }
}
