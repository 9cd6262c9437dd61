using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>How a member signs in, for their own page.</summary>
/// <param name="HasTotp">The second step is on.</param>
/// <param name="RecoveryCodesLeft">Recovery codes that were not used yet.</param>
public sealed record OwnSignIn(bool HasTotp, int RecoveryCodesLeft);

/// <summary>What hosts ask on every request.</summary>
public static class MembersReading
{
    /// <summary>Every workspace of the site, oldest first, whoever may see it: ask <see cref="Access"/> before showing one.</summary>
    public static Task<IReadOnlyList<WorkspaceEntry>> WorkspacesAsync(this MembersModule members, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Store.ReadAsync(reader => reader.WorkspacesAsync(), ct);
    }

    /// <summary>How the caller signs in; refused for anybody without an account: <c>members.members-only</c>.</summary>
    public static Task<Result<OwnSignIn>> OwnSignInAsync(this MembersModule members, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.ReadAsync(async reader => caller.Member is { } member
            ? Result.Accepted(new OwnSignIn(await reader.CredentialAsync(member.Id).ConfigureAwait(false) is { Totp.IsConfirmed: true }, await reader.RecoveryCodesLeftAsync(member.Id).ConfigureAwait(false)))
            : Result.Refused<OwnSignIn>(MemberChecks.MembersOnly), ct);
    }

    /// <summary>Whether somebody set the site up.</summary>
    public static Task<bool> HasMembersAsync(this MembersModule members, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Store.ReadAsync(reader => reader.HasMembersAsync(), ct);
    }
}
