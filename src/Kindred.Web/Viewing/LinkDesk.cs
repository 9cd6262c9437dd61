using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using Kindred.Core.Members;
using Kindred.Documents.Sharing;
using Kindred.Documents.Tracking;

namespace Kindred.Web.Viewing;

/// <summary>Every link of every workspace, in memory: a public address is looked up without the database, and a link that was closed is closed for the next byte. All changes of links go through here.</summary>
public sealed class LinkDesk : IDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private readonly string _data;
    private readonly Hosting.WorkspaceDesk _desk;
    private readonly MembersModule _members;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, SharedLink> _byToken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<WorkspaceId, Task<DocumentRoom?>> _rooms = new();
    private readonly ConcurrentDictionary<string, Viewer> _viewers = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<DocumentRoom> _open = [];
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly HashSet<WorkspaceId> _loaded = [];
    private long _looked;

    /// <summary>Over the open workspaces.</summary>
    public LinkDesk(string data, Hosting.WorkspaceDesk desk, MembersModule members, TimeProvider clock)
    {
        (_data, _desk, _members, _clock) = (data, desk, members, clock);
        Seals = new Seals(KeyOf(data));
        Tokens = new ViewTokens(Seals);
        Settings = SharingSettings.Read(data);
        Mail = new MailPost(() => Settings);
        Post = new LinkPost(Mail);
    }

    /// <summary>Signs what goes out.</summary>
    public Seals Seals { get; }

    /// <summary>Tokens of views.</summary>
    public ViewTokens Tokens { get; }

    /// <summary>What the owner set about sharing.</summary>
    public SharingSettings Settings { get; private set; }

    /// <summary>The way out for every mail.</summary>
    public MailPost Mail { get; }

    /// <summary>Sends mail to people who open links.</summary>
    public LinkPost Post { get; }

    /// <summary>Keeps other settings.</summary>
    public void Change(SharingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Write(_data);
        Settings = settings;
    }

    /// <summary>The link of a public address; null when there is none. One look into memory, whatever the answer.</summary>
    public async ValueTask<SharedLink?> FindAsync(string? token, CancellationToken ct)
    {
        if (!PublicTokens.IsToken(token))
        {
            return null;
        }

        // Known ones first: no beat asks the database which workspaces there are.
        if (_byToken.TryGetValue(token!, out var known))
        {
            return known;
        }

        await LoadAsync(ct);
        return _byToken.GetValueOrDefault(token!);
    }

    /// <summary>Documents of a workspace; null when it cannot be opened.</summary>
    public async Task<DocumentRoom?> RoomAsync(WorkspaceEntry workspace, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var room = await _rooms.GetOrAdd(workspace.Id, _ => OpenAsync(workspace)).WaitAsync(ct);
        if (room is null)
        {
            _rooms.TryRemove(workspace.Id, out _);
        }

        return room;
    }

    /// <summary>Whoever may enter at a link.</summary>
    public EnterLink EnterAt(SharedLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new EnterLink(link.Room.Store, _members.Hasher, Seals, _clock, Post);
    }

    /// <summary>After somebody was let in.</summary>
    public void Entered(SharedLink link, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(viewer);
        _viewers[viewer.Id] = viewer;
        if (!viewer.IsTeam)
        {
            link.Room.Counted(link.Link.Id);
            Publish(link.Room, link.Link.Id);
        }
    }

    /// <summary>Who holds a cookie of a link; null when the session does not open it (any more).</summary>
    public async ValueTask<Viewer?> ViewerAsync(SharedLink link, string? secret, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (secret is not { Length: 2 * PublicTokens.Length })
        {
            return null;
        }

        var id = EnterLink.IdOf(secret);
        if (!_viewers.TryGetValue(id, out var viewer))
        {
            viewer = await link.Room.Store.ViewerAsync(id, ct);
            if (viewer is null)
            {
                return null;
            }

            if (_viewers.Count > 50_000)
            {
                _viewers.Clear();
            }

            _viewers[id] = viewer;
        }

        return viewer.Opens(link.Link, _clock.GetUtcNow()) ? viewer : null;
    }

    /// <summary>Whether a cookie once opened this link, closed or not.</summary>
    public async ValueTask<bool> WasLetInAsync(SharedLink link, string? secret, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(link);
        return secret is { Length: 2 * PublicTokens.Length } && (await link.Room.Store.ViewerAsync(EnterLink.IdOf(secret), ct))?.Link == link.Link.Id;
    }

    /// <summary>Adds links.</summary>
    public async Task AddAsync(DocumentRoom room, IReadOnlyList<ShareLink> links, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(links);
        await room.Store.AddLinksAsync(links, ct);
        room.Keep(links);
        foreach (var link in links)
        {
            _byToken[link.Token] = new SharedLink(link, room);
        }
    }

    /// <summary>Deletes what is kept about a reader: sessions, views, what their browsers sent, and their address at links made for them.</summary>
    /// <returns>Sessions deleted.</returns>
    public async Task<int> ForgetAsync(DocumentRoom room, string email, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(email);
        var key = email.Trim().ToLowerInvariant();
        var forLinks = room.Links.Where(link => link.Recipient == key).ToArray();
        var their = forLinks.Select(link => link.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var link in forLinks)
        {
            await ChangeAsync(room, link with { Recipient = null, Label = "–", Revision = link.Revision + 1 }, ct);
        }

        return await ForgetAsync(room, viewer => viewer.Email == key || (viewer.Email is null && their.Contains(viewer.Link)), ct);
    }

    /// <summary>Deletes readers whose last visit is longer ago than the notice says.</summary>
    /// <returns>Sessions deleted, over all workspaces.</returns>
    public async Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var (gone, before) = (0, _clock.GetUtcNow() - SharingSettings.KeptFor);
        foreach (var workspace in await _desk.ListAsync(ct))
        {
            if (await RoomAsync(workspace, ct) is not { } room)
            {
                continue;
            }

            // What counts is the reader's last visit: who came back is kept whole.
            var last = (await room.Store.ViewersAsync(ct)).GroupBy(viewer => viewer.Email ?? viewer.Id, StringComparer.Ordinal).Where(reader => reader.Max(viewer => viewer.StartedAt) < before).Select(reader => reader.Key).ToHashSet(StringComparer.Ordinal);
            gone += last.Count == 0 ? 0 : await ForgetAsync(room, viewer => last.Contains(viewer.Email ?? viewer.Id), ct);
        }

        return gone;
    }

    /// <summary>Changes a link; sessions begun before end with it. False when somebody else changed it meanwhile.</summary>
    public async Task<bool> ChangeAsync(DocumentRoom room, ShareLink link, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(link);
        if (!await room.Store.ChangeLinkAsync(link, ct))
        {
            return false;
        }

        room.Keep([link]);
        Publish(room, link.Id);
        return true;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var room in _open)
        {
            room.Dispose();
        }

        _loading.Dispose();
    }

    private async Task<int> ForgetAsync(DocumentRoom room, Func<Viewer, bool> whom, CancellationToken ct)
    {
        string[] ids = [.. (await room.Store.ViewersAsync(ct)).Where(whom).Select(viewer => viewer.Id)];
        if (ids.Length == 0)
        {
            return 0;
        }

        await room.Store.ForgetAsync(ids, ct);
        foreach (var id in ids)
        {
            _viewers.TryRemove(id, out _);
        }

        return ids.Length;
    }

    private void Publish(DocumentRoom room, string link)
    {
        if (room.Link(link) is { } now)
        {
            _byToken[now.Token] = new SharedLink(now, room);
        }
    }

    /// <summary>Links of workspaces that came since the last look. Looked for at most once a second, so that guessing asks the memory and not the database.</summary>
    private async ValueTask LoadAsync(CancellationToken ct)
    {
        if (Interlocked.Read(ref _looked) is not 0 and var at && Stopwatch.GetElapsedTime(at) < LookAgain)
        {
            return;
        }

        await _loading.WaitAsync(ct);
        try
        {
            foreach (var workspace in await _desk.ListAsync(ct))
            {
                if (!_loaded.Contains(workspace.Id) && await RoomAsync(workspace, ct) is not null)
                {
                    _loaded.Add(workspace.Id);
                }
            }

            Interlocked.Exchange(ref _looked, Stopwatch.GetTimestamp());
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<DocumentRoom?> OpenAsync(WorkspaceEntry workspace)
    {
        if (!(await _desk.OpenAsync(workspace, CancellationToken.None)).TryGet(out var open, out _))
        {
            return null;
        }

        var room = await DocumentRoom.ReadAsync(workspace, open, _desk.FolderOf(workspace), _clock, CancellationToken.None);
        _open.Add(room);
        foreach (var link in room.Links)
        {
            _byToken[link.Token] = new SharedLink(link, room);
        }

        return room;
    }

    /// <summary>The key of this data folder, made once.</summary>
    private static byte[] KeyOf(string data)
    {
        var path = Path.Combine(data, "keys", "links.key");
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: >= 32 } known)
        {
            return known;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = RandomNumberGenerator.GetBytes(32);
        File.WriteAllBytes(path, key);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return key;
    }
}

/// <summary>A link and where it belongs.</summary>
/// <param name="Link">The link as it is now.</param>
/// <param name="Room">Documents of its workspace.</param>
public sealed record SharedLink(ShareLink Link, DocumentRoom Room);
