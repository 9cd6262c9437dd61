namespace Kindred.Core.Profiles;

/// <summary>When a profile is looked at again: every 90 days (R39, R46), counted from the day its data speaks for.</summary>
public static class ProfileReview
{
    /// <summary>Days between reviews.</summary>
    public const int CadenceDays = 90;

    /// <summary>The day the next review is due.</summary>
    public static DateOnly DueOn(ProfileDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.AsOf.AddDays(CadenceDays);
    }
}
