using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Tables;

namespace Kindred.Tests.Accounts;

/// <summary>A plain CSV reader for these tests, so that they stand without Kindred.Files: types by column, dates in one stated format.</summary>
internal static class TestTables
{
    public static SourceTable File(string path, char separator = ',', string dates = "yyyy-MM-dd") =>
        Read(Path.GetFileName(path), System.IO.File.ReadAllText(path), separator, dates);

    public static SourceTable Read(string name, string text, char separator = ',', string dates = "yyyy-MM-dd")
    {
        var rows = Rows(text.TrimStart('\uFEFF'), separator);
        var header = rows[0];
        var columns = new List<Column>();
        for (var i = 0; i < header.Length; i++)
        {
            columns.Add(Typed(header[i].Trim(), [.. rows.Skip(1).Select(row => i < row.Length ? row[i].Trim() : "")], dates));
        }

        return new SourceTable(new Table(name, columns, rows.Count - 1), name, null, []);
    }

    private static Column Typed(string name, string[] values, string dates)
    {
        var filled = values.Where(value => value.Length > 0 && value is not ("N/A" or "-" or "Unknown" or "unknown" or "없음")).ToArray();
        if (filled.Length > 0 && filled.All(value => Day(value, dates) is not null))
        {
            return new DateColumn(name, [.. values.Select(value => Day(value, dates)?.Ticks ?? DateColumn.Missing)]);
        }

        if (filled.Length > 0 && filled.All(value => double.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _)))
        {
            return new NumberColumn(name, [.. values.Select(value => double.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)]);
        }

        var boolean = filled.Length > 0 && filled.All(value => value.ToUpperInvariant() is "TRUE" or "FALSE" or "YES" or "NO" or "Y" or "N");
        var column = TextColumn.From(name, values, boolean ? ColumnType.Boolean : ColumnType.Text);
        var missing = Enumerable.Range(1, column.Dictionary.Length - 1).Where(code => column.Dictionary[code] is "N/A" or "-" or "Unknown" or "unknown" or "없음").ToArray();
        return new TextColumn(name, column.Codes, column.Dictionary, column.Type, missing);
    }

    private static DateTime? Day(string value, string dates) =>
        DateTime.TryParseExact(value, [dates, dates + " HH:mm:ss", dates + " HH:mm", dates + " hh:mm tt"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static List<string[]> Rows(string text, char separator)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == separator)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c == '\n')
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (cells.Count > 1 || cells[0].Length > 0)
                {
                    rows.Add([.. cells]);
                }

                cells.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        return rows;
    }
}
