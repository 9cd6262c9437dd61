using System.Text;

namespace Kindred.Files.Reading;

/// <summary>A cell as text: trimmed, and composed (NFC) so that names typed on a Mac equal names typed elsewhere.</summary>
internal static class CellText
{
    /// <summary>Without white space around it: ASCII blanks, no-break space (C2 A0), ideographic space (E3 80 80), byte order mark.</summary>
    internal static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        while (cell.Length > 0)
        {
            if (cell[0] <= 0x20)
            {
                cell = cell[1..];
            }
            else if (cell[0] >= 0x80 && cell.StartsWith("\u00A0"u8))
            {
                cell = cell[2..];
            }
            else if (cell[0] >= 0x80 && (cell.StartsWith("\u3000"u8) || cell.StartsWith("\uFEFF"u8)))
            {
                cell = cell[3..];
            }
            else
            {
                break;
            }
        }

        while (cell.Length > 0)
        {
            if (cell[^1] <= 0x20)
            {
                cell = cell[..^1];
            }
            else if (cell[^1] >= 0x80 && cell.EndsWith("\u00A0"u8))
            {
                cell = cell[..^2];
            }
            else if (cell[^1] >= 0x80 && (cell.EndsWith("\u3000"u8) || cell.EndsWith("\uFEFF"u8)))
            {
                cell = cell[..^3];
            }
            else
            {
                break;
            }
        }

        return cell;
    }

    /// <summary>Trimmed, NFC, and without the prefix our own exports put before formula starters.</summary>
    internal static string Clean(ReadOnlySpan<byte> cell)
    {
        cell = Writing.SafeCsv.WithoutPrefix(Trim(cell));
        var text = Encoding.UTF8.GetString(cell);
        return Ascii.IsValid(cell) || text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
    }
}
