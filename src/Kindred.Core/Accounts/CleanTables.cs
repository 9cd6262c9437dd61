using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Before anything else: takes resident registration numbers out for good, and rows the CRM marks as deleted.</summary>
internal static class CleanTables
{
    public static SourceTable[] Run(IReadOnlyList<SourceTable> tables, Mapping mapping, Findings findings)
    {
        var clean = new SourceTable[tables.Count];
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = WithoutDeleted(WithoutResidents(tables[i], mapping.Of(tables[i], i), findings), findings);
        }

        return clean;
    }

    private static SourceTable WithoutResidents(SourceTable source, TableMapping mapping, Findings findings)
    {
        var found = 0;
        Column[]? columns = null;
        for (var i = 0; i < source.Table.Columns.Count; i++)
        {
            var column = source.Table.Columns[i];
            var isNumber = mapping.Columns[i].Role == ColumnRole.BusinessNumber || column.Name.Contains("주민", StringComparison.Ordinal);
            var (cleaned, count) = column switch
            {
                TextColumn text => Clean(text, isNumber),
                NumberColumn numbers when isNumber => Clean(numbers),
                _ => (column, 0),
            };
            if (count > 0)
            {
                found += count;
                columns ??= [.. source.Table.Columns];
                columns[i] = cleaned;
            }
        }

        if (columns is null)
        {
            return source;
        }

        findings.Add("standards.resident-number", source.Name, found, source.Table.RowCount, "주민등록번호로 보이는 값이 {0}개 있어 받지 않았고 저장하지 않았어요. 파일에서 지워 주세요.", "{0} values look like resident registration numbers. They were refused and not kept. Remove them from the file.");
        return source with { Table = new Table(source.Table.Name, columns, source.Table.RowCount) };
    }

    private static (Column, int) Clean(TextColumn text, bool isNumber)
    {
        // Plain digits are refused where a number of a company belongs; elsewhere they may be a time or an id, so the hyphen must say what they are.
        var codes = Enumerable.Range(1, text.Dictionary.Length - 1).Where(code => ResidentNumber.IsLikely(text.Dictionary[code]) && (isNumber || IsHyphened(text.Dictionary[code]))).ToHashSet();
        if (codes.Count == 0)
        {
            return (text, 0);
        }

        var rows = new int[text.Length];
        var count = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            var refused = codes.Contains(text.Codes[row]);
            rows[row] = refused ? 0 : text.Codes[row];
            count += refused ? 1 : 0;
        }

        string[] words = [.. text.Dictionary.Select((word, code) => codes.Contains(code) ? "·" : word)];
        int[] placeholders = [.. Enumerable.Range(1, words.Length - 1).Where(code => text.IsPlaceholder(code) || codes.Contains(code))];
        return (new TextColumn(text.Name, CodeArray.From(rows, words.Length), words, text.Type, placeholders, text.Separator), count);
    }

    private static (Column, int) Clean(NumberColumn numbers)
    {
        var values = numbers.ToArray();
        var count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (values[row] is >= 1e10 and < 1e13 && ResidentNumber.IsLikely(((long)values[row]).ToString("0000000000000", System.Globalization.CultureInfo.InvariantCulture)))
            {
                values[row] = double.NaN;
                count++;
            }
        }

        return (count == 0 ? numbers : new NumberColumn(numbers.Name, values, numbers.Currency), count);
    }

    private static bool IsHyphened(string text) => text.Trim().Length > 7 && text.Trim()[6] is '-' or '–' or '\u2010' or '\u2011' or ' ';

    private static SourceTable WithoutDeleted(SourceTable source, Findings findings)
    {
        if (source.Table.Columns.FirstOrDefault(column => HeaderWords.Key(column.Name) == "isdeleted") is not { } deleted)
        {
            return source;
        }

        var kept = Enumerable.Range(0, source.Table.RowCount).Where(row => Cells.Flag(deleted.TextAt(row)) != true).ToArray();
        findings.Add("accounts.deleted-rows", source.Name, source.Table.RowCount - kept.Length, source.Table.RowCount, "CRM에서 지운 줄이 {0}줄 있어 뺐어요 ({1}줄 중).", "{0} of {1} rows are marked as deleted in the CRM and were left out.");
        return kept.Length == source.Table.RowCount ? source : source with { Table = source.Table.Take(kept) };
    }
}
