using ExcelDataReader;
using Kindred.Core.Basics;
using Kindred.Files.Columns;
using Kindred.Files.Reading;

namespace Kindred.Files.Xlsx;

/// <summary>Finds the tables of a workbook: one for each visible sheet that holds something.</summary>
internal static class Workbook
{
    private const int PreviewRows = 200;

    /// <summary>Cells of a sheet, empty ones included: a sparse sheet can claim 17 thousand million.</summary>
    internal const long MostCells = 200_000_000;

    private sealed record Sheet(int Index, string Name, bool IsVisible, int Rows, int Columns);

    internal static Result<IReadOnlyList<OpenTable>> Open(string path, FileProbe probe, TableFileOptions options, CancellationToken ct)
    {
        if (WorkbookGuard.Refusal(path, ct) is { } refusal)
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(refusal);
        }

        try
        {
            return Tables(path, probe, options, Sheets(path), ct);
        }
        catch (Exception failure) when (WorkbookGuard.IsDamage(failure))
        {
            // The library reports damage in many ways; to a person they are one.
            return Result.Refused<IReadOnlyList<OpenTable>>(WorkbookGuard.Broken(path, failure.Message));
        }
    }

    private static List<Sheet> Sheets(string path)
    {
        Encodings.Register();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var sheets = new List<Sheet>();
        do
        {
            sheets.Add(new Sheet(sheets.Count, reader.Name, reader.VisibleState is null or "visible", reader.RowCount, reader.FieldCount));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static Result<IReadOnlyList<OpenTable>> Tables(string path, FileProbe probe, TableFileOptions options, List<Sheet> sheets, CancellationToken ct)
    {
        var file = Path.GetFileName(path);
        var hidden = sheets.Where(sheet => !sheet.IsVisible).Select(sheet => sheet.Name).ToList();
        var wanted = sheets.Where(sheet => options.Sheets?.Contains(sheet.Name) ?? sheet.IsVisible).ToList();
        var tables = new List<OpenTable>();
        Reason? first = null;
        foreach (var sheet in wanted)
        {
            var name = wanted.Count == 1 ? file : $"{file} › {sheet.Name}";
            if ((long)sheet.Rows * sheet.Columns > MostCells || sheet.Columns > TableFiles.MostColumns)
            {
                first ??= WorkbookGuard.TooManyCells(name, sheet.Rows, sheet.Columns);
                continue;
            }

            var preview = Preview(path, sheet.Index, ct);
            if (preview.Count == 0)
            {
                continue;
            }

            var header = HeaderFinder.Find(preview, 1);
            if (header is null)
            {
                first ??= FileChecks.NoHeader(name, string.Join(", ", preview[0].Cells.Where(cell => cell.Length > 0).Take(5).Select(cell => "'" + cell + "'")));
                continue;
            }

            if (header.Cells.Length > TableFiles.MostColumns)
            {
                first ??= FileChecks.TooManyColumns(name, header.Cells.Length);
                continue;
            }

            var (names, repairs) = HeaderNames.Of(Widened(header, preview));
            var titles = preview.Where(row => row.Line < header.Line).Select(row => row.Raw.Replace('\t', ' ').Trim()).ToList();
            var why = new Wording("통합 문서(XLSX)는 늘 UTF-8이에요.", "Workbooks are always UTF-8.");
            var evidence = new FileEvidence("xlsx", Encodings.Utf8, why, null, sheet.Name, hidden, header.Line, titles, repairs, [], [], 0, probe.Sha256, probe.Bytes);
            var cells = Widened(header, preview);
            tables.Add(new OpenTable(path, name, names, cells, (int)Math.Clamp(sheet.Rows - header.Line + 1, 1, 1 << 16), evidence, () => AtHeader(path, sheet.Index, header, cells.Count, ct)));
        }

        return tables.Count > 0
            ? Result.Accepted<IReadOnlyList<OpenTable>>(tables)
            : Result.Refused<IReadOnlyList<OpenTable>>(first ?? FileChecks.NoTable(path));
    }

    /// <summary>Columns that hold values but have no header get an empty one, so that no cell is lost.</summary>
    private static List<string> Widened(PreviewRow header, List<PreviewRow> preview)
    {
        var cells = header.Cells.ToList();
        var widest = preview.Where(row => row.Line > header.Line).Select(row => row.Cells.Length).DefaultIfEmpty(0).Max();
        while (cells.Count < widest)
        {
            cells.Add("");
        }

        return cells;
    }

    private static List<PreviewRow> Preview(string path, int sheet, CancellationToken ct)
    {
        using var records = new SheetRecords(path, sheet, ct);
        var rows = new List<PreviewRow>();
        while (rows.Count < PreviewRows && records.Next())
        {
            rows.Add(new PreviewRow(records.Line, records.Texts(), records.Fault, records.RawText(4096)));
        }

        return rows;
    }

    private static SheetRecords AtHeader(string path, int sheet, PreviewRow header, int width, CancellationToken ct)
    {
        var records = new SheetRecords(path, sheet, ct);
        while (records.Next() && records.Line < header.Line)
        {
        }

        records.Width = width;
        records.BlankLines = 0;
        return records;
    }
}
