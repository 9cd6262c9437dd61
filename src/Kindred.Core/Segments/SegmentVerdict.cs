namespace Kindred.Core.Segments;

/// <summary>What to do about a segment.</summary>
public enum SegmentVerdict
{
    /// <summary>Not enough customers to say anything.</summary>
    CannotTell,

    /// <summary>Meets every target, and the data is enough to say so.</summary>
    Keep,

    /// <summary>Passes some targets and fails another, or is too close to a target to tell.</summary>
    LookCloser,

    /// <summary>Too little is known: try with a small budget and a date to look again.</summary>
    Test,

    /// <summary>Fails targets beyond doubt.</summary>
    StopAndAsk,
}
