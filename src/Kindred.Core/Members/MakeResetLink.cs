using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>A member cannot sign in any more.</summary>
/// <param name="Workspace">Where the caller manages people.</param>
/// <param name="Member">Who.</param>
/// <param name="RemovesTotp">Also takes the second step away, for somebody who lost app and recovery codes.</param>
public sealed record MakeResetLinkRequest(WorkspaceId Workspace, MemberId Member, bool RemovesTotp = false);

/// <summary>Makes a link with which a member chooses a new password, once, within a day. As it opens all that the member sees, only somebody who manages people in every workspace of the member makes one, or the terminal.</summary>
public sealed class MakeResetLink(MembersModule members)
{
    /// <summary>Carries the request out. Older links for the same member stop working.</summary>
    public Task<Result<MadeLink>> RunAsync(MakeResetLinkRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (!(await PeopleGate.FindAsync(writer, caller, request.Workspace, request.Member).ConfigureAwait(false)).TryGet(out var found, out var reasons))
            {
                return Result.Refused<MadeLink>(reasons);
            }

            foreach (var elsewhere in await writer.MembershipsAsync(request.Member).ConfigureAwait(false))
            {
                if (!(await PeopleGate.CheckAsync(writer, caller, elsewhere.Workspace, Permission.ManagePeople).ConfigureAwait(false)).IsAccepted)
                {
                    return Result.Refused<MadeLink>(MemberChecks.ResetElsewhere(found.Member.Name));
                }
            }

            var now = members.Now;
            await writer.RevokeResetsAsync(request.Member, now).ConfigureAwait(false);
            var made = await members.Sessions.LinkAsync(writer, LinkKind.Reset, caller.Member?.Id, members.Options.ResetLinkLife, now, link => link with { Member = request.Member, RemovesTotp = request.RemovesTotp }).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, now, request.Workspace, AuditActions.ResetLinkMade, found.Member.Email.Text, request.RemovesTotp ? "with second step" : "", request.Member)).ConfigureAwait(false);
            return Result.Accepted(made);
        }, ct);
    }
}
