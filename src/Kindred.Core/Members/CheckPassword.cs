using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Asks a signed-in member for the current password, before something that a borrowed browser must not do. Counted like signing in.</summary>
internal static class CheckPassword
{
    /// <summary>The credential the password belongs to.</summary>
    internal static async Task<Result<Credential>> RunAsync(MembersModule members, Caller caller, Secret password, string? networkAddress, CancellationToken ct)
    {
        if (caller.Member is not { } member)
        {
            return Result.Refused<Credential>(MemberChecks.MembersOnly);
        }

        var (wait, credential) = await members.Store.WriteAsync(async writer =>
            (await members.Gate.TakeAsync(writer, member.Email, networkAddress).ConfigureAwait(false), await writer.CredentialAsync(member.Id).ConfigureAwait(false)), ct).ConfigureAwait(false);
        if (wait is not null)
        {
            return Result.Refused<Credential>(wait);
        }

        var isRight = await members.Hasher.VerifyAsync(password, credential?.Password, ct).ConfigureAwait(false);
        return await members.Store.WriteAsync(async writer =>
        {
            if (!isRight)
            {
                await writer.AddAsync(AuditEntry.By(caller, members.Now, null, AuditActions.PasswordFailed, member.Email.Text)).ConfigureAwait(false);
                return Result.Refused<Credential>(MemberChecks.PasswordWrong);
            }

            await members.Gate.GiveBackAsync(writer, member.Email, networkAddress).ConfigureAwait(false);
            return Result.Accepted(credential!);
        }, ct).ConfigureAwait(false);
    }

    /// <summary>The credential as it is now, if its password is still the one that was checked.</summary>
    internal static async Task<Credential?> AgainAsync(IMemberReader reader, Credential verified) =>
        await reader.CredentialAsync(verified.Member).ConfigureAwait(false) is { } now && now.Password == verified.Password ? now : null;
}
