using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Workspaces;

/// <summary>
/// Takes resident registration numbers out of rows before they are stored: the cell becomes empty, and in the text of a reject the digits become '*'.
/// Thirteen plain digits may be a barcode or a time; they are taken out only of columns that by their name hold such numbers.
/// </summary>
internal static class ResidentNumbersOut
{
    public static TableBatch Of(TableBatch batch)
    {
        Column[]? columns = null;
        for (var i = 0; i < batch.Table.Columns.Count; i++)
        {
            if (batch.Table.Columns[i] is TextColumn text && Cleaned(text) is { } cleaned)
            {
                columns ??= [.. batch.Table.Columns];
                columns[i] = cleaned;
            }
        }

        var rejects = batch.Rejects.Count == 0 ? batch.Rejects : [.. batch.Rejects.Select(Of)];
        return batch with { Table = columns is null ? batch.Table : new Table(batch.Table.Name, columns, batch.Table.RowCount), Rejects = rejects };
    }

    private static Reject Of(Reject reject) => reject with
    {
        RawText = ResidentNumber.Masked(reject.RawText),
        Reason = reject.Reason with { Message = new(ResidentNumber.Masked(reject.Reason.Message.Ko), ResidentNumber.Masked(reject.Reason.Message.En)) },
    };

    private static TextColumn? Cleaned(TextColumn column)
    {
        var isNumber = column.Name.Contains("주민", StringComparison.Ordinal) || column.Name.Contains("등록번호", StringComparison.Ordinal);
        bool[]? refused = null;
        for (var code = 1; code < column.Dictionary.Length; code++)
        {
            var word = column.Dictionary[code];
            if (word.Length is >= 13 and <= 24 && ResidentNumber.IsLikely(word) && (isNumber || !word.All(char.IsDigit)))
            {
                refused ??= new bool[column.Dictionary.Length];
                refused[code] = true;
            }
        }

        if (refused is null)
        {
            return null;
        }

        var codes = new int[column.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = refused[column.Codes[row]] ? 0 : column.Codes[row];
        }

        string[] dictionary = [.. column.Dictionary.Select((word, code) => refused[code] ? "·" : word)];
        int[] placeholders = [.. Enumerable.Range(1, dictionary.Length - 1).Where(code => column.IsPlaceholder(code) || refused[code])];
        return new TextColumn(column.Name, CodeArray.From(codes, dictionary.Length), dictionary, column.Type, placeholders, column.Separator);
    }
}
