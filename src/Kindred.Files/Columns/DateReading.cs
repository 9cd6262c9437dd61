namespace Kindred.Files.Columns;

/// <summary>How a date was written, as far as that decides how it may be read.</summary>
internal enum DateForm
{
    /// <summary>Only one reading: 2026-11-21, 2026년 11월 21일, 21-Nov-2026.</summary>
    Certain,

    /// <summary>Two parts and a four-digit year: day or month first.</summary>
    LongYear,

    /// <summary>Three parts of at most two digits: day, month or year first.</summary>
    ShortYear,

    /// <summary>20261121: a date only when the header says so.</summary>
    Compact,
}

/// <summary>A date as read from one cell, before its order is decided.</summary>
internal struct DateReading
{
    internal DateForm Form;

    /// <summary>Parts in the order written; for <see cref="DateForm.Certain"/> year, month, day.</summary>
    internal int A;
    internal int B;
    internal int C;

    /// <summary>Ticks since midnight.</summary>
    internal long Time;

    internal bool HasTime;

    /// <summary>Written without a day: the first of the month stands for it.</summary>
    internal bool IsMonth;

    /// <summary>A zone or offset was written.</summary>
    internal bool HasZone;

    internal int OffsetMinutes;

    /// <summary>Ticks under an order, or -1 when the parts are no date in that order.</summary>
    internal readonly long Ticks(DateOrder order)
    {
        var (year, month, day) = Form switch
        {
            DateForm.Certain or DateForm.Compact => (A, B, C),
            DateForm.LongYear => order switch { DateOrder.DayFirst => (C, B, A), DateOrder.MonthFirst => (C, A, B), _ => (-1, 0, 0) },
            _ => order switch { DateOrder.DayFirst => (Century(C), B, A), DateOrder.MonthFirst => (Century(C), A, B), _ => (Century(A), B, C) },
        };
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return -1;
        }

        return new DateTime(year, month, day).Ticks + Time;
    }

    /// <summary>Two-digit years: 00–69 are 20xx, 70–99 are 19xx.</summary>
    internal static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;
}
