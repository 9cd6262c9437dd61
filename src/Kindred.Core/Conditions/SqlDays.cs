using System.Globalization;

namespace Kindred.Core.Conditions;

/// <summary>Conditions on dates as SQL. A cell is a moment; an interval speaks of its day, an equality of its text to the second.</summary>
internal static class SqlDays
{
    private static readonly int Last = DateOnly.MaxValue.DayNumber;

    /// <summary>Days in (above, up to]; null when no day lies there.</summary>
    internal static string? Interval(string column, Condition condition, SqlValues values)
    {
        // Whole day numbers above 3.5 are those from 4 on; up to 7.5 those up to 7.
        var first = Math.Max(0, Math.Floor(condition.Above) + 1);
        var last = Math.Min(Last, Math.Floor(condition.UpTo));
        if (first > last)
        {
            return null;
        }

        var from = column + " >= " + values.Moment(Start(first));
        return last == Last ? from : from + " AND " + column + " < " + values.Moment(Start(last + 1));
    }

    /// <summary>Cells whose text is one of the words; null when none of the words is such a text.</summary>
    internal static string? AnyOf(string column, IEnumerable<string> words, SqlValues values)
    {
        var days = new List<string>();
        var terms = new List<string>();
        foreach (var word in words)
        {
            if (Exactly(word, "yyyy-MM-dd") is { } day)
            {
                days.Add(values.Moment(day));
            }
            else if (Exactly(word, "yyyy-MM-ddTHH:mm:ss") is { } second)
            {
                terms.Add(Second(column, second, values));
            }
        }

        if (days.Count > 0)
        {
            terms.Insert(0, column + " IN (" + string.Join(", ", days) + ")");
        }

        return terms.Count == 0 ? null : terms.Count == 1 ? terms[0] : "(" + string.Join(" OR ", terms) + ")";
    }

    /// <summary>Fractions of a second are not part of a cell's text; midnight itself is written as the day alone.</summary>
    private static string Second(string column, DateTime second, SqlValues values)
    {
        var from = column + (second.TimeOfDay == TimeSpan.Zero ? " > " : " >= ") + values.Moment(second);
        return second > DateTime.MaxValue.AddSeconds(-1) ? from : "(" + from + " AND " + column + " < " + values.Moment(second.AddSeconds(1)) + ")";
    }

    private static DateTime Start(double day) => DateOnly.FromDayNumber((int)day).ToDateTime(TimeOnly.MinValue);

    private static DateTime? Exactly(string word, string format) =>
        DateTime.TryParseExact(word, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.ToString(format, CultureInfo.InvariantCulture) == word ? moment : null;
}
