using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Removes a member from a workspace. Their sessions end at once, their unused links stop working; what they wrote stays with their name. Whoever belongs nowhere any more can no longer sign in.</summary>
public sealed class RemoveMember(MembersModule members)
{
    /// <summary>Carries the request out; also for oneself, unless one is the last owner.</summary>
    public Task<Result<Member>> RunAsync(WorkspaceId workspace, MemberId who, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (!(await PeopleGate.FindAsync(writer, caller, workspace, who).ConfigureAwait(false)).TryGet(out var found, out var reasons))
            {
                return Result.Refused<Member>(reasons);
            }

            if (found.IsLastOwner)
            {
                return Result.Refused<Member>(MemberChecks.LastOwner(found.Member.Name));
            }

            var now = members.Now;
            await writer.RemoveAsync(new Membership(who, workspace, found.Role)).ConfigureAwait(false);
            await writer.EndSessionsAsync(who, null).ConfigureAwait(false);
            await writer.RevokeInvitationsAsync(who, workspace, now).ConfigureAwait(false);
            if ((await writer.MembershipsAsync(who).ConfigureAwait(false)).Count == 0)
            {
                await writer.RemoveCredentialAsync(who).ConfigureAwait(false);
                await writer.RevokeResetsAsync(who, now).ConfigureAwait(false);
            }

            await writer.AddAsync(AuditEntry.By(caller, now, workspace, AuditActions.MemberRemoved, found.Member.Email.Text, RoleWords.Of(found.Role).En, who)).ConfigureAwait(false);
            return Result.Accepted(found.Member);
        }, ct);
    }
}
