using System.IO.Compression;
using System.Xml;
using Kindred.Core.Basics;

namespace Kindred.Files.Xlsx;

/// <summary>Looks into a workbook's archive before anything unpacks it: counts the bytes that really come out, since declared sizes lie.</summary>
internal static class WorkbookGuard
{
    internal const int MostEntries = 2_000;
    internal const long MostBytes = 300L << 20;
    internal const int MostRatio = 100;

    /// <summary>Parts below this size may be as compressible as they like (style sheets are).</summary>
    internal const long FreeBytes = 1 << 20;

    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    /// <summary>Kinds of parts that are read.</summary>
    private static readonly string[] Kinds = ["/worksheet", "/sharedStrings", "/styles"];

    /// <summary>The reason to refuse the file, or null.</summary>
    internal static Reason? Refusal(string path, CancellationToken ct)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return Kind(path, archive) ?? Sizes(path, archive, ct) ?? Hidden(path, archive) ?? Strict(path, archive);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException or XmlException)
        {
            return Broken(path, failure.Message);
        }
    }

    /// <summary>Whether days are counted from 1904, as old spreadsheets for the Mac did.</summary>
    internal static bool IsFrom1904(Stream workbook)
    {
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        using var xml = XmlReader.Create(archive.GetEntry("xl/workbook.xml")?.Open() ?? Stream.Null, Careful);
        while (archive.GetEntry("xl/workbook.xml") is not null && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "workbookPr")
            {
                return xml.GetAttribute("date1904") is "1" or "true";
            }
        }

        return false;
    }

    /// <summary>The workbook library reports damage in many ways; to a person they are one.</summary>
    internal static bool IsDamage(Exception failure) => failure is XmlException or InvalidDataException or ExcelDataReader.Exceptions.ExcelReaderException
        or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or OverflowException;

    internal static Reason Broken(string path, string why) => FileChecks.Xlsx(path, "broken-workbook",
        $"'{path}' 통합 문서가 깨져 있어요({why}). 엑셀에서 열어 다시 저장해 주세요.",
        $"The workbook '{path}' is damaged ({why}). Open it in a spreadsheet and save it again.");

    private static Reason? Kind(string path, ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            return FileChecks.Xlsx(path, "too-many-parts",
                $"'{path}' 안에 파일이 {archive.Entries.Count}개 있어요. 통합 문서는 {MostEntries}개까지 받아요. CSV로 내보내 주세요.",
                $"The archive '{path}' holds {archive.Entries.Count} parts; a workbook may have {MostEntries}. Export it as CSV.");
        }

        if (archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) || path.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase))
        {
            return FileChecks.Xlsx(path, "macro-workbook",
                $"'{path}'에는 매크로가 들어 있어요. 매크로 없는 통합 문서(.xlsx)로 저장해 주세요.",
                $"'{path}' holds macros. Save it as a workbook without macros (.xlsx).");
        }

        if (archive.GetEntry("xl/workbook.bin") is not null)
        {
            return FileChecks.WrongKind(path, "is-xlsb", "이진 통합 문서(.xlsb)예요", "a binary workbook (.xlsb)");
        }

        if (archive.GetEntry("content.xml") is not null && archive.GetEntry("mimetype") is not null)
        {
            return FileChecks.WrongKind(path, "is-ods", "오픈도큐먼트 스프레드시트(.ods)예요", "an OpenDocument spreadsheet (.ods)");
        }

        return archive.GetEntry("[Content_Types].xml") is null || !archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal))
            ? FileChecks.WrongKind(path, "is-archive", "통합 문서가 아니라 압축 파일이에요", "an archive, not a workbook")
            : null;
    }

    private static Reason? Sizes(string path, ZipArchive archive, CancellationToken ct)
    {
        var buffer = new byte[1 << 16];
        var fileLength = new FileInfo(path).Length;
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            var compressed = Math.Clamp(entry.CompressedLength, 1, fileLength);
            long inflated = 0;
            var isXml = entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            var scan = isXml ? new PartScan(entry.FullName) : null;
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                ct.ThrowIfCancellationRequested();
                inflated += read;
                total += read;
                if (inflated > FreeBytes && inflated > compressed * MostRatio)
                {
                    return Bomb(path, $"{entry.FullName} > {MostRatio}:1");
                }

                if (total > MostBytes)
                {
                    return Bomb(path, $"> {MostBytes >> 20} MiB");
                }

                if (scan?.Take(buffer.AsSpan(0, read)) is { } fault and not PartFault.None)
                {
                    return Faulty(path, entry.FullName, fault);
                }
            }
        }

        return null;
    }

    /// <summary>A part that is read as XML bears the name of one, so that it was looked through above.</summary>
    private static Reason? Hidden(string path, ZipArchive archive)
    {
        if (archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return null;
        }

        using var stream = relations.Open();
        using var xml = XmlReader.Create(stream, Careful);
        while (xml.Read())
        {
            var kind = xml.NodeType == XmlNodeType.Element ? xml.GetAttribute("Type") : null;
            var target = kind is null ? null : xml.GetAttribute("Target");
            if (kind is not null && target is not null && Kinds.Any(read => kind.EndsWith(read, StringComparison.OrdinalIgnoreCase)) && !target.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            {
                return Broken(path, target);
            }
        }

        return null;
    }

    /// <summary>The library reads the ordinary form only, and would take the strict one for empty.</summary>
    private static Reason? Strict(string path, ZipArchive archive)
    {
        using var xml = XmlReader.Create(archive.GetEntry("xl/workbook.xml")?.Open() ?? Stream.Null, Careful);
        return archive.GetEntry("xl/workbook.xml") is not null && xml.MoveToContent() == XmlNodeType.Element && xml.NamespaceURI.StartsWith("http://purl.oclc.org/", StringComparison.Ordinal)
            ? FileChecks.Xlsx(path, "strict-workbook",
                $"'{path}'은(는) 'Strict Open XML' 형식이에요. 엑셀에서 '다른 이름으로 저장 → Excel 통합 문서(.xlsx)'로 저장해 주세요.",
                $"'{path}' is in the 'Strict Open XML' form. Save it as an ordinary workbook ('Excel Workbook (.xlsx)').")
            : null;
    }

    private static Reason Faulty(string path, string part, PartFault fault) => fault switch
    {
        PartFault.Dtd => FileChecks.Xlsx(path, "workbook-with-dtd",
            $"'{path}'의 {part}에 DTD가 있어요. 엑셀이 만든 파일에는 없는 것이라 읽지 않아요.",
            $"'{path}': {part} declares a DTD, which no spreadsheet writes. It is not read."),
        PartFault.NotUtf8 => FileChecks.Xlsx(path, "workbook-not-utf8",
            $"'{path}'의 {part}이(가) UTF-8이 아니에요. 엑셀에서 열어 다시 저장해 주세요.",
            $"'{path}': {part} is not in UTF-8. Open the workbook in a spreadsheet and save it again."),
        PartFault.TooDeep => Bomb(path, $"{part}: > {PartScan.DeepestElement} levels"),
        PartFault.TooLong => Bomb(path, $"{part}: a cell or tag > {PartScan.LongestRun >> 20} MiB"),
        _ => Bomb(path, $"{part}: > {PartScan.MostTexts} texts or {PartScan.MostRanges} ranges"),
    };

    internal static Reason TooManyCells(string name, int rows, int columns) => FileChecks.Xlsx(name, "sheet-too-large",
        $"'{name}' 시트가 {rows}행 × {columns}열이에요. 빈 칸까지 {Workbook.MostCells}칸, {TableFiles.MostColumns}열까지 읽을 수 있어요. 필요한 부분만 남기거나 CSV로 내보내 주세요.",
        $"Sheet '{name}' has {rows} rows × {columns} columns; at most {Workbook.MostCells} cells and {TableFiles.MostColumns} columns are read, empty ones included. Keep what you need or export it as CSV.");

    private static Reason Bomb(string path, string found) => FileChecks.Xlsx(path, "workbook-too-large",
        $"'{path}'은(는) 풀면 지나치게 커져요({found}). 압축 비율 {MostRatio}:1, 전체 {MostBytes >> 20} MiB, 글자 있는 칸 {PartScan.MostTexts}종류까지 받아요. 큰 표는 CSV로 내보내 주세요.",
        $"'{path}' unpacks to far too much ({found}). At most {MostRatio}:1, {MostBytes >> 20} MiB and {PartScan.MostTexts} different texts are allowed; export large tables as CSV.");
}
