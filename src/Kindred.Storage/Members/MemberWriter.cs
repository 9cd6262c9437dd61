using System.Data.Common;
using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Storage.Members;

/// <summary>Reads and writes within one transaction.</summary>
internal sealed class MemberWriter(DbConnection connection, DbTransaction transaction, CancellationToken ct) : MemberReader(connection, transaction, ct), IMemberWriter
{
    public Task SaveAsync(Member member) => RunAsync(
        "INSERT INTO site_member (id, email, email_key, name, language, created_at) VALUES (@Id, @Email, @Key, @Name, @Language, @CreatedAt) ON CONFLICT (id) DO UPDATE SET name = excluded.name, language = excluded.language",
        new { Id = member.Id.Value, Email = member.Email.Text, member.Email.Key, member.Name, Language = member.Language == Language.Korean ? "ko" : "en", CreatedAt = Instant.Of(member.CreatedAt) });

    public Task SaveAsync(Credential credential) => RunAsync(
        """
        INSERT INTO site_credential (member, password, totp_key, totp_confirmed, totp_step) VALUES (@Member, @Password, @Key, @Confirmed, @Step)
        ON CONFLICT (member) DO UPDATE SET password = excluded.password, totp_key = excluded.totp_key, totp_confirmed = excluded.totp_confirmed, totp_step = excluded.totp_step
        """,
        new { Member = credential.Member.Value, Password = credential.Password.Encode(), Key = credential.Totp?.Key.Reveal(), Confirmed = credential.Totp is { IsConfirmed: true } ? 1L : 0L, Step = credential.Totp?.LastStep ?? 0 });

    public async Task RemoveCredentialAsync(MemberId member)
    {
        await RunAsync("DELETE FROM site_credential WHERE member = @Member", new { Member = member.Value }).ConfigureAwait(false);
        await RunAsync("DELETE FROM site_recovery_code WHERE member = @Member", new { Member = member.Value }).ConfigureAwait(false);
    }

    public async Task SaveRecoveryCodesAsync(MemberId member, IReadOnlyList<string> hashes)
    {
        await RunAsync("DELETE FROM site_recovery_code WHERE member = @Member", new { Member = member.Value }).ConfigureAwait(false);
        foreach (var hash in hashes)
        {
            await RunAsync("INSERT INTO site_recovery_code (member, hash, used) VALUES (@Member, @Hash, 0)", new { Member = member.Value, Hash = hash }).ConfigureAwait(false);
        }
    }

    public async Task<bool> UseRecoveryCodeAsync(MemberId member, string hash) =>
        await RunAsync("UPDATE site_recovery_code SET used = 1 WHERE member = @Member AND hash = @Hash AND used = 0", new { Member = member.Value, Hash = hash }).ConfigureAwait(false) == 1;

    public Task SaveAsync(Session session) => RunAsync(
        "INSERT INTO site_session (id, token_hash, member, device, created_at, seen_at) VALUES (@Id, @TokenHash, @Member, @Device, @CreatedAt, @SeenAt) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at",
        new { session.Id, session.TokenHash, Member = session.Member?.Value, session.Device, CreatedAt = Instant.Of(session.CreatedAt), SeenAt = Instant.Of(session.SeenAt) });

    public async Task<bool> EndSessionAsync(string id) => await RunAsync("DELETE FROM site_session WHERE id = @Id", new { Id = id }).ConfigureAwait(false) == 1;

    public Task<int> EndSessionsAsync(MemberId member, string? except) => RunAsync("DELETE FROM site_session WHERE member = @Member AND id <> @Except", new { Member = member.Value, Except = except ?? "" });

    public Task ForgetSessionsAsync(DateTimeOffset seenBefore, DateTimeOffset createdBefore) =>
        RunAsync("DELETE FROM site_session WHERE seen_at < @Seen OR created_at < @Created", new { Seen = Instant.Of(seenBefore), Created = Instant.Of(createdBefore) });

    public Task AddAsync(WorkspaceEntry workspace) => RunAsync(
        "INSERT INTO site_workspace (id, name, folder, is_invented, created_at) VALUES (@Id, @Name, @Folder, @IsInvented, @CreatedAt)",
        new { Id = workspace.Id.Value, workspace.Name, workspace.Folder, IsInvented = workspace.IsInvented ? 1L : 0L, CreatedAt = Instant.Of(workspace.CreatedAt) });

