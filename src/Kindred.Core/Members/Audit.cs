using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Adds to the audit trail what other parts of the product do, and shows it.</summary>
public sealed class Audit(MembersModule members)
{
    /// <summary>Writes down what a caller did. For acts whose data lies in another database: written right after the act.</summary>
    /// <param name="caller">Who did it.</param>
    /// <param name="workspace">Where.</param>
    /// <param name="action">Stable code, <c>thing.done</c>.</param>
    /// <param name="subject">What it was done to. No secrets.</param>
    /// <param name="detail">What more there is to say. No secrets.</param>
    /// <param name="ct">Stops it.</param>
    public Task WriteAsync(Caller caller, WorkspaceId? workspace, string action, string subject, string detail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            await writer.AddAsync(AuditEntry.By(caller, members.Now, workspace, action, subject, detail)).ConfigureAwait(false);
            return true;
        }, ct);
    }

    /// <summary>The trail of a workspace, newest first, for whoever may see it.</summary>
    public Task<Result<IReadOnlyList<AuditEntry>>> ReadAsync(AuditQuery query, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.ReadAsync(async reader =>
            (await PeopleGate.CheckAsync(reader, caller, query.Workspace, Permission.SeeAudit).ConfigureAwait(false)).TryGet(out _, out var reasons)
                ? Result.Accepted(await reader.AuditAsync(query).ConfigureAwait(false))
                : Result.Refused<IReadOnlyList<AuditEntry>>(reasons), ct);
    }
}
