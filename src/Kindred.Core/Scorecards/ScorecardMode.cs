namespace Kindred.Core.Scorecards;

/// <summary>Where the points of a card come from.</summary>
public enum ScorecardMode
{
    /// <summary>Points set by people, 30/25/25/20; needs no outcomes.</summary>
    Template,

    /// <summary>Learned, but each category keeps its share of the 100 points.</summary>
    Capped,

    /// <summary>Learned without shares; still 0–100.</summary>
    Free,
}
