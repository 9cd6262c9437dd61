namespace Kindred.Core.Jobs;

/// <summary>Whether a runner still has its job.</summary>
public enum JobHold
{
    /// <summary>Yes.</summary>
    Held,

    /// <summary>Yes, and somebody asked to stop it.</summary>
    CancelRequested,

    /// <summary>No: its lease ran out and another took it, or it ended.</summary>
    Lost,
}
