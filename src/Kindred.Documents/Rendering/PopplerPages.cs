using System.Globalization;
using System.Text;
using System.Xml;
using Kindred.Core.Basics;

namespace Kindred.Documents.Rendering;

/// <summary>Draws pages as JPEG and finds the text on them, with poppler in the jail.</summary>
public sealed class PopplerPages(Jail jail)
{
    /// <summary>Most pixels of a drawn page.</summary>
    private const double MostPixels = 40e6;
    private static readonly JailLimits Limits = new();

    /// <summary>Draws one page.</summary>
    /// <param name="path">The PDF.</param>
    /// <param name="page">From 1.</param>
    /// <param name="size">Its size.</param>
    /// <param name="width">Pixels across; fewer where the page would have more than 40 million pixels.</param>
    /// <param name="ct">Stops drawing.</param>
    /// <param name="limits">Bounds; null for the defaults.</param>
    /// <returns>JPEG bytes; refused: <c>documents.unreadable</c>, <c>documents.too-heavy</c>.</returns>
    public async Task<Result<byte[]>> DrawAsync(string path, int page, PageSize size, int width, CancellationToken ct, JailLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(size);
        var number = page.ToString(CultureInfo.InvariantCulture);
        var (across, down) = Pixels(size, width);
        var drawn = await jail.RunAsync(path, limits ?? Limits, ct, "pdftoppm", "-jpeg", "-jpegopt", "quality=82,optimize=y", "-f", number, "-l", number, "-singlefile", "-scale-to-x", across.ToString(CultureInfo.InvariantCulture), "-scale-to-y", down.ToString(CultureInfo.InvariantCulture), "-").ConfigureAwait(false);
        return drawn is { Succeeded: true, Output: [0xFF, 0xD8, ..] } ? Result.Accepted(drawn.Output)
            : Result.Refused<byte[]>(drawn.TimedOut || drawn.TooMuch || drawn.ExitCode > 128 ? DocumentChecks.TookTooLong(number) : DocumentChecks.Unreadable(number));
    }

    /// <summary>Pixels of a page drawn so wide.</summary>
    public static (int Across, int Down) Pixels(PageSize size, int width)
    {
        ArgumentNullException.ThrowIfNull(size);
        var shape = size.Height / size.Width;
        var across = Math.Min(width, Math.Sqrt(MostPixels / shape));
        return (Math.Max(1, (int)across), Math.Max(1, (int)Math.Round(across * shape)));
    }

    /// <summary>Lines of a page and where they stand; none where the text cannot be read.</summary>
    public async Task<IReadOnlyList<TextLine>> TextAsync(string path, int page, CancellationToken ct)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var found = await jail.RunAsync(path, Limits with { OutputBytes = 8 << 20 }, ct, "pdftotext", "-bbox-layout", "-f", number, "-l", number, "-", "-").ConfigureAwait(false);
        return found.Succeeded ? Lines(found.Output) : [];
    }

    internal static IReadOnlyList<TextLine> Lines(byte[] xhtml)
    {
        var lines = new List<TextLine>();
        var (width, height) = (0.0, 0.0);
        (double X, double Y, double Right, double Bottom) box = default;
        var words = new StringBuilder();
        try
        {
            // Characters XML does not allow can stand in a PDF: blanked before reading.
            var text = new string([.. Encoding.UTF8.GetString(xhtml).Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : ' ')]);
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "line")
                {
                    Add(lines, box, width, height, words.ToString());
                }

                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (reader.LocalName)
                {
                    case "page":
                        (width, height) = (Attribute(reader, "width"), Attribute(reader, "height"));
                        break;
                    case "line":
                        box = (Attribute(reader, "xMin"), Attribute(reader, "yMin"), Attribute(reader, "xMax"), Attribute(reader, "yMax"));
                        words.Clear();
                        break;
                    case "word":
                        words.Append(words.Length > 0 ? " " : "").Append(reader.ReadElementContentAsString());

                        // Reading the content moved on to the next node, which may be the end of the line.
                        if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "line" })
                        {
                            Add(lines, box, width, height, words.ToString());
                        }

                        break;
                    default:
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // What was read until here is shown; the rest of the page has no text layer.
        }

        return lines;
    }

    private static void Add(List<TextLine> lines, (double X, double Y, double Right, double Bottom) box, double width, double height, string text)
    {
        if (text.Length > 0 && width > 0 && height > 0 && box.Right > box.X && box.Bottom > box.Y)
        {
            lines.Add(new TextLine(Math.Clamp(box.X / width, 0, 1), Math.Clamp(box.Y / height, 0, 1), Math.Min(1, (box.Right - box.X) / width), Math.Min(1, (box.Bottom - box.Y) / height), text));
        }
    }

    private static double Attribute(XmlReader reader, string name) => double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
}
