namespace Kindred.Documents.Rendering;

/// <summary>A line of text where it stands on its page, for selecting, searching and reading aloud.</summary>
/// <param name="X">Left edge, as a share of the page's width.</param>
/// <param name="Y">Top edge, as a share of its height.</param>
/// <param name="Width">Width, as a share.</param>
/// <param name="Height">Height, as a share.</param>
/// <param name="Text">Words.</param>
public sealed record TextLine(double X, double Y, double Width, double Height, string Text);
