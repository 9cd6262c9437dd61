using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Reviews;

/// <summary>When the next review is due.</summary>
public static class ReviewDays
{
    /// <summary>The day: so many days after the last review that was closed, else after the day the profile's data speaks for; when that day is over, the last day of the cadence that is not after today, as the schedule does with days nobody was there. Null without a profile or a closed review.</summary>
    /// <param name="book">The review log.</param>
    /// <param name="profile">The profile; null without one.</param>
    /// <param name="days">Days between reviews.</param>
    /// <param name="today">Today.</param>
    public static DateOnly? NextDueOn(ReviewBook book, ProfileDocument? profile, int days, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(book);
        DateOnly? first = book.Open is { } open ? open.DueOn : book.LastClosed is { } closed ? closed.DueOn.AddDays(days) : profile is null ? null : ProfileReview.DueOn(profile, days);
        return book.Open is null && first is { } day && day < today ? day.AddDays((today.DayNumber - day.DayNumber) / days * days) : first;
    }

    /// <summary>The day profile and card under review came into use: when the last review was closed, else the day the profile's data speaks for.</summary>
    public static DateOnly? PublishedOn(ReviewBook book, ProfileDocument? profile)
    {
        ArgumentNullException.ThrowIfNull(book);
        return book.LastClosed is { Decision: { } decision } ? DateOnly.FromDateTime(decision.At.DateTime) : profile?.AsOf;
    }

    /// <summary>"in 6 days", "3 days ago", "today".</summary>
    public static Wording Words(DateOnly dueOn, DateOnly today)
    {
        var days = dueOn.DayNumber - today.DayNumber;
        return days switch
        {
            0 => new("오늘", "today"),
            > 0 => new($"{Format.Whole(days)}일 뒤", $"in {Format.Whole(days)} {(days == 1 ? "day" : "days")}"),
            _ => new($"{Format.Whole(-days)}일 전", $"{Format.Whole(-days)} {(days == -1 ? "day" : "days")} ago"),
        };
    }
}
