using Kindred.Core.Basics;

namespace Kindred.Core.Jobs;

/// <summary>Work to put into the queue.</summary>
/// <param name="Workspace">Whose; random id of the workspace.</param>
/// <param name="Kind">Which handler does it.</param>
/// <param name="Payload">What the handler needs, as JSON.</param>
/// <param name="CreatedBy">Who asked: a member's id, or empty.</param>
/// <param name="DueAt">Not before this; null for at once.</param>
public sealed record NewJob(string Workspace, string Kind, string Payload, string CreatedBy, DateTimeOffset? DueAt = null);

/// <summary>Long work that survives a restart.</summary>
/// <param name="Id">Random name, 32 hexadecimal digits.</param>
/// <param name="Workspace">Whose.</param>
/// <param name="Kind">Which handler does it.</param>
/// <param name="Payload">What the handler needs, as JSON.</param>
/// <param name="CreatedBy">Who asked: a member's id, or empty.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="DueAt">Not before this.</param>
public sealed record Job(string Id, string Workspace, string Kind, string Payload, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset DueAt)
{
    /// <summary>Where it stands.</summary>
    public JobState State { get; init; }

    /// <summary>How far it is, or was when it ended.</summary>
    public JobProgress Progress { get; init; } = JobProgress.None;

    /// <summary>Why it was refused or failed; else empty.</summary>
    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    /// <summary>Where its result is: a path of the product; null without one.</summary>
    public string? Result { get; init; }

    /// <summary>Reference number of a failure; null without one.</summary>
    public string? Reference { get; init; }

    /// <summary>When a runner first took it; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Until when its runner has it; another takes it afterwards.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>Which taking of the job this is: what an earlier one still writes is refused.</summary>
    public long Fence { get; init; }

    /// <summary>How often it was taken and neither ended nor given back.</summary>
    public int Attempts { get; init; }

    /// <summary>Somebody asked to stop it.</summary>
    public bool IsCancelRequested { get; init; }

    /// <summary>Nothing happens to it any more.</summary>
    public bool HasEnded => State is not (JobState.Queued or JobState.Running);
}
