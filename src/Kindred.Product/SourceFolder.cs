using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Files;

namespace Kindred.Product;

/// <summary>Reads every table of files and folders, as they were downloaded.</summary>
public static class SourceFolder
{
    /// <summary>Files read at the same time: what is being typed is in memory besides what has been read.</summary>
    private const int MostAtOnce = 2;

    private static readonly string[] Endings = [".csv", ".tsv", ".xlsx", ".tab"];

    public static Result<SourceReading> Read(IReadOnlyList<string> paths, IProgress<double>? progress, CancellationToken cancel, Mapping? saved = null)
    {
        var files = Files(paths);
        if (files.Count == 0)
        {
            return Result.Refused<SourceReading>(NoFiles("build.no-files", paths));
        }

        var tables = new List<SourceTable>();
        var rejects = new List<(string, Reject)>();
        var skipped = new List<(string, Reason)>();
        var readings = new Result<IReadOnlyList<TableFileReading>>[files.Count];
        var done = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtOnce, Environment.ProcessorCount), CancellationToken = cancel };
        Parallel.For(0, files.Count, parallel, index =>
        {
            readings[index] = TableFiles.Read(files[index], null, null, cancel);
            progress?.Report((double)Interlocked.Increment(ref done) / files.Count);
        });
        foreach (var (file, reading) in files.Zip(readings))
        {
            if (!reading.TryGet(out var read, out var reasons))
            {
                skipped.AddRange(reasons.Select(reason => (Path.GetFileName(file), reason)));
                continue;
            }

            foreach (var one in read)
            {
                tables.Add(new SourceTable(one.Table, Path.GetFileName(file), one.Evidence.Sheet, []));
                rejects.AddRange(one.Rejects.Select(reject => (tables[^1].Name, reject)));
            }
        }

        return tables.Count > 0 ? Result.Accepted(new SourceReading(tables, tables.Sum(table => (long)table.Table.RowCount), rejects, skipped) { IsInvented = InventedMark.IsIn(paths) }.Newest(saved, cancel)) : Result.Refused<SourceReading>([.. skipped.Select(entry => entry.Item2)]);
    }

    /// <summary>Why there is nothing to read.</summary>
    public static Reason NoFiles(string code, IReadOnlyList<string> paths)
    {
        var named = string.Join(", ", paths);
        return new Reason(code, named, new Wording(
            $"'{named}'에 읽을 파일이 없어요. CSV, TSV, XLSX 파일을 넣어 주세요.", $"There is nothing to read in '{named}'. Put CSV, TSV or XLSX files there."));
    }

    /// <summary>The files named, and the tables in the folders named.</summary>
    public static IReadOnlyList<string> Files(IReadOnlyList<string> paths) =>
        [.. paths.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path).Where(IsTable).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])];

    /// <summary>Tables only; a README beside the exports is not one.</summary>
    private static bool IsTable(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith("README", StringComparison.OrdinalIgnoreCase) && !Path.GetFileName(path).StartsWith('.');
}
