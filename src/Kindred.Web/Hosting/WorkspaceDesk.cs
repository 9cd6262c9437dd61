using System.Collections.Concurrent;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Storage;

namespace Kindred.Web.Hosting;

/// <summary>The workspaces of the site: opened when first asked for, owned by this process until it ends, read into memory once and again after a change.</summary>
public sealed class WorkspaceDesk(string root, MembersModule members, TimeProvider clock) : IDisposable
{
    private static readonly string[] Watched = ["icp.json", "card.json", "card-draft.json", "mapping.json", "settings.json"];
    private readonly ConcurrentDictionary<WorkspaceId, Entry> _entries = new();

    /// <summary>All workspaces of the site, whoever may see them.</summary>
    public Task<IReadOnlyList<WorkspaceEntry>> ListAsync(CancellationToken ct) => members.WorkspacesAsync(ct);

    /// <summary>Folder of a workspace.</summary>
    public string FolderOf(WorkspaceEntry workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return Path.Combine(root, workspace.Folder);
    }

    /// <summary>The workspace, open for writing.</summary>
    public async Task<Result<Workspace>> OpenAsync(WorkspaceEntry workspace, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var entry = _entries.GetOrAdd(workspace.Id, _ => new Entry());
        await entry.Turn.WaitAsync(ct);
        try
        {
            return await OpenAsync(entry, workspace, ct);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    /// <summary>The workspace as it is now. Read again when a file of it has changed.</summary>
    public async Task<Result<WorkspaceSnapshot>> SnapshotAsync(WorkspaceEntry workspace, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var entry = _entries.GetOrAdd(workspace.Id, _ => new Entry());
        var stamp = Stamp(workspace);
        if (entry.Read is { } read && read.Stamp == stamp)
        {
            return Result.Accepted(read.Snapshot);
        }

        await entry.Turn.WaitAsync(ct);
        try
        {
            if (entry.Read is { } other && other.Stamp == stamp)
            {
                return Result.Accepted(other.Snapshot);
            }

            if (!(await OpenAsync(entry, workspace, ct)).TryGet(out var open, out var reasons))
            {
                return Result.Refused<WorkspaceSnapshot>(reasons);
            }

            // Reading goes on when the browser goes away: the next page wants it too.
            var snapshot = await Task.Run(() => WorkspaceSnapshot.ReadAsync(open, FolderOf(workspace), CancellationToken.None), ct);
            entry.Read = new Reading(stamp, snapshot);
            return Result.Accepted(snapshot);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    /// <summary>Says that a workspace's imports changed: the next page reads it again.</summary>
    public void Changed(WorkspaceId id)
    {
        if (_entries.TryGetValue(id, out var entry))
        {
            entry.Read = null;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.Workspace?.Dispose();
            entry.Turn.Dispose();
        }
    }

    private async Task<Result<Workspace>> OpenAsync(Entry entry, WorkspaceEntry workspace, CancellationToken ct)
    {
        if (entry.Workspace is { } open)
        {
            return Result.Accepted(open);
        }

        var opened = await Workspace.OpenAsync(FolderOf(workspace), clock, ct);
        entry.Workspace = opened.TryGet(out var made, out _) ? made : null;
        return opened;
    }

    private string Stamp(WorkspaceEntry workspace)
    {
        var folder = FolderOf(workspace);
        return string.Join(' ', Watched.Select(name => Format.Whole(File.GetLastWriteTimeUtc(Path.Combine(folder, name)).Ticks)));
    }

    private sealed record Reading(string Stamp, WorkspaceSnapshot Snapshot);

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Workspace? Workspace { get; set; }

        public Reading? Read { get; set; }
    }
}
