namespace Kindred.Core.Reviews;

/// <summary>What may have drifted.</summary>
public enum DriftKind
{
    /// <summary>A field in words: which companies come.</summary>
    Category,

    /// <summary>A field in numbers.</summary>
    Number,

    /// <summary>The win rate of a level of a field, of a score band, or of all deals.</summary>
    WinRate,

    /// <summary>What the card promised against what came.</summary>
    Calibration,
}
