using Kindred.Core.Notifications;
using Kindred.Core.Reviews;
using Xunit;

namespace Kindred.Tests.Notifications;

/// <summary>What is due when: the rules of docs/methods/schedule.md, one by one.</summary>
public sealed class ReviewCalendarTests
{
    private static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");
    private static readonly ReviewSchedule Schedule = new() { Zone = Seoul, ProfileOn = new DateOnly(2026, 11, 20), DataOn = new DateOnly(2026, 11, 21) };

    [Fact]
    public void DueNow_BeforeAndAtSevenOnMonday_TheNoteComesAtSeven()
    {
        Assert.Empty(Due([], At(2026, 11, 23, 6, 59)));
        var note = Assert.Single(Due([], At(2026, 11, 23, 7, 0)));
        Assert.Equal((DueKind.Note, new DateOnly(2026, 11, 23), "note:2026-11-23"), (note.Kind, note.On, note.Subject));
        Assert.Empty(Due([Line("note:2026-11-23")], At(2026, 11, 29, 23, 0)));
    }

    [Fact]
    public void DueNow_FiveMondaysMissed_OneNoteThatSpeaksForThemAll()
    {
        var note = Assert.Single(Due([Line("note:2026-11-23")], At(2027, 1, 1, 12, 0)));
        Assert.Equal((new DateOnly(2026, 12, 28), new DateOnly(2027, 1, 1), new DateOnly(2026, 11, 23)), (note.On, note.Today, note.Since));
        Assert.Equal([30, 7, 14, 21], note.Skipped.Select(day => day.Day));
    }

    [Fact]
    public void DueNow_DataCameAfterMonday_WaitsForTheNext() => Assert.Empty(Due([], At(2026, 11, 22, 12, 0)));

    [Fact]
    public void DueNow_NoData_Nothing() => Assert.Empty(ReviewCalendar.DueNow(Schedule with { DataOn = null }, [], At(2030, 1, 1, 12, 0)));

    [Fact]
    public void DueNow_WithoutAProfile_NoReview()
    {
        var schedule = Schedule with { ProfileOn = null, HasMondayNote = false };
        Assert.Empty(ReviewCalendar.DueNow(schedule, [], At(2030, 1, 1, 12, 0)));
        Assert.Null(ReviewCalendar.NextReview(schedule, [], At(2030, 1, 1, 12, 0)));
    }

    [Theory]
    [InlineData(2027, 2, 10, null)]
    [InlineData(2027, 2, 11, "reminder:2027-02-18")]
    [InlineData(2027, 2, 17, "reminder:2027-02-18")]
    [InlineData(2027, 2, 18, "review:2027-02-18")]
    [InlineData(2027, 5, 18, "review:2027-02-18 reminder:2027-05-19")]
    [InlineData(2027, 5, 19, "review:2027-05-19")]
    public void DueNow_AroundAReview_ReminderThenDraftOnItsDay(int year, int month, int day, string? expected)
    {
        var due = ReviewCalendar.DueNow(Schedule with { HasMondayNote = false }, [], At(year, month, day, 7, 0));
        Assert.Equal(expected ?? "", string.Join(' ', due.Select(thing => thing.Subject)));
    }

    [Fact]
    public void DueNow_TwoReviewsMissed_OneDraftOfTheNewest()
    {
        var draft = Assert.Single(ReviewCalendar.DueNow(Schedule with { HasMondayNote = false }, [], At(2027, 6, 1, 7, 0)));
        Assert.Equal(("review:2027-05-19", new DateOnly(2027, 2, 18)), (draft.Subject, Assert.Single(draft.Skipped)));
    }

    [Fact]
    public void NextReview_AfterADraft_IsCountedFromItsDayNotFromTheDecision()
    {
        ReviewEntry[] log = [Line("review:2027-02-18", ReviewEntryKind.Draft), Line("review:2027-02-18", ReviewEntryKind.Decision)];
        Assert.Equal(new DateOnly(2027, 5, 19), ReviewCalendar.NextReview(Schedule, log, At(2027, 4, 30, 12, 0)));
    }

    [Fact]
    public void DueNow_StartedEarly_DraftsAtOnceAndCountsFromThere()
    {
        var early = Line("review:2026-12-01", ReviewEntryKind.OffCycle);
        var schedule = Schedule with { HasMondayNote = false };
        Assert.Equal("review:2026-12-01", Assert.Single(ReviewCalendar.DueNow(schedule, [early], At(2026, 12, 1, 9, 0))).Subject);
        ReviewEntry[] drafted = [early, Line("review:2026-12-01", ReviewEntryKind.Draft)];
        Assert.Empty(ReviewCalendar.DueNow(schedule, drafted, At(2026, 12, 1, 9, 0)));
        Assert.Equal(new DateOnly(2027, 3, 1), ReviewCalendar.NextReview(schedule, drafted, At(2027, 2, 18, 9, 0)));
    }

    [Theory]
    [InlineData(7, 1)]
    [InlineData(20, 5)]
    [InlineData(28, 7)]
    [InlineData(90, 7)]
    [InlineData(730, 7)]
    public void ReminderDays_ByCadence_NeverMoreThanAQuarterOrAWeek(int cadence, int days) => Assert.Equal(days, new ReviewSchedule { CadenceDays = cadence }.ReminderDays);

    [Fact]
    public void DueNow_DailyDigest_EachMorningOnce()
    {
        var schedule = Schedule with { HasMondayNote = false, Digest = DigestCadence.Daily };
        Assert.Equal("digest:2026-11-26", Assert.Single(ReviewCalendar.DueNow(schedule, [Line("digest:2026-11-24")], At(2026, 11, 26, 8, 0))).Subject);
        Assert.Empty(ReviewCalendar.DueNow(schedule, [Line("digest:2026-11-26")], At(2026, 11, 27, 6, 0)));
        Assert.Equal("digest:2026-11-23", Assert.Single(ReviewCalendar.DueNow(schedule with { Digest = DigestCadence.Weekly }, [], At(2026, 11, 26, 8, 0))).Subject);
    }

    [Fact]
    public void DayOf_AcrossSummerTime_FollowsTheClockOnTheWall()
    {
        var schedule = new ReviewSchedule { Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York") };
        Assert.Equal(new DateOnly(2027, 3, 13), schedule.DayOf(new DateTimeOffset(2027, 3, 14, 10, 59, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2027, 3, 14), schedule.DayOf(new DateTimeOffset(2027, 3, 14, 11, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2026, 11, 1), schedule.DayOf(new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero)));
    }

    private static IReadOnlyList<DueThing> Due(IReadOnlyList<ReviewEntry> log, DateTimeOffset now) => ReviewCalendar.DueNow(Schedule with { ProfileOn = null }, log, now);

    private static ReviewEntry Line(string subject, ReviewEntryKind kind = ReviewEntryKind.Due) => new(0, subject, kind, "{}", null, DateTimeOffset.UnixEpoch);

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(9));
}
