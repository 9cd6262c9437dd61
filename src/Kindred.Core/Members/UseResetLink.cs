using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Chooses a new password by a link. Every session of the member ends; they then sign in, with the second step if they have one.</summary>
public sealed class UseResetLink(MembersModule members)
{
    /// <summary>Whose password the link changes; uses nothing up.</summary>
    public Task<Result<Member>> LookAsync(Secret token, CancellationToken ct) => members.Store.ReadAsync(reader => FindAsync(reader, token), ct);

    /// <summary>Carries the request out.</summary>
    public async Task<Result<Member>> RunAsync(Secret token, Secret password, CancellationToken ct)
    {
        if (!(await LookAsync(token, ct).ConfigureAwait(false)).TryGet(out var member, out var reasons))
        {
            return Result.Refused<Member>(reasons);
        }

        if (PasswordChecks.Check(password, member.Email, member.Name) is { } bad)
        {
            return Result.Refused<Member>(bad);
        }

        var hash = await members.Hasher.HashAsync(password, ct).ConfigureAwait(false);
        return await members.Store.WriteAsync(async writer =>
        {
            if (!(await LinkChecks.FindAsync(writer, LinkKind.Reset, token, members.Now).ConfigureAwait(false)).TryGet(out var link, out var late))
            {
                return Result.Refused<Member>(late);
            }

            if (await writer.CredentialAsync(member.Id).ConfigureAwait(false) is not { } credential)
            {
                return Result.Refused<Member>(MemberChecks.LinkRevoked);
            }

            var now = members.Now;
            await writer.SaveAsync(link with { UsedAt = now }).ConfigureAwait(false);
            await writer.SaveAsync(credential with { Password = hash, Totp = link.RemovesTotp ? null : credential.Totp }).ConfigureAwait(false);
            if (link.RemovesTotp)
            {
                await writer.SaveRecoveryCodesAsync(member.Id, []).ConfigureAwait(false);
            }

            await writer.EndSessionsAsync(member.Id, null).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(member, now, null, AuditActions.ResetLinkUsed, member.Email.Text)).ConfigureAwait(false);
            return Result.Accepted(member);
        }, ct).ConfigureAwait(false);
    }

    private async Task<Result<Member>> FindAsync(IMemberReader reader, Secret token) =>
        (await LinkChecks.FindAsync(reader, LinkKind.Reset, token, members.Now).ConfigureAwait(false)).TryGet(out var link, out var reasons)
            ? Result.Accepted((await reader.MemberAsync(link.Member!.Value).ConfigureAwait(false))!)
            : Result.Refused<Member>(reasons);
}
