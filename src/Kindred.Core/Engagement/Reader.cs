using Kindred.Core.Profiles;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>Somebody we know by address who read at least once.</summary>
/// <param name="Email">Address, lower case.</param>
/// <param name="Person">Index in the facts' people, or -1.</param>
/// <param name="Account">Company index, or -1.</param>
/// <param name="Group">Kind of person.</param>
/// <param name="State">How the company stands to the profile; null when it is not known.</param>
/// <param name="Sector">Industry of the company, or null.</param>
/// <param name="Visits">Visits that count, oldest first.</param>
public sealed record Reader(string Email, int Person, int Account, ReaderGroup Group, AccountState? State, Sector? Sector, IReadOnlyList<ReadingVisit> Visits)
{
    /// <summary>Day of the first visit among some of them.</summary>
    public static DateOnly FirstDay(IEnumerable<ReadingVisit> visits) => DateOnly.FromDateTime(visits.Min(visit => visit.At).UtcDateTime);
}
