using System.IO.Compression;
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

    /// <summary>The reason to refuse the file, or null.</summary>
    internal static Reason? Refusal(string path, CancellationToken ct)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return Kind(path, archive) ?? Sizes(path, archive, ct);
        }
        catch (InvalidDataException failure)
        {
            return Broken(path, failure.Message);
        }
        catch (IOException failure)
        {
            return Broken(path, failure.Message);
        }
        catch (NotSupportedException failure)
        {
            return Broken(path, failure.Message);
        }
    }

    /// <summary>The workbook library reports damage in many ways; to a person they are one.</summary>
    internal static bool IsDamage(Exception failure) => failure is System.Xml.XmlException or InvalidDataException or ExcelDataReader.Exceptions.ExcelReaderException
        or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or OverflowException;

    internal static Reason Broken(string path, string why) => FileChecks.Xlsx(path, "broken-workbook",
        $"'{path}' 통합 문서가 깨져 있어요({why}). 엑셀에서 열어 다시 저장해 주세요.",
        $"The workbook '{path}' is damaged ({why}). Open it in a spreadsheet and save it again.");

    private static Reason? Kind(string path, ZipArchive archive)
    {
        if (archive.Entries.Count > MostEntries)
        {
            return FileChecks.Xlsx(path, "too-many-parts",
                $"압축 안에 파일이 {archive.Entries.Count}개 있어요. 통합 문서는 {MostEntries}개까지 받아요. CSV로 내보내 주세요.",
                $"The archive holds {archive.Entries.Count} parts; a workbook may have {MostEntries}. Export it as CSV.");
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

                if (isXml && (buffer.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0 || buffer.AsSpan(0, read).IndexOf("<!ENTITY"u8) >= 0))
                {
                    return FileChecks.Xlsx(path, "workbook-with-dtd",
                        $"'{path}'의 {entry.FullName}에 DTD가 있어요. 엑셀이 만든 파일에는 없는 것이라 읽지 않아요.",
                        $"'{path}': {entry.FullName} declares a DTD, which no spreadsheet writes. It is not read.");
                }
            }
        }

        return null;
    }

    internal static Reason TooManyCells(string name, int rows, int columns) => FileChecks.Xlsx(name, "sheet-too-large",
        $"'{name}' 시트가 {rows}행 × {columns}열이에요. 빈 칸까지 {Workbook.MostCells}칸, {TableFiles.MostColumns}열까지 읽을 수 있어요. 필요한 부분만 남기거나 CSV로 내보내 주세요.",
        $"Sheet '{name}' has {rows} rows × {columns} columns; at most {Workbook.MostCells} cells and {TableFiles.MostColumns} columns are read, empty ones included. Keep what you need or export it as CSV.");

    private static Reason Bomb(string path, string found) => FileChecks.Xlsx(path, "workbook-too-large",
        $"'{path}'은(는) 풀면 지나치게 커져요({found}). 압축 비율 {MostRatio}:1, 전체 {MostBytes >> 20} MiB까지 받아요. 큰 표는 CSV로 내보내 주세요.",
        $"'{path}' unpacks to far too much ({found}). At most {MostRatio}:1 and {MostBytes >> 20} MiB are allowed; export large tables as CSV.");
}
