using Kindred.Core.Basics;

namespace Kindred.Files.Reading;

/// <summary>Looks at a file before reading it: is it there, is it a table, how is it laid out?</summary>
internal static class Opening
{
    internal static Result<IReadOnlyList<OpenTable>> Open(string path, TableFileOptions options, CancellationToken ct, bool isToImport = false)
    {
        if (Directory.Exists(path))
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(FileChecks.IsFolder(path));
        }

        if (!File.Exists(path))
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(FileChecks.NotFound(path));
        }

        FileProbe probe;
        try
        {
            // Devices have no length and no end.
            if (new FileInfo(path).Length == 0)
            {
                return Result.Refused<IReadOnlyList<OpenTable>>(FileChecks.Empty(path));
            }

            probe = FileProbe.Of(path, isToImport, ct);
        }
        catch (UnauthorizedAccessException failure)
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(FileChecks.Unreadable(path, failure.Message));
        }
        catch (IOException failure)
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(FileChecks.Unreadable(path, failure.Message));
        }

        if (probe.Bytes == 0)
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(FileChecks.Empty(path));
        }

        if (FormatGuard.IsZip(probe.Head))
        {
            return Xlsx.Workbook.Open(path, probe, options, ct);
        }

        if (FormatGuard.Refusal(path, probe.Head, probe.EncodingName is Encodings.Utf16Little or Encodings.Utf16Big) is { } refusal)
        {
            return Result.Refused<IReadOnlyList<OpenTable>>(refusal);
        }

        return Delimited(path, probe, options, ct).Then(table => Result.Accepted<IReadOnlyList<OpenTable>>([table]));
    }

    private static Result<OpenTable> Delimited(string path, FileProbe probe, TableFileOptions options, CancellationToken ct)
    {
        if (options.Encoding is { } encoding)
        {
            if (probe.In(encoding) is not { } chosen)
            {
                return Result.Refused<OpenTable>(FileChecks.UnknownEncoding(path, encoding));
            }

            probe = chosen;
        }

        if (options.Delimiter is { } delimiter && (delimiter is '"' or '\n' or '\r' or '\0' || delimiter > 126 || char.IsAsciiLetterOrDigit(delimiter)))
        {
            return Result.Refused<OpenTable>(FileChecks.BadDelimiter(path, delimiter));
        }

        if (probe.LineBreaks > int.MaxValue - 64)
        {
            return Result.Refused<OpenTable>(FileChecks.TooManyRows(path));
        }

        var dialect = Dialect.Find(path, probe, options.Delimiter, ct);
        if (dialect.Header is not { } header)
        {
            return Result.Refused<OpenTable>(WithoutHeader(path, dialect));
        }

        if (dialect.BrokenHeaderLine > 0 && header.Line > dialect.BrokenHeaderLine)
        {
            return Result.Refused<OpenTable>(FileChecks.BrokenHeader(path, dialect.BrokenHeaderLine));
        }

        if (header.Cells.Length > TableFiles.MostColumns)
        {
            return Result.Refused<OpenTable>(FileChecks.TooManyColumns(path, header.Cells.Length));
        }

        var (names, repairs) = Columns.HeaderNames.Of(header.Cells);
        var evidence = new FileEvidence(
            dialect.Delimiter == '\t' ? "tsv" : "csv", probe.EncodingName, probe.Why, dialect.Delimiter, null, [], header.Line, dialect.Titles, repairs, [], [], 0, probe.Sha256, probe.Bytes);
        // Every row takes at least a byte a column: line breaks inside quotes must not make room for rows that cannot be.
        var rows = (int)Math.Max(1, Math.Min(probe.LineBreaks + 1 - header.Line, (probe.Bytes / header.Cells.Length) + 1));
        return Result.Accepted(new OpenTable(path, Path.GetFileName(path), names, header.Cells, rows, evidence, () => AtHeader(path, probe, dialect, header, ct)));
    }

    private static RecordSource AtHeader(string path, FileProbe probe, Dialect dialect, PreviewRow header, CancellationToken ct)
    {
        var records = new DelimitedRecords(new Utf8Source(path, probe, ct), dialect.Delimiter);
        while (records.Next() && records.Line < header.Line)
        {
        }

        records.Width = header.Cells.Length;
        records.BlankLines = 0;
        return records;
    }

    private static Reason WithoutHeader(string path, Dialect dialect)
    {
        if (dialect.BrokenHeaderLine > 0)
        {
            return FileChecks.BrokenHeader(path, dialect.BrokenHeaderLine);
        }

        var first = dialect.Preview.FirstOrDefault(row => row.Fault == RecordFault.None && row.Filled > 0);
        if (first is null)
        {
            return dialect.Preview.Count == 0 ? FileChecks.NoTable(path) : FileChecks.BrokenHeader(path, dialect.Preview[0].Line);
        }

        return first.Cells.Length > TableFiles.MostColumns
            ? FileChecks.TooManyColumns(path, first.Cells.Length)
            : FileChecks.NoHeader(path, string.Join(", ", first.Cells.Where(cell => cell.Length > 0).Take(5).Select(cell => "'" + (cell.Length > 40 ? cell[..40] + "…" : cell) + "'")));
    }
}
