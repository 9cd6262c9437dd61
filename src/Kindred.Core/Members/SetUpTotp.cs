using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>What an authenticator app needs; shown once.</summary>
/// <param name="Key">To type by hand, base32.</param>
/// <param name="Address">To show as a QR code.</param>
public sealed record SetUpTotpResult(Secret Key, Secret Address);

/// <summary>Begins the second step: makes a key. Signing in asks for codes only after <see cref="ConfirmTotp"/>.</summary>
public sealed class SetUpTotp(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    /// <param name="password">The current password.</param>
    /// <param name="networkAddress">Where the request comes from.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Result<SetUpTotpResult>> RunAsync(Secret password, string? networkAddress, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!(await CheckPassword.RunAsync(members, caller, password, networkAddress, ct).ConfigureAwait(false)).TryGet(out var verified, out var reasons))
        {
            return Result.Refused<SetUpTotpResult>(reasons);
        }

        var key = Totp.NewKey(members.Randomness);
        return await members.Store.WriteAsync(async writer =>
        {
            if (await CheckPassword.AgainAsync(writer, verified).ConfigureAwait(false) is not { } credential)
            {
                return Result.Refused<SetUpTotpResult>(MemberChecks.PasswordWrong);
            }

            if (credential.Totp is { IsConfirmed: true })
            {
                return Result.Refused<SetUpTotpResult>(MemberChecks.TotpOn);
            }

            await writer.SaveAsync(credential with { Totp = new TotpSetting(key, false, 0) }).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, members.Now, null, AuditActions.TotpBegun, caller.Member!.Email.Text)).ConfigureAwait(false);
            return Result.Accepted(new SetUpTotpResult(key, Totp.Address(key, caller.Member!.Email)));
        }, ct).ConfigureAwait(false);
    }
}
