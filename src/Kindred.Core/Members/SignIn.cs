using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Somebody wants to sign in.</summary>
/// <param name="Email">E-mail address as typed.</param>
/// <param name="Password">Password as typed.</param>
/// <param name="Code">Six digits of the app or a recovery code; null when none was typed.</param>
/// <param name="NetworkAddress">Where the request comes from; null on a loopback socket.</param>
/// <param name="UserAgent">As the browser sent it.</param>
/// <param name="Replaces">The session this browser had, a visitor's for example: it ends.</param>
public sealed record SignInRequest(string Email, Secret Password, Secret? Code, string? NetworkAddress, string? UserAgent, Session? Replaces = null);

/// <summary>A member, signed in.</summary>
/// <param name="Member">Who.</param>
/// <param name="Started">The session.</param>
public sealed record SignInResult(Member Member, StartedSession Started);

/// <summary>Signs a member in. Unknown addresses cost the same work and get the same answer as wrong passwords.</summary>
public sealed class SignIn(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    public async Task<Result<SignInResult>> RunAsync(SignInRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!EmailAddress.Of(request.Email).TryGet(out var email, out var reasons))
        {
            return Result.Refused<SignInResult>(reasons);
        }

        // Three steps, because the slow hash must not hold the store's one writer: count the try, hash, then look again and decide.
        var (wait, before) = await members.Store.WriteAsync(async writer =>
            (await members.Gate.TakeAsync(writer, email, request.NetworkAddress).ConfigureAwait(false), await CredentialAsync(writer, email).ConfigureAwait(false)), ct).ConfigureAwait(false);
        if (wait is not null)
        {
            return Result.Refused<SignInResult>(wait);
        }

        var isRight = await members.Hasher.VerifyAsync(request.Password, before?.Password, ct).ConfigureAwait(false);
        var renewed = isRight && members.Hasher.IsOutdated(before!.Password) ? await members.Hasher.HashAsync(request.Password, ct).ConfigureAwait(false) : null;
        return await members.Store.WriteAsync(writer => DecideAsync(writer, request, email, isRight ? before : null, renewed), ct).ConfigureAwait(false);
    }

    private async Task<Result<SignInResult>> DecideAsync(IMemberWriter writer, SignInRequest request, EmailAddress email, Credential? verified, PasswordHash? renewed)
    {
        var now = members.Now;
        var member = await writer.MemberAsync(email).ConfigureAwait(false);
        var credential = member is null ? null : await writer.CredentialAsync(member.Id).ConfigureAwait(false);
        if (member is null || credential is null || verified is null || credential.Password != verified.Password)
        {
            // What was typed is not written down for an unknown address: people type passwords into the wrong field.
            await writer.AddAsync(new AuditEntry(0, now, ActorKind.Unknown, "", "", null, AuditActions.SignInFailed, member?.Email.Text ?? "", member is null ? "unknown address" : "", member?.Id)).ConfigureAwait(false);
            return Result.Refused<SignInResult>(MemberChecks.SignInFailed);
        }

        if (credential.Totp is { IsConfirmed: true })
        {
            if (request.Code is null || request.Code.Reveal().Trim().Length == 0)
            {
                await members.Gate.GiveBackOneAsync(writer, email, request.NetworkAddress).ConfigureAwait(false);
                return Result.Refused<SignInResult>(MemberChecks.CodeNeeded);
            }

            if (await SecondStep.PassAsync(writer, member, credential, request.Code, now).ConfigureAwait(false) is not { } passed)
            {
                await writer.AddAsync(new AuditEntry(0, now, ActorKind.Unknown, "", "", null, AuditActions.SignInFailed, member.Email.Text, "second step", member.Id)).ConfigureAwait(false);
                return Result.Refused<SignInResult>(MemberChecks.CodeWrong);
            }

            credential = passed;
        }

        if (renewed is not null)
        {
            await writer.SaveAsync(credential with { Password = renewed }).ConfigureAwait(false);
        }

        if (request.Replaces is { } replaced)
        {
            await writer.EndSessionAsync(replaced.Id).ConfigureAwait(false);
        }

        await members.Gate.GiveBackAsync(writer, email, request.NetworkAddress).ConfigureAwait(false);
        var started = await members.Sessions.StartAsync(writer, member.Id, request.UserAgent, now).ConfigureAwait(false);
        await writer.AddAsync(AuditEntry.By(member, now, null, AuditActions.SignedIn, member.Email.Text, started.Session.Device)).ConfigureAwait(false);
        return Result.Accepted(new SignInResult(member, started));
    }

    private static async Task<Credential?> CredentialAsync(IMemberReader reader, EmailAddress email) =>
        await reader.MemberAsync(email).ConfigureAwait(false) is { } member ? await reader.CredentialAsync(member.Id).ConfigureAwait(false) : null;
}
