using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Somebody wants another password.</summary>
/// <param name="Current">The current one.</param>
/// <param name="Next">The new one.</param>
/// <param name="NetworkAddress">Where the request comes from.</param>
public sealed record ChangePasswordRequest(Secret Current, Secret Next, string? NetworkAddress);

/// <summary>Changes one's own password. All other sessions end, and links to choose a password stop working.</summary>
public sealed class ChangePassword(MembersModule members)
{
    /// <summary>Carries the request out; says how many other sessions ended.</summary>
    public async Task<Result<int>> RunAsync(ChangePasswordRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Member is { } who && PasswordChecks.Check(request.Next, who.Email, who.Name) is { } bad)
        {
            return Result.Refused<int>(bad);
        }

        if (!(await CheckPassword.RunAsync(members, caller, request.Current, request.NetworkAddress, ct).ConfigureAwait(false)).TryGet(out var verified, out var reasons))
        {
            return Result.Refused<int>(reasons);
        }

        var hash = await members.Hasher.HashAsync(request.Next, ct).ConfigureAwait(false);
        return await members.Store.WriteAsync(async writer =>
        {
            if (await CheckPassword.AgainAsync(writer, verified).ConfigureAwait(false) is not { } credential)
            {
                return Result.Refused<int>(MemberChecks.PasswordWrong);
            }

            await writer.SaveAsync(credential with { Password = hash }).ConfigureAwait(false);
            await writer.RevokeResetsAsync(credential.Member, members.Now).ConfigureAwait(false);
            var ended = await writer.EndSessionsAsync(credential.Member, caller.Session!.Id).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, members.Now, null, AuditActions.PasswordChanged, caller.Member!.Email.Text)).ConfigureAwait(false);
            return Result.Accepted(ended);
        }, ct).ConfigureAwait(false);
    }
}
