using System.Security.Cryptography;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Members;
using Kindred.Documents.Rendering;

namespace Kindred.Documents.Sharing;

/// <summary>Takes an uploaded PDF as a new document, or as a new version under the same links.</summary>
/// <param name="store">Where documents are kept.</param>
/// <param name="pictures">Where files lie.</param>
/// <param name="jail">Where programs run.</param>
/// <param name="clock">The clock.</param>
public sealed class UploadDocument(IDocumentStore store, PagePictures pictures, Jail jail, TimeProvider clock)
{
    /// <summary>Longest title.</summary>
    public const int MostTitle = 120;

    private static readonly SemaphoreSlim Versions = new(1, 1);

    /// <summary>Takes a file as a new document.</summary>
    /// <param name="path">Where the upload lies; it is copied.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="title">Title; the file's name where empty.</param>
    /// <param name="type">What it is for.</param>
    /// <param name="by">Who uploads, or null.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>The document; refused: what <see cref="PdfIntake.LookAsync"/> refuses.</returns>
    public async Task<Result<SharedDocument>> NewAsync(string path, string fileName, string? title, DocumentType type, string? by, CancellationToken ct, IReadOnlyList<string>? tags = null)
    {
        var id = Randomness.System.Name();
        var read = await KeepAsync(path, fileName, id, 1, by, tags, ct).ConfigureAwait(false);
        if (!read.TryGet(out var version, out var reasons))
        {
            return Result.Refused<SharedDocument>(reasons);
        }

        var document = new SharedDocument(id, TitleOf(title, fileName), type, clock.GetUtcNow(), null, [version]);
        await store.AddDocumentAsync(document, ct).ConfigureAwait(false);
        return Result.Accepted(document);
    }

    /// <summary>Takes a file as the newest version: links stay and show it from now on. Tags stay with their page numbers.</summary>
    public async Task<Result<DocumentVersion>> AgainAsync(SharedDocument document, string path, string fileName, string? by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        // One after another, on the newest: two at once would take one number and one file.
        await Versions.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var newest = (await store.DocumentsAsync(ct).ConfigureAwait(false)).Single(stored => stored.Id == document.Id).Current;
            var read = await KeepAsync(path, fileName, document.Id, newest.Number + 1, by, newest.Tags, ct).ConfigureAwait(false);
            if (read.TryGet(out var version, out _))
            {
                await store.AddVersionAsync(document.Id, version, ct).ConfigureAwait(false);
            }

            return read;
        }
        finally
        {
            Versions.Release();
        }
    }

    /// <summary>A title without control and direction characters, or the file's name without its ending.</summary>
    public static string TitleOf(string? title, string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var given = Clean(title ?? "");
        var text = given.Length > 0 ? given : Clean(Path.GetFileNameWithoutExtension(fileName));
        return text.Length == 0 ? "PDF" : text.Length > MostTitle ? text[..MostTitle] : text;
    }

    /// <summary>Text of people without characters that hide or turn other text.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new string([.. text.Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) is not (System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate or System.Globalization.UnicodeCategory.PrivateUse))]).Trim();
    }

    private async Task<Result<DocumentVersion>> KeepAsync(string path, string fileName, string id, int number, string? by, IReadOnlyList<string>? tags, CancellationToken ct)
    {
        if (!(await new PdfIntake(jail).LookAsync(path, Clean(fileName), ct).ConfigureAwait(false)).TryGet(out var facts, out var reasons))
        {
            return Result.Refused<DocumentVersion>(reasons);
        }

        var file = pictures.FileOf(id, number);
        Directory.CreateDirectory(pictures.FolderOf(id));
        File.Copy(path, file, overwrite: true);
        await using var stream = File.OpenRead(file);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct).ConfigureAwait(false));
        return Result.Accepted(new DocumentVersion(number, Clean(fileName), hash, stream.Length, facts.Sizes, facts.Words, [.. Enumerable.Range(0, facts.Pages).Select(page => page < (tags?.Count ?? 0) ? tags![page] : "")], clock.GetUtcNow(), by));
    }
}
