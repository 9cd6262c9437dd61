using System.Text;

namespace Kindred.Files.Columns;

/// <summary>What the cells of a column say about being dates, and in which order.</summary>
internal sealed class DateTally
{
    private static readonly DateOrder[] Orders = [DateOrder.DayFirst, DateOrder.MonthFirst, DateOrder.YearFirst];
    private readonly long[] _fits = new long[3];
    private readonly long[] _only = new long[3];
    private readonly string?[] _witness = new string?[3];
    private int _lowFirst = 100;
    private int _highFirst = -1;
    private int _lowLast = 100;
    private int _highLast = -1;

    /// <summary>Cells with one reading.</summary>
    internal long Certain { get; private set; }

    /// <summary>Cells whose order must be decided.</summary>
    internal long Open { get; private set; }

    /// <summary>Eight figures that would be a date.</summary>
    internal long Compact { get; private set; }

    /// <summary>Cells written yyyy-MM-dd, with or without HH:mm:ss.</summary>
    internal long Iso { get; private set; }

    internal long Zoned { get; private set; }

    internal int? Offset { get; private set; }

    internal bool HasSeveralOffsets { get; private set; }

    /// <summary>Distinct cells whose order must be decided; a lower bound is enough.</summary>
    internal long DistinctOpen { get; private set; }

    internal string? OpenExample { get; private set; }

    internal bool Add(ReadOnlySpan<byte> cell, long count)
    {
        if (!DateCell.TryRead(cell, out var reading))
        {
            return false;
        }

        if (reading.Form is DateForm.Certain or DateForm.Compact)
        {
            if (reading.Ticks(DateOrder.DayFirst) < 0)
            {
                return false;
            }

            Certain += reading.Form == DateForm.Certain ? count : 0;
            Compact += reading.Form == DateForm.Compact ? count : 0;
        }
        else if (!AddOpen(reading, cell, count))
        {
            return false;
        }

        Iso += cell.Length is 10 or 19 && DateCell.IsIso(cell) && !reading.HasZone ? count : 0;
        if (reading.HasZone)
        {
            Zoned += count;
            HasSeveralOffsets |= Offset is not null && Offset != reading.OffsetMinutes;
            Offset ??= reading.OffsetMinutes;
        }

        return true;
    }

    /// <summary>Counts dates with one reading that were read elsewhere.</summary>
    internal void CountCertain(long count) => Certain += count;

    internal long Fits(DateOrder order) => _fits[(int)order];

    /// <summary>The order that the values themselves leave, or null; <paramref name="witness"/> is the value that decides.</summary>
    internal DateOrder? Decided(out string? witness)
    {
        witness = null;
        DateOrder? best = null;
        foreach (var order in Orders)
        {
            if (best is null || Fits(order) > Fits(best.Value))
            {
                best = order;
            }
        }

        // Everything that fits another order must fit this one too, or nearly so: 31/02 may be a slip, a mixture is not.
        var rivals = Orders.Where(order => order != best && Fits(order) * 20 > Fits(best!.Value) * 19).ToList();
        var conflict = Orders.Any(order => order != best && _only[(int)order] * 20 > _only[(int)best!.Value]);
        if (rivals.Count == 0 && !conflict)
        {
            witness = _witness[(int)best!.Value] ?? OpenExample;
            return best;
        }

        return conflict ? null : BySpread(best!.Value, rivals, out witness);
    }

    /// <summary>True when the values contradict each other: some fit only one order, some only another.</summary>
    internal bool IsContradictory => _only.Count(count => count > 0) > 1;

    /// <summary>Orders that fit every open value.</summary>
    internal IReadOnlyList<DateOrder> Possible() => [.. Orders.Where(order => Fits(order) > 0 && Fits(order) * 20 > Orders.Max(Fits) * 19)];

    /// <summary>Two-digit years, day first against year first: days wander over the whole month, years do not. Decided only when chance would do the same less than once in a million.</summary>
    private DateOrder? BySpread(DateOrder best, List<DateOrder> rivals, out string? witness)
    {
        witness = null;
        if (rivals.Append(best).Contains(DateOrder.MonthFirst) || rivals.Count != 1 || DistinctOpen < 10)
        {
            return null;
        }

        var dayFirst = Chance(_highFirst - _lowFirst + 1);
        var yearFirst = Chance(_highLast - _lowLast + 1);
        if (dayFirst < 1e-6 && yearFirst > 1e-3)
        {
            witness = $"{_lowFirst:00}–{_highFirst:00} | {_lowLast:00}–{_highLast:00}";
            return DateOrder.YearFirst;
        }

        if (yearFirst < 1e-6 && dayFirst > 1e-3)
        {
            witness = $"{_lowFirst:00}–{_highFirst:00} | {_lowLast:00}–{_highLast:00}";
            return DateOrder.DayFirst;
        }

        return null;
    }

    private double Chance(int span) => Math.Pow(Math.Min(1, span / 31.0), DistinctOpen - 1);

    private bool AddOpen(DateReading reading, ReadOnlySpan<byte> cell, long count)
    {
        var fitting = 0;
        var last = DateOrder.DayFirst;
        foreach (var order in Orders)
        {
            if (reading.Ticks(order) >= 0)
            {
                fitting++;
                last = order;
                _fits[(int)order] += count;
            }
        }

        if (fitting == 0)
        {
            return false;
        }

        Open += count;
        DistinctOpen++;
        OpenExample ??= Encoding.UTF8.GetString(cell);
        if (fitting == 1)
        {
            _only[(int)last] += count;
            _witness[(int)last] ??= Encoding.UTF8.GetString(cell);
        }

        _lowFirst = Math.Min(_lowFirst, reading.A);
        _highFirst = Math.Max(_highFirst, reading.A);
        _lowLast = Math.Min(_lowLast, reading.C);
        _highLast = Math.Max(_highLast, reading.C);
        return true;
    }
}
