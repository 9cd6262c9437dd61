namespace Kindred.Core.Leads;

/// <summary>What a lead scored, by which card, from which inputs, when. Never changed afterwards.</summary>
/// <param name="Id">1, 2, … in the workspace; 0 before it is stored.</param>
/// <param name="Lead">Lead id.</param>
/// <param name="CardId">SHA-256 of the card's JSON.</param>
/// <param name="CardVersion">Version of the card.</param>
/// <param name="Score">0–100.</param>
/// <param name="Low">Lowest possible score.</param>
/// <param name="High">Highest possible score.</param>
/// <param name="Expected">Expected score.</param>
/// <param name="State">over, one-question, more-questions or below.</param>
/// <param name="Inputs">Values by field as JSON; unknown fields are null.</param>
/// <param name="At">When.</param>
public sealed record ScoreRecord(long Id, string Lead, string CardId, int CardVersion, int Score, int Low, int High, double Expected, string State, string Inputs, DateTimeOffset At);

/// <summary>What happened to a lead.</summary>
public enum LeadEventKind
{
    /// <summary>Put into an owner's queue with its score.</summary>
    Queued,

    /// <summary>Put into a queue without its score.</summary>
    Explored,

    /// <summary>Left out of the queues.</summary>
    Held,

    /// <summary>Somebody opened it.</summary>
    Opened,

    /// <summary>Somebody took it.</summary>
    Taken,

    /// <summary>Somebody passed on it.</summary>
    Passed,
}

/// <summary>One line of the decision log; only ever added.</summary>
/// <param name="Id">1, 2, … in the workspace; 0 before it is stored.</param>
/// <param name="Lead">Lead id.</param>
/// <param name="Kind">What happened.</param>
/// <param name="By">Whose queue, or who did it; null for nobody.</param>
/// <param name="Reason">Code of the reason to pass; for routing why, in English; else null.</param>
/// <param name="CardId">Card in use then.</param>
/// <param name="At">When.</param>
public sealed record LeadEvent(long Id, string Lead, LeadEventKind Kind, string? By, string? Reason, string CardId, DateTimeOffset At);
