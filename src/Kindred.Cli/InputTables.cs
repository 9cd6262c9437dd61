using Kindred.Core.Basics;
using Kindred.Files;

namespace Kindred.Cli;

/// <summary>Reads one flat file for verbs that take one.</summary>
internal static class InputTables
{
    /// <summary>The file's table; of a workbook the sheet with the most rows.</summary>
    public static Result<TableFileReading> ReadOne(string path, CancellationToken cancel)
    {
        return TableFiles.Read(path, null, Output.Progress(Path.GetFileName(path)), cancel)
            .Then(readings => Result.Accepted(readings.OrderByDescending(reading => reading.RowCount).First()));
    }
}
