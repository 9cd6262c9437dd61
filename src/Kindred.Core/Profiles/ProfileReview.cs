namespace Kindred.Core.Profiles;

/// <summary>When a profile is looked at again: every 90 days (R39, R46), counted from the day its data speaks for.</summary>
public static class ProfileReview
{
    /// <summary>Days between reviews unless the team sets others.</summary>
    public const int CadenceDays = 90;

    /// <summary>The day the next review is due.</summary>
    /// <param name="document">The profile.</param>
    /// <param name="days">Days between reviews.</param>
    public static DateOnly DueOn(ProfileDocument document, int days = CadenceDays)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.AsOf.AddDays(days);
    }
}
