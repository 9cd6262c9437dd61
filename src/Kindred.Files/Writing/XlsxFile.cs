using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Files.Writing;

/// <summary>Writes workbooks: numbers as numbers, dates as dates, text as text and never as formulas. The same tables give the same bytes.</summary>
public static class XlsxFile
{
    /// <summary>Most rows of a sheet, header included.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestCell = 32_767;
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTime Epoch = new(1899, 12, 30);

    /// <summary>Writes one sheet for each table, named after it. Refuses what a workbook cannot hold; nothing is cut off.</summary>
    /// <param name="target">Stream to write to; stays open.</param>
    /// <param name="tables">Tables; names become sheet names, shortened to 31 characters.</param>
    /// <returns>Number of rows written, headers left out.</returns>
    public static Result<long> Write(Stream target, IReadOnlyList<Table> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentOutOfRangeException.ThrowIfZero(tables.Count, nameof(tables));
        foreach (var table in tables)
        {
            if (table.RowCount >= MostRows || table.Columns.Count > TableFiles.MostColumns)
            {
                return Result.Refused<long>("files.sheet-too-large", table.Name,
                    $"'{table.Name}' 표가 {table.RowCount}행 {table.Columns.Count}열이라 시트 하나(1,048,576행, 16,384열)에 담을 수 없어요. CSV로 내보내 주세요.",
                    $"'{table.Name}' has {table.RowCount} rows and {table.Columns.Count} columns; a sheet holds 1,048,576 × 16,384. Export it as CSV.");
            }

            if (table.Columns.OfType<TextColumn>().FirstOrDefault(column => column.Dictionary.Any(word => word.Length > LongestCell)) is { } column)
            {
                return Result.Refused<long>(RowChecks.CellTooLong(column.Name));
            }
        }

        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var names = SheetNames(tables);
        Part(archive, "[Content_Types].xml", xml => ContentTypes(xml, tables.Count));
        Part(archive, "_rels/.rels", xml => RelationsPart(xml, [("rId1", "officeDocument", "xl/workbook.xml")]));
        Part(archive, "xl/workbook.xml", xml => WorkbookPart(xml, names));
        Part(archive, "xl/_rels/workbook.xml.rels", xml => RelationsPart(xml,
            [.. names.Select((_, i) => ($"rId{Text(i + 1)}", "worksheet", $"worksheets/sheet{Text(i + 1)}.xml")), ("rIdStyles", "styles", "styles.xml")]));
        Part(archive, "xl/styles.xml", Styles);
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            Part(archive, $"xl/worksheets/sheet{Text(i + 1)}.xml", xml => Sheet(xml, table));
        }

        return Result.Accepted(tables.Sum(table => (long)table.RowCount));
    }

    private static void Sheet(XmlWriter xml, Table table)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        xml.WriteStartElement("pane", Main);
        xml.WriteAttributeString("ySplit", "1");
        xml.WriteAttributeString("topLeftCell", "A2");
        xml.WriteAttributeString("activePane", "bottomLeft");
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", "1");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            TextCell(xml, ColumnName(i) + "1", table.Columns[i].Name, "2");
        }

        xml.WriteEndElement();
        var references = Enumerable.Range(0, table.Columns.Count).Select(ColumnName).ToArray();
        for (var row = 0; row < table.RowCount; row++)
        {
            var number = Text(row + 2);
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", number);
            for (var i = 0; i < references.Length; i++)
            {
                Cell(xml, references[i] + number, table.Columns[i], row);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, string reference, Column column, int row)
    {
        switch (column)
        {
            case TextColumn text when text.RawAt(row).Length > 0:
                TextCell(xml, reference, SafeCsv.InWorkbook(text.RawAt(row)), null);
                break;
            case NumberColumn number when !double.IsNaN(number[row]):
                ValueCell(xml, reference, number[row], null);
                break;
            case DateColumn date when date[row] != DateColumn.Missing:
                var time = new DateTime(date[row]);
                if (time < new DateTime(1900, 3, 1))
                {
                    // Spreadsheets have no such days (or a wrong one).
                    TextCell(xml, reference, date.TextAt(row), null);
                }
                else
                {
                    ValueCell(xml, reference, (time - Epoch).TotalDays, time.TimeOfDay == TimeSpan.Zero ? "1" : "3");
                }

                break;
        }
    }

    private static void TextCell(XmlWriter xml, string reference, string text, string? style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        if (style is not null)
        {
            xml.WriteAttributeString("s", style);
        }

        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(Escaped(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void ValueCell(XmlWriter xml, string reference, double value, string? style)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        if (style is not null)
        {
            xml.WriteAttributeString("s", style);
        }

        xml.WriteElementString("v", Main, value.ToString("R", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    /// <summary>Characters that XML forbids as _xHHHH_, which spreadsheets turn back.</summary>
    private static string Escaped(string text)
    {
        if (!text.Any(c => !XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c)))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? escaped.Append(c) : escaped.Append("_x").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
        }

        return escaped.ToString();
    }

    private static void Styles(XmlWriter xml) => xml.WriteRaw(
        $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/><xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"165\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");

    private static void WorkbookPart(XmlWriter xml, IReadOnlyList<string> names)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < names.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", Text(i + 1));
            xml.WriteAttributeString("r", "id", Relations, "rId" + Text(i + 1));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
        const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        xml.WriteRaw($"<Types xmlns=\"{Types}\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}styles+xml\"/>"
            + string.Concat(Enumerable.Range(1, sheets).Select(i => $"<Override PartName=\"/xl/worksheets/sheet{Text(i)}.xml\" ContentType=\"{Kind}worksheet+xml\"/>")) + "</Types>");
    }

    private static void RelationsPart(XmlWriter xml, IReadOnlyList<(string Id, string Kind, string Target)> relations) => xml.WriteRaw(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Kind}\" Target=\"{relation.Target}\"/>")) + "</Relationships>");

    private static void Part(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), ConformanceLevel = ConformanceLevel.Fragment });
        xml.WriteRaw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
        write(xml);
    }

    private static List<string> SheetNames(IReadOnlyList<Table> tables)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var table in tables)
        {
            var clean = new string([.. table.Name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || char.IsControl(c) ? ' ' : c)]).Trim(' ', '\'');
            clean = clean.Length == 0 ? "Sheet" : clean;
            var name = clean.Length > 31 ? clean[..31] : clean;
            for (var i = 2; !taken.Add(name); i++)
            {
                var tail = " " + Text(i);
                name = (clean.Length + tail.Length > 31 ? clean[..(31 - tail.Length)] : clean) + tail;
            }

            names.Add(name);
        }

        return names;
    }

    private static string ColumnName(int index)
    {
        var name = "";
        for (var i = index + 1; i > 0; i = (i - 1) / 26)
        {
            name = (char)('A' + ((i - 1) % 26)) + name;
        }

        return name;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
