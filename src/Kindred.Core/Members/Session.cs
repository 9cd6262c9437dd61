namespace Kindred.Core.Members;

/// <summary>One browser that is let in: a member's, or a visitor's who came by a link from the terminal.</summary>
/// <param name="Id">Random name, for lists and for ending it; not the token.</param>
/// <param name="TokenHash">SHA-256 of the token; the token itself is kept nowhere.</param>
/// <param name="Member">Whose; null for a visitor.</param>
/// <param name="Device">Browser and system, as far as told.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
public sealed record Session(string Id, string TokenHash, MemberId? Member, string Device, DateTimeOffset CreatedAt, DateTimeOffset SeenAt)
{
    /// <summary>Whether it still holds.</summary>
    public bool Holds(DateTimeOffset now, MemberOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return now < SeenAt + options.SessionIdle && now < CreatedAt + options.SessionLife;
    }
}
