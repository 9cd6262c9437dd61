namespace Kindred.Documents.Rendering;

/// <summary>What a PDF is, as far as showing it needs.</summary>
/// <param name="Sizes">Size of each page, in order.</param>
/// <param name="Words">Words of each page; Korean, Chinese and Japanese text counts two characters as a word, as it has no reliable spaces.</param>
/// <param name="HasScript">Whether it holds JavaScript. Viewers never get the file, only pictures of its pages.</param>
public sealed record PdfFacts(IReadOnlyList<PageSize> Sizes, IReadOnlyList<int> Words, bool HasScript)
{
    /// <summary>Number of pages.</summary>
    public int Pages => Sizes.Count;
}
