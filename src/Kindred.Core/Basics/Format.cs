using System.Globalization;

namespace Kindred.Core.Basics;

/// <summary>Numbers and dates as text: the one place where they become words.</summary>
public static class Format
{
    /// <summary>Shortest text that reads back as the same number.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Digits grouped by three: 6,294,604.</summary>
    public static string Grouped(double value) => value.ToString(value == Math.Floor(value) ? "#,##0" : "#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>A fixed number of decimals.</summary>
    public static string Fixed(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A rate as a percentage: 0.214 → "21.4%".</summary>
    public static string Percent(double rate, int decimals = 1) => Fixed(rate * 100, decimals) + "%";

    /// <summary>yyyy-MM-dd.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
