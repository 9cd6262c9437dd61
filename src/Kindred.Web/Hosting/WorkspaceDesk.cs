using System.Collections.Concurrent;
using Kindred.Core.Basics;
using Kindred.Core.Members;
using Kindred.Product;
using Kindred.Storage;

namespace Kindred.Web.Hosting;

/// <summary>The workspaces of the site: opened when first asked for, owned by this process until it ends, read into memory once and again after a change.</summary>
public sealed class WorkspaceDesk(string root, MembersModule members, TimeProvider clock) : IDisposable
{
    private static readonly string[] Watched = ["icp.json", "card.json", "card-draft.json", "mapping.json", WorkspaceCorrections.FileName, "settings.json"];
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

    /// <summary>The workspace as it is now, read again when a file of it has changed; null when reading takes longer than somebody wants to look at nothing.</summary>
    /// <param name="workspace">Which.</param>
    /// <param name="patience">How long to wait; null waits to the end.</param>
    /// <param name="ct">Stops waiting; the reading goes on, for the next page wants it too.</param>
    public async Task<Result<WorkspaceSnapshot>?> SnapshotAsync(WorkspaceEntry workspace, TimeSpan? patience, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var entry = _entries.GetOrAdd(workspace.Id, _ => new Entry());
        var stamp = Stamp(workspace);
        if (entry.Read is { } read && read.Stamp == stamp && !entry.WasReadBy(read, clock))
        {
            return Result.Accepted(read.Snapshot);
        }

        var reading = entry.ReadingOf(stamp, changes => ReadAsync(entry, workspace, stamp, changes));
        if (patience is { } longest && await Task.WhenAny(reading, Task.Delay(longest, ct)) != reading)
        {
            return null;
        }

        return await reading.WaitAsync(ct);
    }

    /// <summary>The workspace as it is now, however long it takes to read.</summary>
    public async Task<Result<WorkspaceSnapshot>> SnapshotAsync(WorkspaceEntry workspace, CancellationToken ct) => (await SnapshotAsync(workspace, null, ct))!;

    /// <summary>Begins to read every workspace, so that the first page need not wait.</summary>
    public async Task WarmAsync(CancellationToken ct)
    {
        foreach (var workspace in await ListAsync(ct))
        {
            await SnapshotAsync(workspace, TimeSpan.Zero, ct);
        }
    }

    /// <summary>Says that a workspace's imports changed: the next page reads it again.</summary>
    public void Changed(WorkspaceId id)
    {
        if (_entries.TryGetValue(id, out var entry))
        {
            entry.Forget();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var entry in _entries.Values)
        {
            entry.StopWarming();
            entry.Workspace?.Dispose();
            entry.Turn.Dispose();
        }
    }

    private async Task<Result<WorkspaceSnapshot>> ReadAsync(Entry entry, WorkspaceEntry workspace, string stamp, int changes)
    {
        await entry.Turn.WaitAsync();
        try
        {
            if (!(await OpenAsync(entry, workspace, CancellationToken.None)).TryGet(out var open, out var reasons))
            {
                return Result.Refused<WorkspaceSnapshot>(reasons);
            }

            var documents = open.Documents.Stamp;
            var snapshot = await WorkspaceSnapshot.ReadAsync(open, FolderOf(workspace), entry.Last, CancellationToken.None);
            entry.Keep(stamp, snapshot, changes, documents, clock.GetTimestamp());
            _ = WarmAsync(snapshot, entry.Warming());
            return Result.Accepted(snapshot);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    /// <summary>Works out beside the pages what the first of each kind would wait for.</summary>
    private static async Task WarmAsync(WorkspaceSnapshot snapshot, CancellationToken ct)
    {
        try
        {
            await Task.Run(() => SnapshotStudy.Of(snapshot).Warm(ct), ct);
        }
        catch (OperationCanceledException)
        {
            // A newer reading came, or the server stops.
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

    /// <summary>A reading of a workspace.</summary>
    /// <param name="Stamp">What its files were.</param>
    /// <param name="Snapshot">What was read.</param>
    /// <param name="Documents">How much the documents' store had kept.</param>
    /// <param name="At">When, by the steady clock.</param>
    private sealed record Reading(string Stamp, WorkspaceSnapshot Snapshot, long Documents, long At);

    private sealed class Entry
    {
        private static readonly TimeSpan Often = TimeSpan.FromSeconds(3);
        private readonly Lock _gate = new();
        private (string Stamp, Task<Result<WorkspaceSnapshot>> Task)? _underWay;
        private int _changes;

        private CancellationTokenSource? _warming;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Workspace? Workspace { get; set; }

        /// <summary>The reading pages may show; null while a change was not read yet.</summary>
        public Reading? Read { get; private set; }

        /// <summary>Whether readers of documents sent something since a reading was made, and that is long enough ago: engagement and scores follow within seconds, and a flood of beats does not make pages read all the time.</summary>
        public bool WasReadBy(Reading reading, TimeProvider clock) => Workspace is { } open && open.Documents.Stamp != reading.Documents && clock.GetElapsedTime(reading.At) > Often;

        /// <summary>The last reading, however old: its facts may still hold.</summary>
        public WorkspaceSnapshot? Last { get; private set; }

        /// <summary>The reading under way, or a new one; a failed one is not kept.</summary>
        public Task<Result<WorkspaceSnapshot>> ReadingOf(string stamp, Func<int, Task<Result<WorkspaceSnapshot>>> begin)
        {
            lock (_gate)
            {
                var key = stamp + " " + Format.Whole(_changes);
                if (_underWay is not { } found || found.Stamp != key || found.Task.IsCompleted)
                {
                    var changes = _changes;
                    _underWay = (key, Task.Run(() => begin(changes)));
                }

                return _underWay.Value.Task;
            }
        }

        /// <summary>Keeps a reading; pages show it only when nothing changed while it was made.</summary>
        public void Keep(string stamp, WorkspaceSnapshot snapshot, int changes, long documents, long at)
        {
            lock (_gate)
            {
                Last = snapshot;
                Read = changes == _changes ? new Reading(stamp, snapshot, documents, at) : null;
            }
        }

        /// <summary>A token for working on the newest reading; work on earlier ones stops.</summary>
        public CancellationToken Warming()
        {
            var next = new CancellationTokenSource();
            Stop(Interlocked.Exchange(ref _warming, next));
            return next.Token;
        }

        public void StopWarming() => Stop(Interlocked.Exchange(ref _warming, null));

        private static void Stop(CancellationTokenSource? earlier)
        {
            earlier?.Cancel();
            earlier?.Dispose();
        }

        public void Forget()
        {
            lock (_gate)
            {
                Read = null;
                _changes++;
            }
        }
    }
}
