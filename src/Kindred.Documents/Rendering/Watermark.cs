using System.Globalization;
using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Documents.Rendering;

/// <summary>Burns who looks, when and from where into the picture of a page: the picture becomes a one-page PDF with the text over it, and poppler draws that again. It deters; it cannot prevent a photograph.</summary>
public sealed class Watermark(Jail jail)
{
    private const int MostLetters = 120;

    /// <summary>Draws the picture with the text across it.</summary>
    /// <param name="jpeg">A drawn page.</param>
    /// <param name="across">Its width in pixels.</param>
    /// <param name="down">Its height.</param>
    /// <param name="text">One line; Korean as it is.</param>
    /// <param name="ct">Stops drawing.</param>
    public async Task<Result<byte[]>> BurnAsync(byte[] jpeg, int across, int down, string text, CancellationToken ct)
    {
        var wrapped = Path.Combine(Path.GetTempPath(), "kindred-mark-" + Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)) + ".pdf");
        try
        {
            await File.WriteAllBytesAsync(wrapped, Wrap(jpeg, across, down, text), ct).ConfigureAwait(false);
            return await new PopplerPages(jail).DrawAsync(wrapped, 1, new PageSize(across, down), across, ct).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(wrapped);
        }
    }

    /// <summary>A PDF of one page: the picture, and over it the text in lines that rise, half transparent. The font is not embedded: poppler takes one of the system's Korean fonts.</summary>
    internal static byte[] Wrap(byte[] jpeg, int across, int down, string text)
    {
        ArgumentNullException.ThrowIfNull(jpeg);
        ArgumentNullException.ThrowIfNull(text);
        using var file = new MemoryStream();
        var offsets = new List<long>();
        void Write(string part) => file.Write(Encoding.Latin1.GetBytes(part));
        void Begin()
        {
            offsets.Add(file.Position);
            Write(Whole(offsets.Count) + " 0 obj\n");
        }

        var content = Encoding.Latin1.GetBytes(Content(across, down, text));
        Write("%PDF-1.4\n");
        Begin();
        Write("<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        Begin();
        Write("<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n");
        Begin();
        Write($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Whole(across)} {Whole(down)}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> /Font << /F 6 0 R >> /ExtGState << /G << /ca 0.30 /CA 0.30 >> >> >> >>\nendobj\n");
        Begin();
        Write($"<< /Length {Whole(content.Length)} >>\nstream\n");
        file.Write(content);
        Write("\nendstream\nendobj\n");
        Begin();
        Write($"<< /Type /XObject /Subtype /Image /Width {Whole(across)} /Height {Whole(down)} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length {Whole(jpeg.Length)} >>\nstream\n");
        file.Write(jpeg);
        Write("\nendstream\nendobj\n");
        Begin();
        Write("<< /Type /Font /Subtype /Type0 /BaseFont /HYGoThic-Medium /Encoding /UniKS-UCS2-H /DescendantFonts [7 0 R] >>\nendobj\n");
        Begin();
        Write("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HYGoThic-Medium /CIDSystemInfo << /Registry (Adobe) /Ordering (Korea1) /Supplement 1 >> /DW 1000 /W [1 94 520] /FontDescriptor 8 0 R >>\nendobj\n");
        Begin();
        Write("<< /Type /FontDescriptor /FontName /HYGoThic-Medium /Flags 6 /FontBBox [0 -148 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -148 /CapHeight 880 /StemV 80 >>\nendobj\n");
        var xref = file.Position;
        Write($"xref\n0 {Whole(offsets.Count + 1)}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            Write(offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        }

        Write($"trailer\n<< /Size {Whole(offsets.Count + 1)} /Root 1 0 R >>\nstartxref\n{Whole(xref)}\n%%EOF\n");
        return file.ToArray();
    }

    private static string Content(int across, int down, string text)
    {
        var clean = new string([.. text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)).Take(MostLetters)]);
        var hex = string.Concat(clean.Select(letter => ((int)letter).ToString("X4", CultureInfo.InvariantCulture)));
        var size = Math.Max(9, across / 48);
        var parts = new StringBuilder();
        parts.Append(CultureInfo.InvariantCulture, $"q {across} 0 0 {down} 0 0 cm /P Do Q\nq /G gs 0.45 g BT /F {size} Tf\n");

        // cos 20° and sin 20°: lines rise to the right, a third of the page apart.
        for (var y = -down / 6; y < down; y += Math.Max(size * 5, down / 3))
        {
            for (var x = across / 40; x < across; x += Math.Max(size * (hex.Length / 4 + 6), across / 2))
            {
                parts.Append(CultureInfo.InvariantCulture, $"0.9397 0.3420 -0.3420 0.9397 {x} {y} Tm <{hex}> Tj\n");
            }
        }

        return parts.Append("ET Q\n").ToString();
    }

    private static string Whole(long number) => Format.Whole(number);
}
