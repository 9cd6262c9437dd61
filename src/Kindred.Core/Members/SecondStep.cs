namespace Kindred.Core.Members;

/// <summary>Checks the second step, and uses up what proved it.</summary>
internal static class SecondStep
{
    /// <summary>The credential with its newest accepted step, stored; null when neither app nor recovery code fits.</summary>
    internal static async Task<Credential?> PassAsync(IMemberWriter writer, Member member, Credential credential, Secret code, DateTimeOffset now)
    {
        var typed = string.Concat(code.Reveal().Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (Totp.Match(credential.Totp!, typed, now) is { } step)
        {
            var passed = credential with { Totp = credential.Totp! with { LastStep = step } };
            await writer.SaveAsync(passed).ConfigureAwait(false);
            return passed;
        }

        if (!await writer.UseRecoveryCodeAsync(member.Id, RecoveryCodes.HashOf(typed)).ConfigureAwait(false))
        {
            return null;
        }

        await writer.AddAsync(AuditEntry.By(member, now, null, AuditActions.RecoveryCodeUsed, member.Email.Text)).ConfigureAwait(false);
        return credential;
    }
}
