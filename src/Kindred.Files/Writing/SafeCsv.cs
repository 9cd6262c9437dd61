using System.Text;
using Kindred.Core.Tables;
using Kindred.Files.Columns;

namespace Kindred.Files.Writing;

/// <summary>Writes CSV that no spreadsheet takes for formulas: text beginning with = + - @ (also full-width, also behind white space) or with TAB, CR, LF gets an apostrophe in front, unless it is a number.
/// Reading takes exactly that apostrophe away again. UTF-8 with byte order mark, so that Korean opens right in Excel; CRLF line ends.</summary>
public static class SafeCsv
{
    /// <summary>Writes a table: words as written, numbers and dates in their plain form.</summary>
    public static void Write(Stream target, Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Write(target, [.. table.Columns.Select(column => column.Name)], Rows(table));
    }

    /// <summary>Writes a header and rows of text; null is an empty cell.</summary>
    public static void Write(Stream target, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(rows);
        using var writer = new StreamWriter(target, new UTF8Encoding(true), 1 << 16, leaveOpen: true);
        WriteRow(writer, header);
        foreach (var row in rows)
        {
            WriteRow(writer, row);
        }
    }

    /// <summary>A cell as it stands in the file, quoted and prefixed where needed.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if ((IsFormulaStarter(bytes) && !IsNumber(bytes)) || WithoutPrefix(bytes).Length != bytes.Length)
        {
            text = "'" + text;
        }

        var mustQuote = text.AsSpan().ContainsAny(",;\t|\"\r\n") || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        return mustQuote ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
    }

    /// <summary>The cell without the apostrophe that writing puts before formula starters.</summary>
    internal static ReadOnlySpan<byte> WithoutPrefix(ReadOnlySpan<byte> cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsFormulaStarter(cell.TrimStart((byte)'\'')) ? cell[1..] : cell;

    internal static bool IsFormulaStarter(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0 || text[0] is (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            return text.Length > 0;
        }

        text = Reading.CellText.Trim(text);
        return text.Length > 0 && (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@'
            || text.StartsWith("＝"u8) || text.StartsWith("＋"u8) || text.StartsWith("－"u8) || text.StartsWith("＠"u8));
    }

    /// <summary>Words of a workbook, whose cells are typed and need no apostrophe: one is added only where reading would take one away.</summary>
    internal static string InWorkbook(string text) => text.StartsWith('\'') && Encoding.UTF8.GetBytes(text) is var bytes && WithoutPrefix(bytes).Length != bytes.Length ? "'" + text : text;

    /// <summary>Letters before the digits make a cell reference of "-USD5", which is a number to us; a plus before many digits makes a telephone number, which a spreadsheet would round.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var digit = text.IndexOfAnyInRange((byte)'0', (byte)'9');
        return digit > 0 && !text[..digit].ContainsAnyInRange((byte)'A', (byte)'Z') && !text[..digit].ContainsAnyInRange((byte)'a', (byte)'z')
            && ((NumberCell.TryRead(text, DecimalStyle.Point, 0, out var reading) || NumberCell.TryRead(text, DecimalStyle.Comma, 0, out reading)) && !reading.IsLong);
    }

    private static void WriteRow(StreamWriter writer, IReadOnlyList<string?> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            writer.Write(Cell(cells[i] ?? ""));
        }

        // A lone empty cell would read as a blank line.
        writer.Write(cells.Count == 1 && string.IsNullOrEmpty(cells[0]) ? "\"\"\r\n" : "\r\n");
    }

    private static IEnumerable<string[]> Rows(Table table)
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            yield return [.. table.Columns.Select(column => column is TextColumn text ? text.RawAt(row) : column.TextAt(row))];
        }
    }
}
