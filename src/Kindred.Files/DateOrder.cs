namespace Kindred.Files;

/// <summary>Order of the three parts of a date written in figures.</summary>
public enum DateOrder
{
    /// <summary>Day, month, year: 21/11/2026.</summary>
    DayFirst,

    /// <summary>Month, day, year: 11/21/2026.</summary>
    MonthFirst,

    /// <summary>Two-digit year, month, day: 26.11.21. (Four-digit years in front need no decision.)</summary>
    YearFirst,
}
