using Kindred.Core.Members;

namespace Kindred.Storage.Members;

/// <summary>A line of "site_link", as Dapper fills it.</summary>
internal sealed class LinkRow
{
    internal const string Columns = "id AS Id, kind AS Kind, token_hash AS TokenHash, created_by AS CreatedBy, created_at AS CreatedAt, expires_at AS ExpiresAt, used_at AS UsedAt, revoked_at AS RevokedAt, workspace AS Workspace, role AS Role, email AS Email, member AS Member, removes_totp AS RemovesTotp";

    public string Id { get; set; } = "";

    public string Kind { get; set; } = "";

    public string TokenHash { get; set; } = "";

    public string? CreatedBy { get; set; }

    public long CreatedAt { get; set; }

    public long ExpiresAt { get; set; }

    public long? UsedAt { get; set; }

    public long? RevokedAt { get; set; }

    public string? Workspace { get; set; }

    public string? Role { get; set; }

    public string? Email { get; set; }

    public string? Member { get; set; }

    public long RemovesTotp { get; set; }

    internal OneTimeLink ToLink() => new(Id, Enum.Parse<LinkKind>(Kind, ignoreCase: true), TokenHash, CreatedBy is null ? null : new MemberId(CreatedBy), Instant.Of(CreatedAt), Instant.Of(ExpiresAt))
    {
        UsedAt = Instant.Of(UsedAt),
        RevokedAt = Instant.Of(RevokedAt),
        Workspace = Workspace is null ? null : new WorkspaceId(Workspace),
        Role = Role is null ? null : Enum.Parse<Role>(Role, ignoreCase: true),
        Email = Email is null ? null : EmailAddress.Stored(Email),
        Member = Member is null ? null : new MemberId(Member),
        RemovesTotp = RemovesTotp == 1,
    };
}
