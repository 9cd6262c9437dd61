using System.Text;
using Kindred.Files.Columns;

namespace Kindred.Files.Reading;

/// <summary>Finds the header among the first rows: the first row that is as wide as the table, well filled, and holds names rather than values.</summary>
internal static class HeaderFinder
{
    private const int SearchedRows = 60;

    /// <summary>The header row, or null when no row qualifies.</summary>
    /// <param name="rows">First rows of the file.</param>
    /// <param name="width">Cells of the table's rows.</param>
    internal static PreviewRow? Find(IReadOnlyList<PreviewRow> rows, int width)
    {
        var sound = rows.Where(row => row.Fault == RecordFault.None && row.Filled > 0).Take(SearchedRows).ToList();
        if (sound.Count == 0)
        {
            return null;
        }

        var wide = sound.Where(row => row.Cells.Length >= width).ToList();
        var most = wide.Count == 0 ? 0 : wide.Max(row => row.Filled);
        for (var i = 0; i < sound.Count; i++)
        {
            var row = sound[i];
            if (row.Cells.Length >= width && row.Filled >= 0.6 * most && NameShare(row, i + 1 < sound.Count ? sound[i + 1] : null) >= 0.6)
            {
                return row;
            }
        }

        return null;
    }

    /// <summary>Share of cells that name a column. Months above figures (Account, 2026-01, 2026-02 …) name columns too; dates above dates do not.</summary>
    private static double NameShare(PreviewRow row, PreviewRow? below) =>
        row.Cells.Where((cell, i) => cell.Length > 0 && (IsName(cell) || (IsDate(cell) && below is not null && i < below.Cells.Length && !IsDate(below.Cells[i])))).Count() / (double)row.Filled;

    private static bool IsDate(string cell) => DateCell.TryRead(Encoding.UTF8.GetBytes(cell), out _);

    private static bool IsName(string cell)
    {
        if (cell.Length == 4 && cell.All(char.IsAsciiDigit) && string.CompareOrdinal(cell, "1900") >= 0 && string.CompareOrdinal(cell, "2100") < 0)
        {
            return true;
        }

        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(cell.Length)];
        var text = bytes.AsSpan(0, Encoding.UTF8.GetBytes(cell, bytes));
        return cell.Length <= 200
            && !NumberCell.TryRead(text, DecimalStyle.Point, 0, out _)
            && !NumberCell.TryRead(text, DecimalStyle.Comma, 0, out _)
            && !DateCell.TryRead(text, out _);
    }
}
