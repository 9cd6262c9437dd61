using Kindred.Core.Engagement;
using Kindred.Documents.Rendering;

namespace Kindred.Documents.Sharing;

/// <summary>A document of the team.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Title">As shown to the team and to readers.</param>
/// <param name="Type">What it is for.</param>
/// <param name="CreatedAt">When it was first uploaded.</param>
/// <param name="RemovedAt">Since when it is away: its links are closed, what was read stays. Null while it is there.</param>
/// <param name="Versions">Newest last; never empty.</param>
public sealed record SharedDocument(string Id, string Title, DocumentType Type, DateTimeOffset CreatedAt, DateTimeOffset? RemovedAt, IReadOnlyList<DocumentVersion> Versions)
{
    /// <summary>The version readers see.</summary>
    public DocumentVersion Current => Versions[^1];
}

/// <summary>One upload of a document.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="FileName">Name of the file as uploaded.</param>
/// <param name="Sha256">Hash of the bytes, lower-case hexadecimal.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sizes">Size of each page.</param>
/// <param name="Words">Words of each page.</param>
/// <param name="Tags">What each page is about; an empty text where nobody said.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="UploadedBy">By whom, or null.</param>
public sealed record DocumentVersion(int Number, string FileName, string Sha256, long Bytes, IReadOnlyList<PageSize> Sizes, IReadOnlyList<int> Words, IReadOnlyList<string> Tags, DateTimeOffset UploadedAt, string? UploadedBy)
{
    /// <summary>Number of pages.</summary>
    public int Pages => Sizes.Count;
}
