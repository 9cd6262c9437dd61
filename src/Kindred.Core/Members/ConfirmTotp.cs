using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Switches the second step on, when a first code of the app is right. All other sessions end.</summary>
public sealed class ConfirmTotp(MembersModule members)
{
    /// <summary>Carries the request out; gives ten recovery codes, which are shown this one time.</summary>
    public Task<Result<IReadOnlyList<Secret>>> RunAsync(Secret code, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            var now = members.Now;
            var credential = caller.Member is null ? null : await writer.CredentialAsync(caller.Member.Id).ConfigureAwait(false);
            if (credential is null)
            {
                return Result.Refused<IReadOnlyList<Secret>>(MemberChecks.MembersOnly);
            }

            if (credential.Totp is not { } setting || setting.IsConfirmed)
            {
                return Result.Refused<IReadOnlyList<Secret>>(credential.Totp is null ? MemberChecks.TotpOff : MemberChecks.TotpOn);
            }

            if (Totp.Match(setting, code.Reveal().Replace(" ", "", StringComparison.Ordinal), now) is not { } step)
            {
                return Result.Refused<IReadOnlyList<Secret>>(MemberChecks.CodeWrong);
            }

            var codes = RecoveryCodes.New(members.Randomness);
            await writer.SaveAsync(credential with { Totp = setting with { IsConfirmed = true, LastStep = step } }).ConfigureAwait(false);
            await writer.SaveRecoveryCodesAsync(credential.Member, [.. codes.Select(fresh => RecoveryCodes.HashOf(fresh.Reveal()))]).ConfigureAwait(false);
            await writer.EndSessionsAsync(credential.Member, caller.Session!.Id).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, now, null, AuditActions.TotpOn, caller.Member!.Email.Text)).ConfigureAwait(false);
            return Result.Accepted(codes);
        }, ct);
    }
}
