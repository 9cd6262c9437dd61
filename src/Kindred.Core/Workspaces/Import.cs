namespace Kindred.Core.Workspaces;

/// <summary>An import as stored.</summary>
/// <param name="Id">Number within the workspace, rising.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Table">What is imported.</param>
/// <param name="Accepted">Rows stored.</param>
/// <param name="Rejected">Rows rejected.</param>
/// <param name="LastRow">Physical line up to which everything is stored; 0 at the beginning.</param>
/// <param name="IsComplete">True once the whole file was stored, also after undoing.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="ChangedAt">When its state last changed.</param>
public sealed record Import(
    long Id,
    ImportState State,
    ImportedTable Table,
    long Accepted,
    long Rejected,
    long LastRow,
    bool IsComplete,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt);
