using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Use case: what each table and column is. A saved mapping overrides kinds, roles and levels of the tables it names.</summary>
internal static class RecogniseTables
{
    public static Result<Mapping> Run(IReadOnlyList<SourceTable> tables, Mapping? saved)
    {
        if (tables.Count == 0 || tables.All(source => source.Table.RowCount == 0))
        {
            return Result.Refused<Mapping>(
                "accounts.no-rows",
                tables.Count == 0 ? "files" : tables[0].Name,
                "읽을 수 있는 줄이 한 줄도 없어요 (표 " + tables.Count.ToString(CultureInfo.InvariantCulture) + "개). 머리글 아래에 데이터가 있는 파일을 넣어 주세요.",
                "No table holds a single row (" + tables.Count.ToString(CultureInfo.InvariantCulture) + " tables). Give a file with data below its header.");
        }

        if (saved is not null && Check(tables, saved) is { Count: > 0 } reasons)
        {
            return Result.Refused<Mapping>(reasons);
        }

        var mappings = new List<TableMapping>(tables.Count);
        foreach (var source in tables)
        {
            var own = saved?.Tables.FirstOrDefault(table => table.Table == source.Name);
            mappings.Add(own is null ? TableRecogniser.Recognise(source) : Override(TableRecogniser.As(source, own.Kind), own));
        }

        return Result.Accepted(new Mapping(mappings, QuestionMaker.Make(tables, mappings)));
    }

    private static TableMapping Override(TableMapping found, TableMapping saved)
    {
        var byName = saved.Columns.ToDictionary(column => column.Column, StringComparer.Ordinal);
        var given = saved.Columns.Where(column => column.Role != ColumnRole.None).Select(column => column.Role).ToHashSet();
        return found with
        {
            Confidence = 1.0,
            Columns = [.. found.Columns.Select(column => byName.TryGetValue(column.Column, out var own) ? own with { Confidence = 1.0 } : given.Contains(column.Role) ? column with { Role = ColumnRole.None } : column)],
        };
    }

    private static List<Reason> Check(IReadOnlyList<SourceTable> tables, Mapping saved)
    {
        var reasons = new List<Reason>();
        foreach (var mapping in saved.Tables)
        {
            var source = tables.FirstOrDefault(table => table.Name == mapping.Table);
            if (source is null)
            {
                continue; // A mapping saved for more files than were given is no fault.
            }

            foreach (var column in mapping.Columns.Where(column => source.Table.Find(column.Column) is null))
            {
                reasons.Add(new Reason("accounts.mapping-column", mapping.Table, new Wording(
                    "저장된 매핑의 열 '" + column.Column + "'이 이 파일에 없어요. 있는 열: " + Columns(source) + ". 매핑을 고치거나 지워 주세요.",
                    "The saved mapping names the column '" + column.Column + "', which this file does not have. It has: " + Columns(source) + ". Correct or remove the mapping.")));
            }

            foreach (var twice in mapping.Columns.Where(column => column.Role is not (ColumnRole.None or ColumnRole.Domain)).GroupBy(column => column.Role).Where(group => group.Count() > 1))
            {
                reasons.Add(new Reason("accounts.mapping-role", mapping.Table, new Wording(
                    "저장된 매핑에서 열 " + string.Join(", ", twice.Select(column => "'" + column.Column + "'")) + "이 같은 뜻(" + twice.Key + ")이에요. 하나만 남겨 주세요.",
                    "In the saved mapping the columns " + string.Join(", ", twice.Select(column => "'" + column.Column + "'")) + " bear one role (" + twice.Key + "). Leave one.")));
            }
        }

        return reasons;
    }

    private static string Columns(SourceTable source) => string.Join(", ", source.Table.Columns.Take(20).Select(column => column.Name)) + (source.Table.Columns.Count > 20 ? ", …" : "");
}
