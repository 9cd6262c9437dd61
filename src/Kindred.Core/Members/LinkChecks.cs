using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Whether a link works, and why not.</summary>
internal static class LinkChecks
{
    internal static string Prefix(LinkKind kind) => kind switch { LinkKind.Open => Token.OpenLink, LinkKind.Invitation => Token.Invitation, _ => Token.Reset };

    /// <summary>The link with a token, if it works now. While there is nobody to sign in, a link from the terminal holds until it is used.</summary>
    internal static async Task<Result<OneTimeLink>> FindAsync(IMemberReader reader, LinkKind kind, Secret token, DateTimeOffset now)
    {
        if (Token.HashOf(Prefix(kind), token) is not { } hash || await reader.LinkAsync(hash).ConfigureAwait(false) is not { } link || link.Kind != kind)
        {
            return Result.Refused<OneTimeLink>(MemberChecks.LinkUnknown);
        }

        if (link.UsedAt is not null)
        {
            return Result.Refused<OneTimeLink>(MemberChecks.LinkUsed);
        }

        if (link.RevokedAt is not null)
        {
            return Result.Refused<OneTimeLink>(MemberChecks.LinkRevoked);
        }

        return now < link.ExpiresAt || (kind == LinkKind.Open && !await reader.HasMembersAsync().ConfigureAwait(false))
            ? Result.Accepted(link)
            : Result.Refused<OneTimeLink>(MemberChecks.LinkExpired(link.ExpiresAt));
    }
}
