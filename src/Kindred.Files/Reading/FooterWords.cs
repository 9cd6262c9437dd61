using System.Text;
using System.Text.RegularExpressions;

namespace Kindred.Files.Reading;

/// <summary>Recognises the closing lines of report exports.</summary>
internal static partial class FooterWords
{
    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal)
    {
        "total", "totals", "total:", "grand total", "grand totals", "subtotal", "sub total", "sum", "합계", "총계", "소계", "총합계", "총 합계", "합 계", "계", "누계",
    };

    /// <summary>True for a line that can only be a notice or a total, whatever its number of cells.</summary>
    internal static bool IsNotice(string line) => Notice().IsMatch(line);

    /// <summary>Quick test on the first bytes: can the cell be a word for "total"?</summary>
    internal static bool IsTotal(ReadOnlySpan<byte> cell)
    {
        if (cell.Length is 0 or > 20 || (uint)(cell[0] - '0') <= 9)
        {
            return false;
        }

        var first = cell[0] | 0x20;
        if (cell[0] < 0x80 && first is not ('t' or 'g' or 's'))
        {
            return false;
        }

        return Totals.Contains(Encoding.UTF8.GetString(CellText.Trim(cell)).ToLowerInvariant());
    }

    [GeneratedRegex(@"^[\s""'\*]*(confidential information|copyright\b|\(c\)\s|©|generated (by|on|at)\b|report (generated|run|created)|exported (by|on|from)\b|printed (by|on)\b|page \d+ of \d+|(grand )?totals?\b|sub-?total\b|end of (report|file)|all rights reserved|records? (shown|found|returned)|\d+ (rows?|records?)( selected| returned)?\s*$|합\s?계|총\s?계|총합계|소\s?계|출력\s?일|조회\s?(일|기간|조건)|작성일|생성일|※|본 (자료|문서)|무단|총 ?[\d,]+ ?(건|행|개))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();
}
