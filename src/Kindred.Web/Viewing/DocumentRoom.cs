using System.Collections.Immutable;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Storage;

namespace Kindred.Web.Viewing;

/// <summary>Documents and links of one workspace, in memory beside their store.</summary>
public sealed class DocumentRoom : IDisposable
{
    private readonly Lock _gate = new();
    private ImmutableDictionary<string, ShareLink> _links;
    private ImmutableList<string> _order;
    private ImmutableDictionary<string, SharedDocument> _documents;

    private DocumentRoom(WorkspaceEntry workspace, Workspace open, string folder, TimeProvider clock, IReadOnlyList<SharedDocument> documents, IReadOnlyList<ShareLink> links)
    {
        Workspace = workspace;
        Store = open.Documents;
        Pictures = new PagePictures(folder, Jail.OfThisMachine);
        Upload = new UploadDocument(Store, Pictures, Jail.OfThisMachine, clock);
        _links = links.ToImmutableDictionary(link => link.Id, StringComparer.Ordinal);
        _order = [.. links.Select(link => link.Id)];
        _documents = documents.ToImmutableDictionary(document => document.Id, StringComparer.Ordinal);
    }

    /// <summary>The workspace.</summary>
    public WorkspaceEntry Workspace { get; }

    /// <summary>Where all is kept.</summary>
    public IDocumentStore Store { get; }

    /// <summary>Pictures of pages.</summary>
    public PagePictures Pictures { get; }

    /// <summary>Takes files.</summary>
    public UploadDocument Upload { get; }

    /// <summary>Links in the order they were made.</summary>
    public IReadOnlyList<ShareLink> Links => [.. _order.Select(id => _links[id])];

    /// <summary>Documents in the order they were made.</summary>
    public IReadOnlyList<SharedDocument> Documents => [.. _documents.Values.OrderBy(document => document.CreatedAt).ThenBy(document => document.Id, StringComparer.Ordinal)];

    /// <summary>Reads them.</summary>
    public static async Task<DocumentRoom> ReadAsync(WorkspaceEntry workspace, Workspace open, string folder, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new DocumentRoom(workspace, open, folder, clock, await open.Documents.DocumentsAsync(ct), await open.Documents.LinksAsync(ct));
    }

    /// <summary>A document, or null.</summary>
    public SharedDocument? Document(string id) => _documents.GetValueOrDefault(id);

    /// <summary>A link, or null.</summary>
    public ShareLink? Link(string id) => _links.GetValueOrDefault(id);

    /// <summary>Reads a document again after it changed.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        var documents = await Store.DocumentsAsync(ct);
        lock (_gate)
        {
            _documents = documents.ToImmutableDictionary(document => document.Id, StringComparer.Ordinal);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Pictures.Dispose();

    /// <summary>Takes over links as they are stored now.</summary>
    internal void Keep(IReadOnlyList<ShareLink> links)
    {
        lock (_gate)
        {
            _order = _order.AddRange(links.Where(link => !_links.ContainsKey(link.Id)).Select(link => link.Id));
            _links = _links.SetItems(links.Select(link => KeyValuePair.Create(link.Id, link)));
        }
    }

    /// <summary>One more opening.</summary>
    internal void Counted(string link)
    {
        lock (_gate)
        {
            _links = _links.TryGetValue(link, out var known) ? _links.SetItem(link, known with { Opens = known.Opens + 1 }) : _links;
        }
    }
}
