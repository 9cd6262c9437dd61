namespace Kindred.Core.Scorecards;

/// <summary>How far a card may be trusted. Leads, routing and score records work with trial and validated cards alike.</summary>
public enum PublishState
{
    /// <summary>Not in use.</summary>
    Draft,

    /// <summary>In use, not yet validated; every card and export says so.</summary>
    Trial,

    /// <summary>In use; nothing in the evidence speaks against it.</summary>
    Validated,
}
