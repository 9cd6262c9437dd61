using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Switches the second step off, with the current password.</summary>
public sealed class RemoveTotp(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    /// <param name="password">The current password.</param>
    /// <param name="networkAddress">Where the request comes from.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<Member>> RunAsync(Secret password, string? networkAddress, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!(await CheckPassword.RunAsync(members, caller, password, networkAddress, ct).ConfigureAwait(false)).TryGet(out var verified, out var reasons))
        {
            return Result.Refused<Member>(reasons);
        }

        return await members.Store.WriteAsync(async writer =>
        {
            if (await CheckPassword.AgainAsync(writer, verified).ConfigureAwait(false) is not { } credential)
            {
                return Result.Refused<Member>(MemberChecks.PasswordWrong);
            }

            if (credential.Totp is null)
            {
                return Result.Refused<Member>(MemberChecks.TotpOff);
            }

            await writer.SaveAsync(credential with { Totp = null }).ConfigureAwait(false);
            await writer.SaveRecoveryCodesAsync(credential.Member, []).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, members.Now, null, AuditActions.TotpOff, caller.Member!.Email.Text)).ConfigureAwait(false);
            return Result.Accepted(caller.Member!);
        }, ct).ConfigureAwait(false);
    }
}
