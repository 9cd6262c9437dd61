using System.Globalization;
using System.Text;

namespace Kindred.Tests.Documents;

/// <summary>PDFs written by hand, so that each says exactly what a test needs.</summary>
internal static class HandMadePdf
{
    /// <summary>A document of one page.</summary>
    /// <param name="content">Drawing operators.</param>
    /// <param name="page">More entries of the page.</param>
    /// <param name="catalog">More entries of the catalog.</param>
    /// <param name="info">Entries of the information dictionary.</param>
    /// <param name="more">More objects, from number 6.</param>
    /// <param name="box">The page's box.</param>
    internal static byte[] Of(string content = "BT /F 24 Tf 40 100 Td (Hello) Tj ET", string page = "", string catalog = "", string info = "", IReadOnlyList<string>? more = null, string box = "0 0 300 200") => Join(
    [
        $"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        $"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> {page} >>",
        $"<< /Length {content.Length.ToString(CultureInfo.InvariantCulture)} >>\nstream\n{content}\nendstream", $"<< {info} >>", .. more ?? [],
    ]);

    /// <summary>Objects from 1, with their table; 5 is the information dictionary.</summary>
    internal static byte[] Join(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var at = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            at.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        at.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        return Encoding.Latin1.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }
}
