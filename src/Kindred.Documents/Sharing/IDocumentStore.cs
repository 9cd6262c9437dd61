using Kindred.Documents.Tracking;

namespace Kindred.Documents.Sharing;

/// <summary>Keeps documents, links, viewers, views and what they sent. Files of documents lie beside the database, not in it.</summary>
public interface IDocumentStore
{
    /// <summary>All documents, removed ones too, in the order they were made.</summary>
    Task<IReadOnlyList<SharedDocument>> DocumentsAsync(CancellationToken ct);

    /// <summary>Adds a document with its first version.</summary>
    Task AddDocumentAsync(SharedDocument document, CancellationToken ct);

    /// <summary>Adds a version.</summary>
    Task AddVersionAsync(string document, DocumentVersion version, CancellationToken ct);

    /// <summary>Changes title and type, the tags of the newest version, and whether the document is away.</summary>
    Task ChangeDocumentAsync(SharedDocument document, CancellationToken ct);

    /// <summary>All links in the order they were made.</summary>
    Task<IReadOnlyList<ShareLink>> LinksAsync(CancellationToken ct);

    /// <summary>Adds links in one transaction.</summary>
    Task AddLinksAsync(IReadOnlyList<ShareLink> links, CancellationToken ct);

    /// <summary>Changes a link, unless somebody changed it meanwhile.</summary>
    /// <param name="link">As it shall be; its revision is one above the stored one.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Whether it was changed.</returns>
    Task<bool> ChangeLinkAsync(ShareLink link, CancellationToken ct);

    /// <summary>Lets a viewer in and counts the opening, in one step: of many at once no more get in than the link allows.</summary>
    /// <returns>The link's openings now; null when it is used up, closed or of another revision.</returns>
    Task<int?> AdmitAsync(Viewer viewer, CancellationToken ct);

    /// <summary>The viewer of a cookie, or null.</summary>
    Task<Viewer?> ViewerAsync(string id, CancellationToken ct);

    /// <summary>Viewers of links.</summary>
    Task<IReadOnlyList<Viewer>> ViewersAsync(CancellationToken ct);

    /// <summary>Deletes viewers with their views and everything they sent, in one transaction.</summary>
    /// <param name="viewers">Ids; unknown ones are passed over.</param>
    /// <param name="ct">Stops; nothing is deleted then.</param>
    Task ForgetAsync(IReadOnlyCollection<string> viewers, CancellationToken ct);

    /// <summary>Counts a try and returns the count with it; both counts in one step.</summary>
    Task<IReadOnlyList<GuessCount>> CountGuessAsync(IReadOnlyList<string> keys, DateTimeOffset now, CancellationToken ct);

    /// <summary>Takes one try off each count: it was right.</summary>
    Task GiveBackGuessAsync(IReadOnlyList<string> keys, CancellationToken ct);

    /// <summary>Keeps a code, unless one was sent a moment ago or too many today.</summary>
    /// <returns>Whether it was kept and may be sent.</returns>
    Task<bool> AddCodeAsync(OneTimeCode code, CancellationToken ct);

    /// <summary>Tries a code: counted, compared and used up in one step.</summary>
    /// <returns>Whether it was right.</returns>
    Task<bool> UseCodeAsync(string link, string email, string hash, DateTimeOffset now, CancellationToken ct);

    /// <summary>Starts a view.</summary>
    Task AddViewAsync(DocumentView view, CancellationToken ct);

    /// <summary>Views of a document, or of all.</summary>
    Task<IReadOnlyList<DocumentView>> ViewsAsync(string? document, CancellationToken ct);

    /// <summary>Events of a document's views, or of all, in the order they were kept.</summary>
    Task<IReadOnlyList<ViewEvent>> EventsAsync(string? document, CancellationToken ct);

    /// <summary>Keeps events; returns when they are on the disk. Many callers share one commit.</summary>
    /// <returns>For each whether it was new, known already, or another body under a known id.</returns>
    Task<IReadOnlyList<EventVerdict>> KeepAsync(IReadOnlyList<ViewEvent> events, CancellationToken ct);

    /// <summary>A number that grows with everything kept through this store; while it stays, a reading holds.</summary>
    long Stamp { get; }
}

/// <summary>What became of an event.</summary>
public enum EventVerdict
{
    /// <summary>Kept.</summary>
    Kept,

    /// <summary>Kept before, with the same body.</summary>
    Repeated,

    /// <summary>Another body is kept under this id: the first one stays.</summary>
    Conflicting,
}
