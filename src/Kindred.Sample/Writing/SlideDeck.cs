using System.Globalization;
using System.Text;

namespace Kindred.Sample.Writing;

/// <summary>Writes a plain PDF of slides or sheets: a title, a few lines, a bar of colour. Fonts are not embedded, so the viewer takes one of the system's Korean fonts.</summary>
internal static class SlideDeck
{
    /// <summary>Writes a deck.</summary>
    /// <param name="path">File.</param>
    /// <param name="width">Points.</param>
    /// <param name="height">Points.</param>
    /// <param name="pages">Title and lines of each page.</param>
    public static void Write(string path, int width, int height, IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> pages)
    {
        using var file = File.Create(path);
        var offsets = new List<long>();
        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Object(string body)
        {
            offsets.Add(file.Position);
            Text(Whole(offsets.Count) + " 0 obj\n" + body + "\nendobj\n");
        }

        Text("%PDF-1.4\n");
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {Whole(pages.Count)} /Kids [{string.Join(' ', Enumerable.Range(0, pages.Count).Select(page => Whole(6 + (2 * page)) + " 0 R"))}] >>");
        Object("<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [4 0 R] >>");
        Object("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /DW 1000 /W [1 94 540] /FontDescriptor 5 0 R >>");
        Object("<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 6 /FontBBox [0 -148 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -148 /CapHeight 880 /StemV 80 >>");
        for (var page = 0; page < pages.Count; page++)
        {
            Object($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Whole(width)} {Whole(height)}] /Resources << /Font << /F 3 0 R >> >> /Contents {Whole(7 + (2 * page))} 0 R >>");
            var content = Content(width, height, pages[page], page + 1, pages.Count);
            Object($"<< /Length {Whole(content.Length)} >>\nstream\n{content}endstream");
        }

        var xref = file.Position;
        Text($"xref\n0 {Whole(offsets.Count + 1)}\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Text($"trailer\n<< /Size {Whole(offsets.Count + 1)} /Root 1 0 R >>\nstartxref\n{Whole(xref)}\n%%EOF\n");
    }

    private static string Content(int width, int height, (string Title, IReadOnlyList<string> Lines) page, int number, int of)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"0.12 0.37 0.75 rg 0 {height - 12} {width} 12 re f\n0.1 0.13 0.18 rg\n");
        Line(text, 56, height - 110, Math.Min(34, width / 18), page.Title);
        for (var i = 0; i < page.Lines.Count; i++)
        {
            Line(text, 56, height - 180 - (i * 42), Math.Min(20, width / 30), page.Lines[i]);
        }

        text.Append("0.4 0.45 0.5 rg\n");
        Line(text, 56, 28, 11, "매듭 (가상), Maedeup (fictional)");
        Line(text, width - 90, 28, 11, Whole(number) + " / " + Whole(of));
        return text.ToString();
    }

    private static void Line(StringBuilder content, int x, int y, int size, string text) =>
        content.Append(CultureInfo.InvariantCulture, $"BT /F {size} Tf {x} {y} Td <{string.Concat(text.Select(letter => ((int)letter).ToString("X4", CultureInfo.InvariantCulture)))}> Tj ET\n");

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