    public Task RenameAsync(WorkspaceId workspace, string name) => RunAsync("UPDATE site_workspace SET name = @Name WHERE id = @Id", new { Id = workspace.Value, Name = name });

    public Task SaveAsync(Membership membership) => RunAsync(
        "INSERT INTO site_membership (member, workspace, role) VALUES (@Member, @Workspace, @Role) ON CONFLICT (member, workspace) DO UPDATE SET role = excluded.role",
        new { Member = membership.Member.Value, Workspace = membership.Workspace.Value, Role = Text(membership.Role) });

    public Task RemoveAsync(Membership membership) =>
        RunAsync("DELETE FROM site_membership WHERE member = @Member AND workspace = @Workspace", new { Member = membership.Member.Value, Workspace = membership.Workspace.Value });

    public Task SaveAsync(OneTimeLink link) => RunAsync(
        """
        INSERT INTO site_link (id, kind, token_hash, created_by, created_at, expires_at, used_at, revoked_at, workspace, role, email, member, removes_totp)
        VALUES (@Id, @Kind, @TokenHash, @CreatedBy, @CreatedAt, @ExpiresAt, @UsedAt, @RevokedAt, @Workspace, @Role, @Email, @Member, @RemovesTotp)
        ON CONFLICT (id) DO UPDATE SET used_at = excluded.used_at, revoked_at = excluded.revoked_at
        """,
        new
        {
            link.Id,
            Kind = link.Kind.ToString().ToLowerInvariant(),
            link.TokenHash,
            CreatedBy = link.CreatedBy?.Value,
            CreatedAt = Instant.Of(link.CreatedAt),
            ExpiresAt = Instant.Of(link.ExpiresAt),
            UsedAt = Instant.Of(link.UsedAt),
            RevokedAt = Instant.Of(link.RevokedAt),
            Workspace = link.Workspace?.Value,
            Role = link.Role is { } role ? Text(role) : null,
            Email = link.Email?.Text,
            Member = link.Member?.Value,
            RemovesTotp = link.RemovesTotp ? 1L : 0L,
        });

    public Task RevokeResetsAsync(MemberId member, DateTimeOffset at) => RunAsync(
        "UPDATE site_link SET revoked_at = @At WHERE used_at IS NULL AND revoked_at IS NULL AND kind = 'reset' AND member = @Member",
        new { At = Instant.Of(at), Member = member.Value });

    public Task RevokeInvitationsAsync(MemberId member, WorkspaceId workspace, DateTimeOffset at) => RunAsync(
        "UPDATE site_link SET revoked_at = @At WHERE used_at IS NULL AND revoked_at IS NULL AND kind = 'invitation' AND created_by = @Member AND workspace = @Workspace",
        new { At = Instant.Of(at), Member = member.Value, Workspace = workspace.Value });

    public Task SaveAsync(SignInTries tries) => RunAsync(
        "INSERT INTO site_try (key, failures, last_at, wait_until) VALUES (@Key, @Failures, @LastAt, @WaitUntil) ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at, wait_until = excluded.wait_until",
        new { tries.Key, Failures = (long)tries.Failures, LastAt = Instant.Of(tries.LastAt), WaitUntil = Instant.Of(tries.WaitUntil) });

    public Task ForgetTriesAsync(DateTimeOffset before) => RunAsync("DELETE FROM site_try WHERE last_at < @Before", new { Before = Instant.Of(before) });

    public Task AddAsync(AuditEntry entry) => RunAsync(
        """
        INSERT INTO site_audit (id, at, actor, actor_id, actor_name, workspace, action, subject, detail, about)
        VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM site_audit), @At, @Actor, @ActorId, @ActorName, @Workspace, @Action, @Subject, @Detail, @About)
        """,
        new { At = Instant.Of(entry.At), Actor = entry.Actor.ToString().ToLowerInvariant(), entry.ActorId, entry.ActorName, Workspace = entry.Workspace?.Value, entry.Action, entry.Subject, entry.Detail, About = entry.About?.Value });

    private static string Text(Role role) => role.ToString().ToLowerInvariant();
}
