using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Rights: the one place where they are asked.</summary>
public static class Access
{
    /// <summary>Whether somebody may do a thing in a workspace. Members by their role there; visitors may look at invented workspaces and nothing else.</summary>
    public static bool May(Caller caller, WorkspaceEntry workspace, Permission permission)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(workspace);
        return caller.IsTerminal
            || (caller.IsVisitor && workspace.IsInvented && permission == Permission.Look)
            || (caller.RoleIn(workspace.Id) is { } role && RolePermissions.Of(role).Contains(permission));
    }

    /// <summary>Why not, when they may not: a workspace one may not even look at does not exist for them. Null when they may.</summary>
    public static Reason? Check(Caller caller, WorkspaceEntry? workspace, Permission permission) =>
        workspace is null || !May(caller, workspace, Permission.Look) ? MemberChecks.NoSuchWorkspace
        : May(caller, workspace, permission) ? null
        : MemberChecks.NotAllowed(permission, caller.RoleIn(workspace.Id));

    /// <summary>The workspaces somebody may look at.</summary>
    public static IReadOnlyList<WorkspaceEntry> Visible(Caller caller, IReadOnlyList<WorkspaceEntry> workspaces) => [.. workspaces.Where(workspace => May(caller, workspace, Permission.Look))];
}
