namespace Kindred.Core.Reviews;

/// <summary>What becomes of profile and card.</summary>
public enum DecisionKind
{
    /// <summary>They stay as they are.</summary>
    Keep,

    /// <summary>Some of it changes.</summary>
    Adjust,

    /// <summary>They are made anew.</summary>
    Rebuild,
}
