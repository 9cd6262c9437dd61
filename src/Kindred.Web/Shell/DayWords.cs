using System.Globalization;

namespace Kindred.Web.Shell;

/// <summary>Days as people read them: 2026년 11월 21일, 21 November 2026.</summary>
public static class DayWords
{
    /// <summary>A day in words.</summary>
    public static string Day(this PageContext page, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(page);
        return day.ToString(page.Ko ? "yyyy'년' M'월' d'일'" : "d MMMM yyyy", CultureInfo.InvariantCulture);
    }
}
