namespace Kindred.Core.Members;

/// <summary>A member belongs to a workspace, in one role.</summary>
/// <param name="Member">Who.</param>
/// <param name="Workspace">Where.</param>
/// <param name="Role">As what.</param>
public sealed record Membership(MemberId Member, WorkspaceId Workspace, Role Role);
