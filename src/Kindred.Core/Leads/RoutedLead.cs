using Kindred.Core.Basics;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Leads;

/// <summary>A lead as routing sees it.</summary>
/// <param name="Id">Lead id, unique.</param>
/// <param name="Score">Its score.</param>
/// <param name="AccountOwner">Who owns its account, or null.</param>
public sealed record LeadToRoute(string Id, RowScore Score, string? AccountOwner);

/// <summary>Where a lead went.</summary>
public enum LeadRoute
{
    /// <summary>Over the cut: in its owner's queue with its score.</summary>
    Queued,

    /// <summary>Below the cut and drawn: in a queue without its score.</summary>
    Explored,

    /// <summary>Over the cut, but its owner has no room.</summary>
    Waiting,

    /// <summary>One question away: to be asked, not worked.</summary>
    Ask,

    /// <summary>Below the cut, not drawn.</summary>
    Held,

    /// <summary>Somebody has it already, or passed on it: it is not given out again.</summary>
    Decided,
}

/// <summary>One line of the decision log.</summary>
/// <param name="Id">Lead id.</param>
/// <param name="Route">Where it went.</param>
/// <param name="Owner">Whose queue; null where it is in none.</param>
/// <param name="Place">Place in that queue from 1; 0 where it is in none.</param>
/// <param name="Why">Why.</param>
/// <param name="Score">Its score, for the log only.</param>
public sealed record RoutedLead(string Id, LeadRoute Route, string? Owner, int Place, Wording Why, RowScore Score)
{
    /// <summary>The score the owner may see; null for explored leads, which are judged blind.</summary>
    public int? ShownScore => Route == LeadRoute.Explored ? null : LeadSentences.Shown(Score);
}
