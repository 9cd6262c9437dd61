namespace Kindred.Core.Reviews;

/// <summary>How the score at creation is known.</summary>
public enum ScoreOrigin
{
    /// <summary>No score.</summary>
    None,

    /// <summary>Recorded at the time.</summary>
    Record,

    /// <summary>Worked out now from what was known then, by a card that had not learned from the deal or by the card in use.</summary>
    Recomputed,
}
