using System.Globalization;
using System.Text;

namespace Kindred.Host.Tests.Documents;

/// <summary>A small PDF of some pages, each with its number; with everything in it that must never reach a reader.</summary>
internal static class DeckPdf
{
    internal const string Canary = "kindred-canary-7f3a";

    internal static byte[] Of(int pages)
    {
        var first = 7;
        List<string> objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\('{Canary}'\\)) >> /Names << /JavaScript << /Names [(a) 5 0 R] >> /EmbeddedFiles << /Names [({Canary}.exe) 6 0 R] >> >> /AA << /WC << /S /Launch /F ({Canary}.exe) >> >> >>",
            $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(0, pages).Select(page => Number(first + (page * 2)) + " 0 R"))}] /Count {Number(pages)} >>",
            $"<< /Title (<img src=x onerror=alert\\('{Canary}'\\)>) /Author ({Canary}) >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", $"<< /S /JavaScript /JS (app.launchURL\\('http://{Canary}.example'\\)) >>", $"<< /Type /Filespec /F ({Canary}.exe) >>",
        ];
        for (var page = 1; page <= pages; page++)
        {
            var content = $"BT /F 40 Tf 60 90 Td (Page {Number(page)}) Tj ET";
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents {Number(first + (page * 2) - 1)} 0 R /Resources << /Font << /F 4 0 R >> >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 200] /A << /S /URI /URI (javascript:alert\\('{Canary}'\\)) >> >>] >>");
            objects.Add($"<< /Length {Number(content.Length)} >>\nstream\n{content}\nendstream");
        }

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
        return Encoding.Latin1.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
