using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>A workspace to add to the site.</summary>
/// <param name="Name">What people read, 1–100 characters.</param>
/// <param name="IsInvented">Holds the sample company.</param>
/// <param name="Folder">Sub-folder that is there already; null for a new one. Only the terminal may name one.</param>
public sealed record AddWorkspaceRequest(string Name, bool IsInvented, string? Folder = null);

/// <summary>Adds a workspace to the list, from the terminal or by a member who owns one; who adds it owns it. The host makes its folder when it is first opened. The invented workspace exists once: adding it again gives the one there is.</summary>
public sealed class AddWorkspace(MembersModule members)
{
    /// <summary>Carries the request out.</summary>
    public async Task<Result<WorkspaceEntry>> RunAsync(AddWorkspaceRequest request, Caller caller, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(caller);
        if (request.Folder is not null && !caller.IsTerminal)
        {
            throw new ArgumentException("Only the terminal may name a folder.", nameof(request));
        }

        if (NameChecks.Check(request.Name) is { } invalid)
        {
            return Result.Refused<WorkspaceEntry>(invalid);
        }

        return await members.Store.WriteAsync(async writer =>
        {
            if (!caller.IsTerminal && (caller.Member is null || !(await writer.MembershipsAsync(caller.Member.Id).ConfigureAwait(false)).Any(membership => membership.Role == Role.Owner)))
            {
                return Result.Refused<WorkspaceEntry>(MemberChecks.NotAllowed(Permission.ChangeSettings, null));
            }

            if (request.IsInvented && (await writer.WorkspacesAsync().ConfigureAwait(false)).FirstOrDefault(workspace => workspace.IsInvented) is { } there)
            {
                return Result.Accepted(there);
            }

            var added = await AddAsync(members, writer, request.Name, request.IsInvented, request.Folder).ConfigureAwait(false);
            await writer.AddAsync(AuditEntry.By(caller, members.Now, added.Id, AuditActions.WorkspaceAdded, added.Name)).ConfigureAwait(false);
            if (caller.Member is { } member)
            {
                await writer.SaveAsync(new Membership(member.Id, added.Id, Role.Owner)).ConfigureAwait(false);
            }

            return Result.Accepted(added);
        }, ct).ConfigureAwait(false);
    }

    internal static async Task<WorkspaceEntry> AddAsync(MembersModule members, IMemberWriter writer, string name, bool isInvented, string? folder = null)
    {
        var id = members.Randomness.Name();
        var workspace = new WorkspaceEntry(new WorkspaceId(id), name.Trim(), folder ?? "w-" + id, isInvented, members.Now);
        await writer.AddAsync(workspace).ConfigureAwait(false);
        return workspace;
    }
}
