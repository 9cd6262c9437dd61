namespace Kindred.Core.Notifications;

/// <summary>When a workspace is told what.</summary>
public sealed record ReviewSchedule
{
    /// <summary>Hour of the workspace's day from which a thing of that day is made.</summary>
    public const int MorningHour = 7;

    /// <summary>Days before a review on which people are reminded; fewer where reviews come more often than every four weeks.</summary>
    public const int MostReminderDays = 7;

    /// <summary>Days between two reviews, 7–730; 90 unless set.</summary>
    public int CadenceDays { get; init; } = 90;

    /// <summary>Whether a note is made each Monday; true unless set.</summary>
    public bool HasMondayNote { get; init; } = true;

    /// <summary>How often news of reading is mailed; never unless set.</summary>
    public DigestCadence Digest { get; init; } = DigestCadence.Off;

    /// <summary>Time zone of the workspace's days.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Day from which reviews are counted where there was none: the day the profile's data speaks for; null without a profile, and then no review is due.</summary>
    public DateOnly? ProfileOn { get; init; }

    /// <summary>Day the workspace got its first data; null without any, and then nothing is due.</summary>
    public DateOnly? DataOn { get; init; }

    /// <summary>Days before a review on which people are reminded, at this cadence.</summary>
    public int ReminderDays => Math.Min(MostReminderDays, CadenceDays / 4);

    /// <summary>The newest day whose morning has come.</summary>
    public DateOnly DayOf(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.Hour >= MorningHour ? day : day.AddDays(-1);
    }
}
