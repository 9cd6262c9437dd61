namespace Kindred.Core.Members;

/// <summary>Which entries of the audit trail: those of a workspace, and what its members and unknown people did on the site as a whole.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="Before">Only entries with a smaller number; null for the newest.</param>
/// <param name="Count">How many at most, 1–500.</param>
/// <param name="Actor">Only what this member did; null for everybody.</param>
/// <param name="Action">Only acts with this code; null for all.</param>
public sealed record AuditQuery(WorkspaceId Workspace, long? Before = null, int Count = 50, MemberId? Actor = null, string? Action = null);
