namespace Kindred.Core.Notifications;

/// <summary>What may be due.</summary>
public enum DueKind
{
    /// <summary>A review comes up.</summary>
    Reminder,

    /// <summary>A review drafts itself.</summary>
    Draft,

    /// <summary>The Monday note.</summary>
    Note,

    /// <summary>News of reading.</summary>
    Digest,
}

/// <summary>Something to be made once.</summary>
/// <param name="Kind">What.</param>
/// <param name="On">Its day: the review's for a reminder and a draft.</param>
/// <param name="Today">The day it is made; later than <paramref name="On"/> where nothing ran on that day.</param>
/// <param name="Since">The day of the one before it; null for the first.</param>
/// <param name="Skipped">Days of its kind that passed unmade while nothing ran: this one speaks for them too.</param>
public sealed record DueThing(DueKind Kind, DateOnly On, DateOnly Today, DateOnly? Since, IReadOnlyList<DateOnly> Skipped)
{
    /// <summary>Its subject in the review log.</summary>
    public string Subject => ReviewCalendar.SubjectOf(Kind, On);
}
