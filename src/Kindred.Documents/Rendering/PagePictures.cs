using System.Collections.Concurrent;
using Kindred.Core.Basics;
using Kindred.Documents.Sharing;

namespace Kindred.Documents.Rendering;

/// <summary>Pictures of pages, drawn when first asked for and kept beside the file. At most three programs draw at once.</summary>
/// <param name="root">The workspace's folder; documents lie in its sub-folder <c>documents</c>.</param>
/// <param name="jail">Where programs run.</param>
public sealed class PagePictures(string root, Jail jail) : IDisposable
{
    /// <summary>Widths that are drawn, in pixels: for the team's strip, for screens, for close looks.</summary>
    public static readonly IReadOnlyList<int> Widths = [240, 960, 1920];

    private const int MostMarked = 96;
    private const int MostTexts = 500;
    private readonly ConcurrentDictionary<string, IReadOnlyList<TextLine>> _texts = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turns = new(3, 3);
    private readonly ConcurrentDictionary<string, Task<Result<byte[]>>> _underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (byte[] Picture, long Used)> _marked = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>Folder of a document. Ids are ours: 32 hexadecimal digits.</summary>
    public string FolderOf(string document) => IsId(document) ? Path.Combine(root, "documents", document) : throw new ArgumentException("No id of a document.", nameof(document));

    /// <summary>File of a version as it was uploaded.</summary>
    public string FileOf(string document, int version) => Path.Combine(FolderOf(document), "v" + Format.Whole(version) + ".pdf");

    /// <summary>The picture of a page.</summary>
    /// <param name="document">The document.</param>
    /// <param name="version">Its version.</param>
    /// <param name="page">From 1; has to exist.</param>
    /// <param name="width">One of <see cref="Widths"/>.</param>
    /// <param name="mark">Text burnt in, or null.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Result<byte[]>> OfAsync(SharedDocument document, DocumentVersion version, int page, int width, string? mark, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(version);
        var plain = await PlainAsync(document.Id, version, page, width, ct).ConfigureAwait(false);
        if (mark is null || !plain.TryGet(out var picture, out _))
        {
            return plain;
        }

        var key = string.Join('|', document.Id, Format.Whole(version.Number), Format.Whole(page), Format.Whole(width), mark);
        if (_marked.TryGetValue(key, out var known))
        {
            _marked[key] = (known.Picture, Interlocked.Increment(ref _uses));
            return Result.Accepted(known.Picture);
        }

        var marked = await OnceAsync(key, async () =>
        {
            var (across, down) = PopplerPages.Pixels(version.Sizes[page - 1], width);
            return await new Watermark(jail).BurnAsync(picture, across, down, mark, CancellationToken.None).ConfigureAwait(false);
        }, ct).ConfigureAwait(false);
        if (marked.TryGet(out var made, out _))
        {
            _marked[key] = (made, Interlocked.Increment(ref _uses));
            foreach (var old in _marked.OrderByDescending(entry => entry.Value.Used).Skip(MostMarked).Select(entry => entry.Key).ToArray())
            {
                _marked.TryRemove(old, out _);
            }
        }

        return marked;
    }

    /// <summary>Lines of text on a page.</summary>
    public async Task<IReadOnlyList<TextLine>> TextAsync(string document, int version, int page, CancellationToken ct)
    {
        var key = string.Join('|', document, Format.Whole(version), Format.Whole(page));
        if (_texts.TryGetValue(key, out var known))
        {
            return known;
        }

        // In turn with the pictures: who asks for words in a loop gets no more programs than who asks for pages.
        await _turns.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var lines = _texts.TryGetValue(key, out known) ? known : await new PopplerPages(jail).TextAsync(FileOf(document, version), page, ct).ConfigureAwait(false);
            if (_texts.Count >= MostTexts)
            {
                _texts.Clear();
            }

            return _texts[key] = lines;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    internal static bool IsId(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);

    private async Task<Result<byte[]>> PlainAsync(string document, DocumentVersion version, int page, int width, CancellationToken ct)
    {
        var path = Path.Combine(FolderOf(document), $"v{Format.Whole(version.Number)}-p{Format.Whole(page)}-{Format.Whole(width)}.jpg");
        return File.Exists(path)
            ? Result.Accepted(await File.ReadAllBytesAsync(path, ct).ConfigureAwait(false))
            : await OnceAsync(path, async () =>
            {
                var drawn = await new PopplerPages(jail).DrawAsync(FileOf(document, version.Number), page, version.Sizes[page - 1], width, CancellationToken.None).ConfigureAwait(false);
                if (drawn.TryGet(out var picture, out _))
                {
                    // Beside its place and then moved: nobody reads half a picture.
                    var half = path + "." + Format.Whole(Interlocked.Increment(ref _uses)) + ".tmp";
                    await File.WriteAllBytesAsync(half, picture).ConfigureAwait(false);
                    File.Move(half, path, overwrite: true);
                }

                return drawn;
            }, ct).ConfigureAwait(false);
    }

    /// <summary>Draws a thing once, however many ask; who goes away does not stop it for the others.</summary>
    private async Task<Result<byte[]>> OnceAsync(string key, Func<Task<Result<byte[]>>> draw, CancellationToken ct)
    {
        var task = _underWay.GetOrAdd(key, _ => Task.Run(async () =>
        {
            await _turns.WaitAsync().ConfigureAwait(false);
            try
            {
                return await draw().ConfigureAwait(false);
            }
            finally
            {
                _turns.Release();
                _underWay.TryRemove(key, out Task<Result<byte[]>>? _);
            }
        }, CancellationToken.None));
        return await task.WaitAsync(ct).ConfigureAwait(false);
    }
}
