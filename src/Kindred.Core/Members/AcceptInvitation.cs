using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>What an invitation is for, to show before it is accepted.</summary>
/// <param name="Email">Who is invited.</param>
/// <param name="WorkspaceName">Where.</param>
/// <param name="Role">As what.</param>
/// <param name="InvitedBy">By whom; empty for the terminal.</param>
/// <param name="HasAccount">Has an account already and signs in with it, instead of choosing a password.</param>
public sealed record InvitationView(EmailAddress Email, string WorkspaceName, Role Role, string InvitedBy, bool HasAccount);

/// <summary>Somebody without an account accepts.</summary>
/// <param name="Token">From the link's address.</param>
/// <param name="Name">What others will read.</param>
/// <param name="Password">At least 10 characters.</param>
/// <param name="Language">Language of their pages.</param>
/// <param name="UserAgent">As the browser sent it.</param>
public sealed record AcceptInvitationRequest(Secret Token, string Name, Secret Password, Language Language, string? UserAgent);

/// <summary>Accepts an invitation: with a new account, or into the one somebody is signed in with.</summary>
public sealed class AcceptInvitation(MembersModule members)
{
    /// <summary>What the link is for; uses nothing up.</summary>
    public Task<Result<InvitationView>> LookAsync(Secret token, CancellationToken ct) => members.Store.ReadAsync(async reader =>
    {
        if (!(await LinkChecks.FindAsync(reader, LinkKind.Invitation, token, members.Now).ConfigureAwait(false)).TryGet(out var link, out var reasons))
        {
            return Result.Refused<InvitationView>(reasons);
        }

        var workspace = (await reader.WorkspaceAsync(link.Workspace!.Value).ConfigureAwait(false))!;
        var by = link.CreatedBy is { } id ? (await reader.MemberAsync(id).ConfigureAwait(false))!.Name : "";
        return Result.Accepted(new InvitationView(link.Email!, workspace.Name, link.Role!.Value, by, await HasAccountAsync(reader, link.Email!).ConfigureAwait(false)));
    }, ct);

    /// <summary>Accepts with a new account, and signs in.</summary>
    public async Task<Result<SignInResult>> RunAsync(AcceptInvitationRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!(await LookAsync(request.Token, ct).ConfigureAwait(false)).TryGet(out var view, out var reasons)
            || !NewAccount.Check(view.Email.Text, request.Name, request.Password).TryGet(out _, out reasons))
        {
            return Result.Refused<SignInResult>(reasons);
        }

        if (view.HasAccount)
        {
            return Result.Refused<SignInResult>(MemberChecks.SignInFirst(view.Email.Text));
        }

        var hash = await members.Hasher.HashAsync(request.Password, ct).ConfigureAwait(false);
        return await members.Store.WriteAsync(async writer =>
        {
            var now = members.Now;
            if (!(await LinkChecks.FindAsync(writer, LinkKind.Invitation, request.Token, now).ConfigureAwait(false)).TryGet(out var link, out var late))
            {
                return Result.Refused<SignInResult>(late);
            }

            if (await HasAccountAsync(writer, link.Email!).ConfigureAwait(false))
            {
                return Result.Refused<SignInResult>(MemberChecks.SignInFirst(link.Email!.Text));
            }

            // Somebody who left and comes back is the same member.
            var before = await writer.MemberAsync(link.Email!).ConfigureAwait(false);
            var member = new Member(before?.Id ?? new MemberId(members.Randomness.Name()), link.Email!, request.Name.Trim(), request.Language, before?.CreatedAt ?? now);
            await writer.SaveAsync(member).ConfigureAwait(false);
            await writer.SaveAsync(new Credential(member.Id, hash)).ConfigureAwait(false);
            await JoinAsync(writer, link, member, now).ConfigureAwait(false);
            return Result.Accepted(new SignInResult(member, await members.Sessions.StartAsync(writer, member.Id, request.UserAgent, now).ConfigureAwait(false)));
        }, ct).ConfigureAwait(false);
    }

    /// <summary>Accepts into the account somebody is signed in with, if it has the invited address.</summary>
    public Task<Result<Membership>> JoinAsync(Secret token, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            var now = members.Now;
            if (!(await LinkChecks.FindAsync(writer, LinkKind.Invitation, token, now).ConfigureAwait(false)).TryGet(out var link, out var reasons))
            {
                return Result.Refused<Membership>(reasons);
            }

            if (caller.Member is not { } member || member.Email != link.Email)
            {
                return Result.Refused<Membership>(MemberChecks.SignInFirst(link.Email!.Text));
            }

            if ((await writer.MembershipsAsync(member.Id).ConfigureAwait(false)).Any(membership => membership.Workspace == link.Workspace))
            {
                return Result.Refused<Membership>(MemberChecks.AlreadyMember(member.Email.Text));
            }

            return Result.Accepted(await JoinAsync(writer, link, member, now).ConfigureAwait(false));
        }, ct);
    }

    private static async Task<Membership> JoinAsync(IMemberWriter writer, OneTimeLink link, Member member, DateTimeOffset now)
    {
        var membership = new Membership(member.Id, link.Workspace!.Value, link.Role!.Value);
        await writer.SaveAsync(link with { UsedAt = now }).ConfigureAwait(false);
        await writer.SaveAsync(membership).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(member, now, membership.Workspace, AuditActions.InvitationAccepted, member.Email.Text, RoleWords.Of(membership.Role).En)).ConfigureAwait(false);
        return membership;
    }

    private static async Task<bool> HasAccountAsync(IMemberReader reader, EmailAddress email) =>
        await reader.MemberAsync(email).ConfigureAwait(false) is { } member && await reader.CredentialAsync(member.Id).ConfigureAwait(false) is not null;
}
