namespace Kindred.Core.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Waits for a runner.</summary>
    Queued,

    /// <summary>A runner has it.</summary>
    Running,

    /// <summary>It did what was asked.</summary>
    Done,

    /// <summary>It could not be done, for reasons a person can understand.</summary>
    Refused,

    /// <summary>It broke; the reference number leads to the log.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}
