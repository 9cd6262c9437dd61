using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>The first owner.</summary>
/// <param name="Email">What they will sign in with.</param>
/// <param name="Name">What others read, 1–100 characters.</param>
/// <param name="Password">At least 10 characters.</param>
/// <param name="Language">Language of their pages.</param>
/// <param name="WorkspaceName">Name of their own workspace, 1–100 characters.</param>
/// <param name="UserAgent">As the browser sent it.</param>
public sealed record CreateOwnerRequest(string Email, string Name, Secret Password, Language Language, string WorkspaceName, string? UserAgent);

/// <summary>The first owner, signed in.</summary>
/// <param name="Member">The owner.</param>
/// <param name="Workspace">Their own, empty workspace.</param>
/// <param name="Started">The session, which replaces the visitor's.</param>
public sealed record CreateOwnerResult(Member Member, WorkspaceEntry Workspace, StartedSession Started);

/// <summary>Creates the first owner, only while there is no member, and only for a visitor who came by the terminal's link. The owner gets a workspace of their own and the invented one.</summary>
public sealed class CreateOwner(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    public async Task<Result<CreateOwnerResult>> RunAsync(CreateOwnerRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        if (caller is { IsVisitor: false, IsTerminal: false })
        {
            return Result.Refused<CreateOwnerResult>(MemberChecks.OwnerExists);
        }

        if (!NewAccount.Check(request.Email, request.Name, request.Password, request.WorkspaceName).TryGet(out var email, out var reasons))
        {
            return Result.Refused<CreateOwnerResult>(reasons);
        }

        if (await members.Store.ReadAsync(reader => reader.HasMembersAsync(), ct).ConfigureAwait(false))
        {
            return Result.Refused<CreateOwnerResult>(MemberChecks.OwnerExists);
        }

        var hash = await members.Hasher.HashAsync(request.Password, ct).ConfigureAwait(false);
        return await members.Store.WriteAsync(writer => CreateAsync(writer, request, caller, email, hash), ct).ConfigureAwait(false);
    }

    private async Task<Result<CreateOwnerResult>> CreateAsync(IMemberWriter writer, CreateOwnerRequest request, Caller caller, EmailAddress email, PasswordHash hash)
    {
        var now = members.Now;
        if (await writer.HasMembersAsync().ConfigureAwait(false))
        {
            return Result.Refused<CreateOwnerResult>(MemberChecks.OwnerExists);
        }

        // The visitor's session ends with this, and must still be there: a link ended meanwhile sets nothing up.
        if (caller.Session is { } visit && !await writer.EndSessionAsync(visit.Id).ConfigureAwait(false))
        {
            return Result.Refused<CreateOwnerResult>(MemberChecks.SetupNeedsLink);
        }

        var member = new Member(new MemberId(members.Randomness.Name()), email, request.Name.Trim(), request.Language, now);
        await writer.SaveAsync(member).ConfigureAwait(false);
        await writer.SaveAsync(new Credential(member.Id, hash)).ConfigureAwait(false);
        // What the terminal registered is the first owner's: whoever started the product there can read its files anyway.
        var there = await writer.WorkspacesAsync().ConfigureAwait(false);
        foreach (var workspace in there)
        {
            await writer.SaveAsync(new Membership(member.Id, workspace.Id, Role.Owner)).ConfigureAwait(false);
        }

        var own = there.FirstOrDefault(workspace => !workspace.IsInvented) ?? await AddWorkspace.AddAsync(members, writer, request.WorkspaceName, isInvented: false).ConfigureAwait(false);
        await writer.SaveAsync(new Membership(member.Id, own.Id, Role.Owner)).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(caller, now, own.Id, AuditActions.OwnerCreated, member.Email.Text, about: member.Id)).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(member, now, own.Id, AuditActions.WorkspaceAdded, own.Name)).ConfigureAwait(false);
        var started = await members.Sessions.StartAsync(writer, member.Id, request.UserAgent, now).ConfigureAwait(false);
        return Result.Accepted(new CreateOwnerResult(member, own, started));
    }
}
