using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Somebody is to join a workspace.</summary>
/// <param name="Workspace">Where.</param>
/// <param name="Email">Who.</param>
/// <param name="Role">As what.</param>
public sealed record InviteRequest(WorkspaceId Workspace, string Email, Role Role);

/// <summary>Makes, lists and takes back invitations: links that work once, for 7 days. There is no mail yet; whoever invites hands the link over.</summary>
public sealed class Invite(MembersModule members)
{
    /// <summary>Makes an invitation. An older one for the same address stops working.</summary>
    public async Task<Result<MadeLink>> RunAsync(InviteRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        if (!EmailAddress.Of(request.Email).TryGet(out var email, out var invalid))
        {
            return Result.Refused<MadeLink>(invalid);
        }

        return await members.Store.WriteAsync(async writer =>
        {
            if (!(await PeopleGate.CheckAsync(writer, caller, request.Workspace, Permission.ManagePeople).ConfigureAwait(false)).TryGet(out var workspace, out var reasons))
            {
                return Result.Refused<MadeLink>(reasons);
            }

            if ((await writer.PeopleAsync(workspace.Id).ConfigureAwait(false)).Any(person => person.Member.Email == email))
            {
                return Result.Refused<MadeLink>(MemberChecks.AlreadyMember(email.Text));
            }

            var now = members.Now;
            foreach (var older in (await writer.OpenInvitationsAsync(workspace.Id).ConfigureAwait(false)).Where(link => link.Email == email))
            {
                await writer.SaveAsync(older with { RevokedAt = now }).ConfigureAwait(false);
            }

            var made = await members.Sessions.LinkAsync(writer, LinkKind.Invitation, caller.Member?.Id, members.Options.InvitationLife, now, link => link with { Workspace = workspace.Id, Role = request.Role, Email = email }).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, now, workspace.Id, AuditActions.Invited, email.Text, RoleWords.Of(request.Role).En)).ConfigureAwait(false);
            return Result.Accepted(made);
        }, ct).ConfigureAwait(false);
    }

    /// <summary>Invitations into a workspace that still work, newest first.</summary>
    public Task<Result<IReadOnlyList<OneTimeLink>>> ListAsync(WorkspaceId id, Caller caller, CancellationToken ct) => members.Store.ReadAsync(async reader =>
    {
        var now = members.Now;
        return (await PeopleGate.CheckAsync(reader, caller, id, Permission.ManagePeople).ConfigureAwait(false)).TryGet(out _, out var reasons)
            ? Result.Accepted<IReadOnlyList<OneTimeLink>>([.. (await reader.OpenInvitationsAsync(id).ConfigureAwait(false)).Where(link => now < link.ExpiresAt)])
            : Result.Refused<IReadOnlyList<OneTimeLink>>(reasons);
    }, ct);

    /// <summary>Takes an invitation back.</summary>
    public Task<Result<OneTimeLink>> RevokeAsync(WorkspaceId id, string linkId, Caller caller, CancellationToken ct) => members.Store.WriteAsync(async writer =>
    {
        if (!(await PeopleGate.CheckAsync(writer, caller, id, Permission.ManagePeople).ConfigureAwait(false)).TryGet(out _, out var reasons))
        {
            return Result.Refused<OneTimeLink>(reasons);
        }

        if ((await writer.OpenInvitationsAsync(id).ConfigureAwait(false)).FirstOrDefault(link => link.Id == linkId) is not { } found)
        {
            return Result.Refused<OneTimeLink>(MemberChecks.LinkUnknown);
        }

        var revoked = found with { RevokedAt = members.Now };
        await writer.SaveAsync(revoked).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(caller, members.Now, id, AuditActions.InvitationRevoked, found.Email!.Text)).ConfigureAwait(false);
        return Result.Accepted(revoked);
    }, ct);
}
