using System.Text;

namespace Kindred.Reports;

/// <summary>Turns any text into harmless HTML: the five special characters become entities; control characters and characters that turn the reading direction are dropped; broken surrogates become U+FFFD.</summary>
internal static class Escaping
{
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case '\n' or '\t': escaped.Append((char)rune.Value); break;
                case < 0x20 or (>= 0x7F and <= 0x9F): break;
                case (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C: break;
                case 0xFFFE or 0xFFFF: break;
                default: escaped.Append(rune); break;
            }
        }

        return escaped.ToString();
    }
}
