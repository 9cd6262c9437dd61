namespace Kindred.Core.Members;

/// <summary>What hosts ask on every request.</summary>
public static class MembersReading
{
    /// <summary>Every workspace of the site, oldest first, whoever may see it: ask <see cref="Access"/> before showing one.</summary>
    public static Task<IReadOnlyList<WorkspaceEntry>> WorkspacesAsync(this MembersModule members, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Store.ReadAsync(reader => reader.WorkspacesAsync(), ct);
    }

    /// <summary>Whether somebody set the site up.</summary>
    public static Task<bool> HasMembersAsync(this MembersModule members, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.Store.ReadAsync(reader => reader.HasMembersAsync(), ct);
    }
}
