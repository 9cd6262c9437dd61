using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Tables;
using Kindred.Core.Workspaces;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>The tables that were imported into a workspace and not undone.</summary>
public static class ImportedTables
{
    public static async Task<Result<SourceReading>> ReadAsync(Workspace workspace, string folder, CancellationToken cancel, Mapping? saved = null)
    {
        var tables = new List<SourceTable>();
        var rejects = new List<(string, Reject)>();
        foreach (var import in (await workspace.Imports.ListAsync(cancel)).Where(import => import.State == ImportState.Active))
        {
            var read = await workspace.Imports.ReadAsync(import.Id, cancel);
            if (!read.TryGet(out var table, out var reasons))
            {
                return Result.Refused<SourceReading>(reasons);
            }

            tables.Add(new SourceTable(table, import.Table.FileName, import.Table.Sheet.Length == 0 ? null : import.Table.Sheet, []) { SeenOn = DateOnly.FromDateTime(import.StartedAt.DateTime) });
            rejects.AddRange((await workspace.Imports.RejectsAsync(import.Id, cancel)).Select(reject => (import.Table.FileName, reject)));
        }

        return tables.Count > 0
            ? Result.Accepted(WithEarlierHeadcounts(new SourceReading(tables, tables.Sum(table => (long)table.Table.RowCount), rejects, []) { IsInvented = InventedMark.IsOn(folder) }.Newest(saved, cancel), EarlierHeadcounts.Of(tables, saved)))
            : Result.Refused<SourceReading>("build.nothing-imported", folder,
                $"작업 공간 '{folder}'에 가져온 파일이 없어요. 파일이나 폴더를 주거나 먼저 kindred import를 실행해 주세요.",
                $"Nothing was imported into the workspace '{folder}'. Give files or folders, or run kindred import first.");
    }

    /// <summary>Newer rows replace older ones; what the older ones said of head counts is kept as dated counts.</summary>
    private static SourceReading WithEarlierHeadcounts(SourceReading reading, SourceTable? headcounts) => headcounts is null ? reading : reading with { Tables = [.. reading.Tables, headcounts] };
}
