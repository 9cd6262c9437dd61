using System.Data.Common;
using Dapper;
using Kindred.Core.Members;

namespace Kindred.Storage.Members;

/// <summary>Reads within one connection.</summary>
internal class MemberReader(DbConnection connection, DbTransaction? transaction, CancellationToken ct) : IMemberReader
{
    private const string MemberColumns = "m.id AS Id, m.email AS Email, m.name AS Name, m.language AS Language, m.created_at AS CreatedAt";
    private const string SessionColumns = "id AS Id, token_hash AS TokenHash, member AS Member, device AS Device, created_at AS CreatedAt, seen_at AS SeenAt";
    private const string WorkspaceColumns = "id AS Id, name AS Name, folder AS Folder, is_invented AS IsInvented, created_at AS CreatedAt";

    public async Task<bool> HasMembersAsync() => await ScalarAsync("SELECT COUNT(*) FROM (SELECT 1 FROM site_member LIMIT 1) AS found", new { }).ConfigureAwait(false) > 0;

    public async Task<Member?> MemberAsync(MemberId id) => (await OneAsync<MemberRow>($"SELECT {MemberColumns} FROM site_member m WHERE m.id = @Id", new { Id = id.Value }).ConfigureAwait(false))?.ToMember();

    public async Task<Member?> MemberAsync(EmailAddress email) => (await OneAsync<MemberRow>($"SELECT {MemberColumns} FROM site_member m WHERE m.email_key = @Key", new { email.Key }).ConfigureAwait(false))?.ToMember();

    public async Task<Credential?> CredentialAsync(MemberId member) => (await OneAsync<CredentialRow>(
        "SELECT member AS Member, password AS Password, totp_key AS TotpKey, totp_confirmed AS TotpConfirmed, totp_step AS TotpStep FROM site_credential WHERE member = @Member", new { Member = member.Value }).ConfigureAwait(false))?.ToCredential();

    public async Task<int> RecoveryCodesLeftAsync(MemberId member) => (int)await ScalarAsync("SELECT COUNT(*) FROM site_recovery_code WHERE member = @Member AND used = 0", new { Member = member.Value }).ConfigureAwait(false);

    public async Task<Session?> SessionAsync(string tokenHash) => (await OneAsync<SessionRow>($"SELECT {SessionColumns} FROM site_session WHERE token_hash = @Hash", new { Hash = tokenHash }).ConfigureAwait(false))?.ToSession();

    public async Task<IReadOnlyList<Session>> SessionsAsync(MemberId member) =>
        [.. (await AllAsync<SessionRow>($"SELECT {SessionColumns} FROM site_session WHERE member = @Member ORDER BY seen_at DESC, id", new { Member = member.Value }).ConfigureAwait(false)).Select(row => row.ToSession())];

    public async Task<IReadOnlyList<WorkspaceEntry>> WorkspacesAsync() =>
        [.. (await AllAsync<WorkspaceRow>($"SELECT {WorkspaceColumns} FROM site_workspace ORDER BY created_at, id", new { }).ConfigureAwait(false)).Select(row => row.ToEntry())];

    public async Task<WorkspaceEntry?> WorkspaceAsync(WorkspaceId id) => (await OneAsync<WorkspaceRow>($"SELECT {WorkspaceColumns} FROM site_workspace WHERE id = @Id", new { Id = id.Value }).ConfigureAwait(false))?.ToEntry();

    public async Task<IReadOnlyList<Membership>> MembershipsAsync(MemberId member) =>
        [.. (await AllAsync<MembershipRow>("SELECT member AS Member, workspace AS Workspace, role AS Role FROM site_membership WHERE member = @Member ORDER BY workspace", new { Member = member.Value }).ConfigureAwait(false)).Select(row => row.ToMembership())];

    public async Task<IReadOnlyList<(Member Member, Role Role)>> PeopleAsync(WorkspaceId workspace) =>
        [.. (await AllAsync<MemberRow>($"SELECT {MemberColumns}, s.role AS Role FROM site_member m JOIN site_membership s ON s.member = m.id WHERE s.workspace = @Workspace ORDER BY m.created_at, m.id", new { Workspace = workspace.Value }).ConfigureAwait(false))
            .Select(row => (row.ToMember(), Enum.Parse<Role>(row.Role, ignoreCase: true)))];

    public async Task<OneTimeLink?> LinkAsync(string tokenHash) => (await OneAsync<LinkRow>($"SELECT {LinkRow.Columns} FROM site_link WHERE token_hash = @Hash", new { Hash = tokenHash }).ConfigureAwait(false))?.ToLink();

    public async Task<IReadOnlyList<OneTimeLink>> OpenInvitationsAsync(WorkspaceId workspace) =>
        [.. (await AllAsync<LinkRow>($"SELECT {LinkRow.Columns} FROM site_link WHERE workspace = @Workspace AND kind = 'invitation' AND used_at IS NULL AND revoked_at IS NULL ORDER BY created_at DESC, id", new { Workspace = workspace.Value }).ConfigureAwait(false)).Select(row => row.ToLink())];

    public async Task<SignInTries?> TriesAsync(string key) =>
        (await OneAsync<TriesRow>("SELECT key AS Key, failures AS Failures, last_at AS LastAt, wait_until AS WaitUntil FROM site_try WHERE key = @Key", new { Key = key }).ConfigureAwait(false))?.ToTries();

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync(AuditQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        const string Where = "(workspace = @Workspace OR (workspace IS NULL AND (about IS NULL OR about IN (SELECT member FROM site_membership WHERE workspace = @Workspace))))";
        return [.. (await AllAsync<AuditRow>(
            $"SELECT {AuditRow.Columns} FROM site_audit WHERE id < @Before AND (@Actor = '' OR actor_id = @Actor) AND (@Action = '' OR action = @Action) AND {Where} ORDER BY id DESC LIMIT @Count",
            new { Workspace = query.Workspace.Value, Before = query.Before ?? long.MaxValue, Actor = query.Actor?.Value ?? "", Action = query.Action ?? "", Count = Math.Clamp(query.Count, 1, 500) }).ConfigureAwait(false)).Select(row => row.ToEntry())];
    }

    protected async Task<int> RunAsync(string sql, object values) => await connection.ExecuteAsync(Command(sql, values)).ConfigureAwait(false);

    protected async Task<long> ScalarAsync(string sql, object values) => await connection.ExecuteScalarAsync<long>(Command(sql, values)).ConfigureAwait(false);

    private async Task<T?> OneAsync<T>(string sql, object values)
        where T : class => await connection.QuerySingleOrDefaultAsync<T>(Command(sql, values)).ConfigureAwait(false);

    private async Task<IEnumerable<T>> AllAsync<T>(string sql, object values) => await connection.QueryAsync<T>(Command(sql, values)).ConfigureAwait(false);

    private CommandDefinition Command(string sql, object values) => new(sql, values, transaction, cancellationToken: ct);
}
