using Kindred.Core.Basics;
using Kindred.Files.Reading;

namespace Kindred.Files;

/// <summary>Reads tables from files as people download them: CSV, TSV, semicolon or bar separated, XLSX, in whatever encoding.</summary>
public static class TableFiles
{
    /// <summary>Most columns of a table, as in a workbook.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Reads a whole file into memory, typed. A workbook gives one reading for each visible sheet that holds a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What a person said about it; null: everything is found in the file.</param>
    /// <param name="progress">Gets the share read, 0–1.</param>
    /// <param name="ct">Stops reading.</param>
    public static Result<IReadOnlyList<TableFileReading>> Read(string path, TableFileOptions? options = null, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new TableFileOptions();
        return Opening.Open(path, options, ct).Then(tables => EachTable(tables, table => WholeTable.Read(table, options, progress, ct)));
    }

    /// <summary>Opens a file for reading in batches at constant memory: one pass decides all types, then <see cref="TableFileStream.Batches"/> reads the rows.</summary>
    /// <inheritdoc cref="Read" />
    public static Result<IReadOnlyList<TableFileStream>> Open(string path, TableFileOptions? options = null, IProgress<double>? progress = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= new TableFileOptions();
        return Opening.Open(path, options, ct, isToImport: true).Then(tables => EachTable(tables, table => StreamedTable.Open(table, options, progress, ct)));
    }

    /// <summary>One sheet without a table does not spoil the others.</summary>
    private static Result<IReadOnlyList<T>> EachTable<T>(IReadOnlyList<OpenTable> tables, Func<OpenTable, Result<T>> read)
    {
        var accepted = new List<T>();
        var reasons = new List<Reason>();
        foreach (var table in tables)
        {
            if (Sound(table, read).TryGet(out var reading, out var refused))
            {
                accepted.Add(reading);
            }
            else
            {
                reasons.AddRange(refused);
            }
        }

        return accepted.Count > 0 || reasons.Count == 0 ? Result.Accepted<IReadOnlyList<T>>(accepted) : Result.Refused<IReadOnlyList<T>>(reasons);
    }

    /// <summary>Damage that shows only while rows are read is a refusal like any other.</summary>
    private static Result<T> Sound<T>(OpenTable table, Func<OpenTable, Result<T>> read)
    {
        try
        {
            return read(table);
        }
        catch (InvalidDataException failure)
        {
            return Result.Refused<T>(Xlsx.WorkbookGuard.Broken(table.Path, failure.Message));
        }
    }
}
