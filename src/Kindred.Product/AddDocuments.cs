using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Documents.Rendering;
using Kindred.Documents.Sharing;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>Takes PDFs into a workspace: single files, or a folder with a list (<c>documents.csv</c>: file, title, type, tags).</summary>
public static class AddDocuments
{
    /// <summary>Name of the list in a folder.</summary>
    public const string ListName = "documents.csv";

    /// <summary>Takes files. What is there already by its title and bytes is left as it is.</summary>
    /// <returns>Titles taken; refused: what uploading refuses. Documents before a refused one stay.</returns>
    public static async Task<Result<IReadOnlyList<string>>> RunAsync(Workspace workspace, string folder, IReadOnlyList<string> paths, string? title, DocumentType type, IReadOnlyList<string>? tags, string? by, TimeProvider clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(paths);
        using var pictures = new PagePictures(folder, Jail.OfThisMachine);
        var upload = new UploadDocument(workspace.Documents, pictures, Jail.OfThisMachine, clock);
        var there = (await workspace.Documents.DocumentsAsync(ct).ConfigureAwait(false)).Where(document => document.RemovedAt is null).Select(document => (document.Title, document.Current.Sha256)).ToHashSet();
        var taken = new List<string>();
        foreach (var entry in paths.SelectMany(path => Entries(path, title, type, tags)))
        {
            if (!File.Exists(entry.Path))
            {
                return Result.Refused<IReadOnlyList<string>>("documents.no-file", entry.Path, $"'{entry.Path}' 파일이 없어요.", $"There is no file '{entry.Path}'.");
            }

            var named = UploadDocument.TitleOf(entry.Title, Path.GetFileName(entry.Path));
            if (there.Contains((named, await HashAsync(entry.Path, ct).ConfigureAwait(false))))
            {
                continue;
            }

            if (!(await upload.NewAsync(entry.Path, Path.GetFileName(entry.Path), named, entry.Type, by, ct, entry.Tags).ConfigureAwait(false)).TryGet(out _, out var reasons))
            {
                return Result.Refused<IReadOnlyList<string>>(reasons);
            }

            taken.Add(named);
        }

        return Result.Accepted<IReadOnlyList<string>>(taken);
    }

    private static IEnumerable<(string Path, string? Title, DocumentType Type, IReadOnlyList<string>? Tags)> Entries(string path, string? title, DocumentType type, IReadOnlyList<string>? tags)
    {
        if (!Directory.Exists(path))
        {
            return [(path, title, type, tags)];
        }

        var list = Path.Combine(path, ListName);
        if (!File.Exists(list))
        {
            return Directory.EnumerateFiles(path, "*.pdf").Order(StringComparer.Ordinal).Select(file => (file, (string?)null, type, tags));
        }

        return File.ReadAllLines(list).Skip(1).Select(line => line.TrimStart('\uFEFF').Split(',')).Where(cells => cells.Length >= 4)
            .Select(cells => (Path.Combine(path, Path.GetFileName(cells[0])), (string?)cells[1].Trim('"'), Enum.TryParse<DocumentType>(cells[2], ignoreCase: true, out var read) ? read : type, (IReadOnlyList<string>?)cells[3].Trim('"').Split(';')));
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stream, ct).ConfigureAwait(false));
    }
}
