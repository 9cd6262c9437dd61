using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Reviews;

namespace Kindred.Core.Notifications;

/// <summary>What is due when. Pure: the same settings, log and moment give the same answer, whoever asks.</summary>
public static class ReviewCalendar
{
    /// <summary>Subject of a thing in the review log.</summary>
    public static string SubjectOf(DueKind kind, DateOnly on) => kind switch
    {
        DueKind.Draft => ReviewBook.SubjectOf(on),
        DueKind.Note => ReviewBook.NoteSubject(on),
        _ => Prefix(kind) + Format.Date(on),
    };

    /// <summary>The day of the next review that was not drafted: so many days after the last one's day, the missed ones left out. Null without a profile.</summary>
    /// <param name="schedule">Settings.</param>
    /// <param name="log">The review log.</param>
    /// <param name="now">Now.</param>
    public static DateOnly? NextReview(ReviewSchedule schedule, IReadOnlyList<ReviewEntry> log, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(log);
        var today = schedule.DayOf(now);
        return First(schedule, log) is { } first ? first > today ? first : first.AddDays(schedule.CadenceDays * Missed(first, today, schedule.CadenceDays)) : null;
    }

    /// <summary>What is due now and was not made, in the order in which it should be made.</summary>
    /// <param name="schedule">Settings.</param>
    /// <param name="log">The review log.</param>
    /// <param name="now">Now.</param>
    public static IReadOnlyList<DueThing> DueNow(ReviewSchedule schedule, IReadOnlyList<ReviewEntry> log, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(log);
        if (schedule.DataOn is not { } dataOn)
        {
            return [];
        }

        var today = schedule.DayOf(now);
        var due = new List<DueThing>();

        // Started early: the draft is made at once, and the next review is counted from that day.
        due.AddRange(log.Where(entry => entry.Kind == ReviewEntryKind.OffCycle && ReviewBook.DayOf(entry.Subject) <= today && !log.Any(other => other.Kind == ReviewEntryKind.Draft && other.Subject == entry.Subject))
            .Select(entry => ReviewBook.DayOf(entry.Subject)!.Value).Distinct().Select(day => new DueThing(DueKind.Draft, day, today, LastReview(log), [])));
        if (First(schedule, log) is { } first)
        {
            var next = first;
            if (first <= today)
            {
                var missed = Missed(first, today, schedule.CadenceDays);
                var on = first.AddDays(schedule.CadenceDays * missed);
                due.Add(new DueThing(DueKind.Draft, on, today, LastReview(log), [.. Enumerable.Range(0, missed).Select(i => first.AddDays(schedule.CadenceDays * i))]));
                next = on.AddDays(schedule.CadenceDays);
            }

            // A reminder is about what lies ahead: one that was missed until its review came is not made any more.
            if (next.DayNumber - today.DayNumber <= schedule.ReminderDays && !Has(log, DueKind.Reminder, next))
            {
                due.Add(new DueThing(DueKind.Reminder, next, today, null, []));
            }
        }

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        if (schedule.HasMondayNote && monday >= dataOn && !Has(log, DueKind.Note, monday))
        {
            var before = Last(log, DueKind.Note);
            due.Add(new DueThing(DueKind.Note, monday, today, before, before is null ? [] : [.. Weeks(before.Value.AddDays(7), monday)]));
        }

        var digestOn = schedule.Digest switch { DigestCadence.Daily => today, DigestCadence.Weekly => monday, _ => DateOnly.MinValue };
        if (schedule.Digest != DigestCadence.Off && digestOn >= dataOn && !Has(log, DueKind.Digest, digestOn))
        {
            due.Add(new DueThing(DueKind.Digest, digestOn, today, Last(log, DueKind.Digest), []));
        }

        return due;
    }

    /// <summary>The first review day after the last one drafted; null without a profile.</summary>
    private static DateOnly? First(ReviewSchedule schedule, IReadOnlyList<ReviewEntry> log) => (LastReview(log) ?? schedule.ProfileOn)?.AddDays(schedule.CadenceDays);

    private static DateOnly? LastReview(IReadOnlyList<ReviewEntry> log) => log.Where(entry => entry.Kind is ReviewEntryKind.Draft or ReviewEntryKind.OffCycle or ReviewEntryKind.Decision).Max(entry => ReviewBook.DayOf(entry.Subject));

    /// <summary>How many whole cadences fit between a day and a later one.</summary>
    private static int Missed(DateOnly first, DateOnly today, int cadence) => (today.DayNumber - first.DayNumber) / cadence;

    private static IEnumerable<DateOnly> Weeks(DateOnly from, DateOnly until)
    {
        for (var day = from; day < until; day = day.AddDays(7))
        {
            yield return day;
        }
    }

    private static bool Has(IReadOnlyList<ReviewEntry> log, DueKind kind, DateOnly on) => log.Any(entry => entry.Kind == ReviewEntryKind.Due && entry.Subject == SubjectOf(kind, on));

    private static DateOnly? Last(IReadOnlyList<ReviewEntry> log, DueKind kind) => log.Where(entry => entry.Kind == ReviewEntryKind.Due && entry.Subject.StartsWith(Prefix(kind), StringComparison.Ordinal))
        .Max(entry => DateOnly.TryParseExact(entry.Subject.AsSpan(Prefix(kind).Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null);

    private static string Prefix(DueKind kind) => kind switch { DueKind.Reminder => "reminder:", DueKind.Note => "note:", DueKind.Digest => "digest:", _ => "review:" };
}
