using Kindred.Core.Members;

namespace Kindred.Documents.Sharing;

/// <summary>A link to a document. Whoever holds it may try to open it; what it asks decides.</summary>
/// <param name="Id">32 hexadecimal digits, for addresses within the team's pages.</param>
/// <param name="Token">The secret part of the public address: 128 random bits, base62.</param>
/// <param name="Document">Id of the document. A new version stays under the same link.</param>
/// <param name="Options">What it asks and allows.</param>
/// <param name="Password">Hash of its password, or null.</param>
/// <param name="Revision">1, then one more with every change of options, password or revocation.</param>
/// <param name="Label">What the team calls it: a person, a campaign.</param>
/// <param name="Recipient">Address of the one it was made for, lower case, or null.</param>
/// <param name="Campaign">Campaign or list it was made in, or null.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="CreatedBy">By whom, or null.</param>
/// <param name="RevokedAt">Since when it is closed, or null.</param>
/// <param name="Opens">How often it was opened.</param>
public sealed record ShareLink(string Id, string Token, string Document, ShareOptions Options, PasswordHash? Password, int Revision, string Label, string? Recipient, string? Campaign, DateTimeOffset CreatedAt, string? CreatedBy, DateTimeOffset? RevokedAt, int Opens)
{
    /// <summary>How it stands at a moment.</summary>
    public LinkState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? LinkState.Revoked : Options.ExpiresAt <= now ? LinkState.Expired : Options.MaxOpens <= Opens ? LinkState.UsedUp : LinkState.Open;

    /// <summary>Whether somebody already inside may go on: the limit of openings does not throw them out.</summary>
    public bool ServesAt(DateTimeOffset now) => StateAt(now) is LinkState.Open or LinkState.UsedUp;
}

/// <summary>How a link stands.</summary>
public enum LinkState
{
    /// <summary>It opens.</summary>
    Open,

    /// <summary>It was closed.</summary>
    Revoked,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was opened as often as it may be.</summary>
    UsedUp,
}
