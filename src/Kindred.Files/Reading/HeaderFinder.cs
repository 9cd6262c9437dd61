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
        foreach (var row in sound)
        {
            if (row.Cells.Length >= width && row.Filled >= 0.6 * most && NameShare(row) >= 0.6)
            {
                return row;
            }
        }

        return null;
    }

    private static double NameShare(PreviewRow row) => row.Cells.Count(cell => cell.Length > 0 && IsName(cell)) / (double)row.Filled;

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
