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
        return Opening.Open(path, options, ct).Then(tables =>
        {
            var readings = new List<TableFileReading>();
            var reasons = new List<Reason>();
            foreach (var table in tables)
            {
                if (WholeTable.Read(table, options, progress, ct).TryGet(out var reading, out var refused))
                {
                    readings.Add(reading);
                }
                else
                {
                    reasons.AddRange(refused);
                }
            }

            // One sheet without a table does not spoil the others.
            return readings.Count > 0 || reasons.Count == 0
                ? Result.Accepted<IReadOnlyList<TableFileReading>>(readings)
                : Result.Refused<IReadOnlyList<TableFileReading>>(reasons);
        });
    }
}
