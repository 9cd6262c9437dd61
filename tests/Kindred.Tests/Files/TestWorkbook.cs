using System.IO.Compression;
using System.Text;

namespace Kindred.Tests.Files;

/// <summary>A workbook put together part by part, as other programs write them and as attackers do.</summary>
internal sealed class TestWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly List<(string Name, Action<Stream> Write, CompressionLevel Level)> _parts = [];
    private readonly List<(string Name, string Attributes, string Xml)> _sheets = [];

    /// <summary>Namespace of the parts; the strict form of the format has another.</summary>
    public string Namespace { get; init; } = Main;

    /// <summary>Namespace of relations.</summary>
    public string Relations { get; init; } = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Attributes of workbookPr.</summary>
    public string Properties { get; init; } = "";

    /// <summary>Inside cellXfs: one xf each, from index 0.</summary>
    public string Formats { get; init; } = "<xf/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf numFmtId=\"46\" applyNumberFormat=\"1\"/><xf numFmtId=\"31\" applyNumberFormat=\"1\"/>";

    /// <summary>Custom number formats.</summary>
    public string NumberFormats { get; init; } = "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;\"/></numFmts>";

    /// <summary>Where the workbook's relations point to; {0} is the sheet's number.</summary>
    public string Target { get; init; } = "worksheets/sheet{0}.xml";

    /// <summary>Shared texts, as si elements.</summary>
    public string? Shared { get; init; }

    /// <summary>Relations beside those of the sheets.</summary>
    public string MoreRelations { get; init; } = "";

    /// <summary>Before the first element of every sheet.</summary>
    public string Prolog { get; init; } = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    public TestWorkbook Sheet(string rows, string name = "Sheet", string attributes = "", string after = "", string before = "")
    {
        _sheets.Add((_sheets.Count == 0 ? name : name + (_sheets.Count + 1), attributes, $"{Prolog}<worksheet xmlns=\"{Namespace}\">{before}<sheetData>{rows}</sheetData>{after}</worksheet>"));
        return this;
    }

    /// <summary>A sheet as it is written, root element and all.</summary>
    public TestWorkbook Raw(string xml)
    {
        _sheets.Add(("Raw" + (_sheets.Count + 1), "", xml));
        return this;
    }

    public TestWorkbook Part(string name, string text, CompressionLevel level = CompressionLevel.Fastest) => Part(name, Encoding.UTF8.GetBytes(text), level);

    public TestWorkbook Part(string name, byte[] content, CompressionLevel level = CompressionLevel.Fastest) => Part(name, stream => stream.Write(content), level);

    public TestWorkbook Part(string name, Action<Stream> write, CompressionLevel level = CompressionLevel.Fastest)
    {
        _parts.Add((name, write, level));
        return this;
    }

    public byte[] ToBytes()
    {
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, _sheets.Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Put(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Put(archive, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Namespace}\" xmlns:r=\"{Relations}\"><workbookPr {Properties}/><sheets>"
                + string.Concat(_sheets.Zip(numbers, (sheet, number) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{number}\" {sheet.Attributes} r:id=\"rId{number}\"/>")) + "</sheets></workbook>");
            Put(archive, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(numbers.Select(number => $"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"{Target.Replace("{0}", number, StringComparison.Ordinal)}\"/>"))
                + (Shared is null ? "" : $"<Relationship Id=\"rIdShared\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/>")
                + $"<Relationship Id=\"rIdStyles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/>{MoreRelations}</Relationships>");
            Put(archive, "xl/styles.xml", $"<styleSheet xmlns=\"{Namespace}\">{NumberFormats}<cellXfs>{Formats}</cellXfs></styleSheet>");
            if (Shared is not null)
            {
                Put(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{Namespace}\">{Shared}</sst>");
            }

            foreach (var (sheet, number) in _sheets.Zip(numbers))
            {
                Put(archive, ("xl/" + Target.Replace("{0}", number, StringComparison.Ordinal)).Replace("xl//xl/", "xl/", StringComparison.Ordinal), sheet.Xml);
            }

            foreach (var (name, write, level) in _parts)
            {
                using var stream = archive.CreateEntry(name, level).Open();
                write(stream);
            }
        }

        return target.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string text)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
