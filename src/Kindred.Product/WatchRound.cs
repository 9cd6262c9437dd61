using Kindred.Core.Basics;
using Kindred.Core.Notifications;

namespace Kindred.Product;

/// <summary>What one look at a watched folder did.</summary>
/// <param name="Imported">Files imported.</param>
/// <param name="Refused">Files that could not be read, with the reason; each is said once.</param>
/// <param name="Waiting">Files still growing, or only just put there.</param>
/// <param name="Scored">Leads scored afterwards; null when nothing was imported or there is no card.</param>
public sealed record WatchRound(IReadOnlyList<string> Imported, IReadOnlyList<(string File, Reason Reason)> Refused, IReadOnlyList<string> Waiting, int? Scored)
{
    /// <summary>Reminders, drafts of reviews, Monday notes and digests that were due and are made now.</summary>
    public IReadOnlyList<DueThing> Made { get; init; } = [];
}
