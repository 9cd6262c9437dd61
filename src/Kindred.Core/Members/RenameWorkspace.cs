using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Gives a workspace another name. Its address and its folder stay, so that links keep working.</summary>
public sealed class RenameWorkspace(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    /// <returns>The workspace with its new name; refused: <c>members.no-such-workspace</c>, <c>members.not-allowed</c>, <c>members.name-invalid</c>.</returns>
    public Task<Result<WorkspaceEntry>> RunAsync(WorkspaceId id, string name, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(caller);
        return members.Store.WriteAsync(async writer =>
        {
            if (!(await PeopleGate.CheckAsync(writer, caller, id, Permission.ChangeSettings).ConfigureAwait(false)).TryGet(out var workspace, out var reasons))
            {
                return Result.Refused<WorkspaceEntry>(reasons);
            }

            if (NameChecks.Check(name) is { } invalid)
            {
                return Result.Refused<WorkspaceEntry>(invalid);
            }

            var renamed = workspace with { Name = name.Trim() };
            if (renamed.Name != workspace.Name)
            {
                await writer.RenameAsync(id, renamed.Name).ConfigureAwait(false);
                await writer.AddAsync(AuditEntry.By(caller, members.Now, id, AuditActions.WorkspaceRenamed, renamed.Name, workspace.Name)).ConfigureAwait(false);
            }

            return Result.Accepted(renamed);
        }, ct);
    }
}
