using Kindred.Core.Members;

namespace Kindred.Storage.Members;

/// <summary>A line of "site_member", as Dapper fills it.</summary>
internal class MemberRow
{
    public string Id { get; set; } = "";

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public string Language { get; set; } = "";

    public long CreatedAt { get; set; }

    /// <summary>Only where memberships are joined.</summary>
    public string Role { get; set; } = "";

    internal Member ToMember() => new(new MemberId(Id), EmailAddress.Stored(Email), Name, Language == "ko" ? Core.Basics.Language.Korean : Core.Basics.Language.English, Instant.Of(CreatedAt));
}

/// <summary>A line of "site_credential", as Dapper fills it.</summary>
internal sealed class CredentialRow
{
    public string Member { get; set; } = "";

    public string Password { get; set; } = "";

    public string? TotpKey { get; set; }

    public long TotpConfirmed { get; set; }

    public long TotpStep { get; set; }

    internal Credential ToCredential() => new(new MemberId(Member), PasswordHash.Decode(Password), TotpKey is null ? null : new TotpSetting(new Secret(TotpKey), TotpConfirmed == 1, TotpStep));
}

/// <summary>A line of "site_session", as Dapper fills it.</summary>
internal sealed class SessionRow
{
    public string Id { get; set; } = "";

    public string TokenHash { get; set; } = "";

    public string? Member { get; set; }

    public string Device { get; set; } = "";

    public long CreatedAt { get; set; }

    public long SeenAt { get; set; }

    internal Session ToSession() => new(Id, TokenHash, Member is null ? null : new MemberId(Member), Device, Instant.Of(CreatedAt), Instant.Of(SeenAt));
}

/// <summary>A line of "site_workspace", as Dapper fills it.</summary>
internal sealed class WorkspaceRow
{
    public string Id { get; set; } = "";

    public string Name { get; set; } = "";

    public string Folder { get; set; } = "";

    public long IsInvented { get; set; }

    public long CreatedAt { get; set; }

    internal WorkspaceEntry ToEntry() => new(new WorkspaceId(Id), Name, Folder, IsInvented == 1, Instant.Of(CreatedAt));
}

/// <summary>A line of "site_membership", as Dapper fills it.</summary>
internal sealed class MembershipRow
{
    public string Member { get; set; } = "";

    public string Workspace { get; set; } = "";

    public string Role { get; set; } = "";

    internal Membership ToMembership() => new(new MemberId(Member), new WorkspaceId(Workspace), Enum.Parse<Role>(Role, ignoreCase: true));
}

/// <summary>A line of "site_try", as Dapper fills it.</summary>
internal sealed class TriesRow
{
    public string Key { get; set; } = "";

    public long Failures { get; set; }

    public long LastAt { get; set; }

    public long? WaitUntil { get; set; }

    internal SignInTries ToTries() => new(Key, (int)Failures, Instant.Of(LastAt), Instant.Of(WaitUntil));
}
