namespace Kindred.Core.Members;

/// <summary>Keeps people, their sessions and links, the list of workspaces and the audit trail.</summary>
public interface IMemberStore
{
    /// <summary>Reads beside the writer.</summary>
    /// <param name="work">What to read; its calls are stopped by <paramref name="ct"/>.</param>
    /// <param name="ct">Stops reading.</param>
    Task<T> ReadAsync<T>(Func<IMemberReader, Task<T>> work, CancellationToken ct);

    /// <summary>Reads and writes in one transaction, one at a time: committed when the work returns, taken back when it throws.</summary>
    /// <param name="work">What to do; its calls are stopped by <paramref name="ct"/>.</param>
    /// <param name="ct">Stops writing.</param>
    Task<T> WriteAsync<T>(Func<IMemberWriter, Task<T>> work, CancellationToken ct);
}

/// <summary>Reads within one connection.</summary>
public interface IMemberReader
{
    /// <summary>Whether there is any member.</summary>
    Task<bool> HasMembersAsync();

    /// <summary>A member; null when there is none.</summary>
    Task<Member?> MemberAsync(MemberId id);

    /// <summary>The member with an e-mail address; null when there is none.</summary>
    Task<Member?> MemberAsync(EmailAddress email);

    /// <summary>How a member proves who they are; null when they left.</summary>
    Task<Credential?> CredentialAsync(MemberId member);

    /// <summary>Recovery codes that were not used yet.</summary>
    Task<int> RecoveryCodesLeftAsync(MemberId member);

    /// <summary>The session with a token; null when there is none.</summary>
    Task<Session?> SessionAsync(string tokenHash);

    /// <summary>A member's sessions, newest use first.</summary>
    Task<IReadOnlyList<Session>> SessionsAsync(MemberId member);

    /// <summary>Every workspace, oldest first.</summary>
    Task<IReadOnlyList<WorkspaceEntry>> WorkspacesAsync();

    /// <summary>A workspace; null when there is none.</summary>
    Task<WorkspaceEntry?> WorkspaceAsync(WorkspaceId id);

    /// <summary>Where a member belongs.</summary>
    Task<IReadOnlyList<Membership>> MembershipsAsync(MemberId member);

    /// <summary>Who belongs to a workspace, in the order they joined the site.</summary>
    Task<IReadOnlyList<(Member Member, Role Role)>> PeopleAsync(WorkspaceId workspace);

    /// <summary>The link with a token; null when there is none.</summary>
    Task<OneTimeLink?> LinkAsync(string tokenHash);

    /// <summary>Invitations into a workspace that were neither used nor taken back, newest first.</summary>
    Task<IReadOnlyList<OneTimeLink>> OpenInvitationsAsync(WorkspaceId workspace);

    /// <summary>Failed tries by key; null when there were none.</summary>
    Task<SignInTries?> TriesAsync(string key);

    /// <summary>The audit trail, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> AuditAsync(AuditQuery query);
}

/// <summary>Reads and writes within one transaction. The audit trail can be added to and not changed.</summary>
public interface IMemberWriter : IMemberReader
{
    /// <summary>Adds a member, or changes name and language of the one with the same id.</summary>
    Task SaveAsync(Member member);

    /// <summary>Adds or replaces a credential.</summary>
    Task SaveAsync(Credential credential);

    /// <summary>Takes credential and recovery codes away: nobody can sign in as this member.</summary>
    Task RemoveCredentialAsync(MemberId member);

    /// <summary>Replaces a member's recovery codes.</summary>
    Task SaveRecoveryCodesAsync(MemberId member, IReadOnlyList<string> hashes);

    /// <summary>Uses a recovery code up; false when it is none, or was used.</summary>
    Task<bool> UseRecoveryCodeAsync(MemberId member, string hash);

    /// <summary>Adds a session, or writes when it was last seen.</summary>
    Task SaveAsync(Session session);

    /// <summary>Ends a session; false when it had ended.</summary>
    Task<bool> EndSessionAsync(string id);

    /// <summary>Ends a member's sessions, but for one; says how many.</summary>
    Task<int> EndSessionsAsync(MemberId member, string? except);

    /// <summary>Forgets sessions that were last seen, or began, before given times.</summary>
    Task ForgetSessionsAsync(DateTimeOffset seenBefore, DateTimeOffset createdBefore);

    /// <summary>Adds a workspace.</summary>
    Task AddAsync(WorkspaceEntry workspace);

    /// <summary>Gives a workspace another name.</summary>
    Task RenameAsync(WorkspaceId workspace, string name);

    /// <summary>Adds a membership, or changes its role.</summary>
    Task SaveAsync(Membership membership);

    /// <summary>Takes a membership away.</summary>
    Task RemoveAsync(Membership membership);

    /// <summary>Adds a link, or writes that it was used or taken back.</summary>
    Task SaveAsync(OneTimeLink link);

    /// <summary>Takes back every unused link to choose a member's password.</summary>
    Task RevokeResetsAsync(MemberId member, DateTimeOffset at);

    /// <summary>Takes back every unused invitation a member made into a workspace.</summary>
    Task RevokeInvitationsAsync(MemberId member, WorkspaceId workspace, DateTimeOffset at);

    /// <summary>Writes how many tries failed.</summary>
    Task SaveAsync(SignInTries tries);

    /// <summary>Forgets failed tries before a time.</summary>
    Task ForgetTriesAsync(DateTimeOffset before);

    /// <summary>Adds to the audit trail.</summary>
    Task AddAsync(AuditEntry entry);
}
