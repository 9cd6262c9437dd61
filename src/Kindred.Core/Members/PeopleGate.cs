using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Rights as they are within the transaction: what a request looked up before may have changed since.</summary>
internal static class PeopleGate
{
    /// <summary>The workspace, when the caller has the permission there now.</summary>
    internal static async Task<Result<WorkspaceEntry>> CheckAsync(IMemberReader reader, Caller caller, WorkspaceId id, Permission permission)
    {
        var workspace = await reader.WorkspaceAsync(id).ConfigureAwait(false);
        var now = caller.Member is { } member ? Caller.Of(caller.Session!, member, await reader.MembershipsAsync(member.Id).ConfigureAwait(false)) : caller;
        return Access.Check(now, workspace, permission) is { } reason ? Result.Refused<WorkspaceEntry>(reason) : Result.Accepted(workspace!);
    }

    /// <summary>The member and their role in a workspace where the caller manages people.</summary>
    internal static async Task<Result<(WorkspaceEntry Workspace, Member Member, Role Role, bool IsLastOwner)>> FindAsync(IMemberReader reader, Caller caller, WorkspaceId id, MemberId who)
    {
        if (!(await CheckAsync(reader, caller, id, Permission.ManagePeople).ConfigureAwait(false)).TryGet(out var workspace, out var reasons))
        {
            return Result.Refused<(WorkspaceEntry, Member, Role, bool)>(reasons);
        }

        var people = await reader.PeopleAsync(id).ConfigureAwait(false);
        var found = people.FirstOrDefault(person => person.Member.Id == who);
        return found.Member is null
            ? Result.Refused<(WorkspaceEntry, Member, Role, bool)>(MemberChecks.NoSuchMember)
            : Result.Accepted((workspace, found.Member, found.Role, found.Role == Role.Owner && people.Count(person => person.Role == Role.Owner) == 1));
    }
}
