using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Changes a member's role in a workspace; it counts from their next request on. The last owner stays one.</summary>
public sealed class ChangeRole(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    public Task<Result<Membership>> RunAsync(Membership wanted, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (!(await PeopleGate.FindAsync(writer, caller, wanted.Workspace, wanted.Member).ConfigureAwait(false)).TryGet(out var found, out var reasons))
            {
                return Result.Refused<Membership>(reasons);
            }

            if (found.IsLastOwner && wanted.Role != Role.Owner)
            {
                return Result.Refused<Membership>(MemberChecks.LastOwner(found.Member.Name));
            }

            await writer.SaveAsync(wanted).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, members.Now, wanted.Workspace, AuditActions.RoleChanged, found.Member.Email.Text, $"{RoleWords.Of(found.Role).En} → {RoleWords.Of(wanted.Role).En}", wanted.Member)).ConfigureAwait(false);
            return Result.Accepted(wanted);
        }, ct);
    }
}
