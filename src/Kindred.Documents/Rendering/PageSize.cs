namespace Kindred.Documents.Rendering;

/// <summary>Size of a page as it is shown, its rotation applied.</summary>
/// <param name="Width">Points (1/72 inch).</param>
/// <param name="Height">Points.</param>
public sealed record PageSize(double Width, double Height);
