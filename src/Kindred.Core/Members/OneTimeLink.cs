namespace Kindred.Core.Members;

/// <summary>What a link does.</summary>
public enum LinkKind
{
    /// <summary>Opens the product for a visitor, from the terminal.</summary>
    Open,

    /// <summary>Invites somebody into a workspace.</summary>
    Invitation,

    /// <summary>Lets a member choose a new password.</summary>
    Reset,
}

/// <summary>A link that works once.</summary>
/// <param name="Id">Random name, for lists and for revoking it; not the token.</param>
/// <param name="Kind">What it does.</param>
/// <param name="TokenHash">SHA-256 of the token; the token itself is kept nowhere.</param>
/// <param name="CreatedBy">The member who made it; null for the terminal.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ExpiresAt">It works before this.</param>
public sealed record OneTimeLink(string Id, LinkKind Kind, string TokenHash, MemberId? CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When it was used; null before.</summary>
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>When it was taken back; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>Where an invitation leads.</summary>
    public WorkspaceId? Workspace { get; init; }

    /// <summary>As what an invitation leads there.</summary>
    public Role? Role { get; init; }

    /// <summary>Who is invited.</summary>
    public EmailAddress? Email { get; init; }

    /// <summary>Whose password is chosen anew.</summary>
    public MemberId? Member { get; init; }

    /// <summary>A reset that also takes the second step away.</summary>
    public bool RemovesTotp { get; init; }
}
