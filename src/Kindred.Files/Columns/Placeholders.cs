using System.Text;

namespace Kindred.Files.Columns;

/// <summary>Words people and systems write where they know nothing. <c>None</c> and <c>No</c> are values and not among them.</summary>
internal static class Placeholders
{
    private const int Longest = 40;

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "select", "-select-", "--select--", "- select -", "please select", "select one", "choose", "choose one", "-none-", "--none--",
        "n/a", "#n/a", "n.a.", "n.a", "not applicable", "not available", "not specified", "not provided", "not set", "not known",
        "-", "--", "---", "–", "—", ".", "..", "...", "?", "??", "???", "unknown", "undefined", "unspecified", "(unknown)", "[unknown]", "null", "(null)", "[null]", "nil", "nan", "#null!", "#value!", "#ref!", "#div/0!", "#name?", "#num!",
        "blank", "(blank)", "(empty)", "empty", "tbd", "tba", "tbc", "missing", "no data", "no answer",
        "없음", "미정", "미입력", "미상", "미확인", "미기재", "해당없음", "해당 없음", "해당사항없음", "해당사항 없음", "알수없음", "알 수 없음", "모름", "선택", "선택하세요", "선택 안함", "선택안함", "확인필요", "확인 필요", "(없음)", "(비어 있음)", "정보없음", "정보 없음", "데이터 없음",
    };

    /// <summary>Words that stand for "missing" only among numbers or dates: elsewhere they may mean something (NA: North America, Namibia; 무: a name).</summary>
    private static readonly HashSet<string> AmongFigures = new(StringComparer.Ordinal) { "na", "none", "무", "x", "비공개", "추후", "협의", "별도협의", "추후협의", "pending", "not yet", "미발행", "미계약" };

    /// <summary>First two bytes (ASCII folded) and length of every word: turns nearly every other cell away without making a string.</summary>
    private static readonly HashSet<int> Outlines = [.. Words.Select(word => Outline(Encoding.UTF8.GetBytes(word)))];

    /// <summary>True for a trimmed cell that stands for "missing" in any column.</summary>
    internal static bool Has(ReadOnlySpan<byte> cell) =>
        cell.Length is > 0 and <= Longest && MayBe(cell[0]) && (cell[0] == FirstOfDecomposed || Outlines.Contains(Outline(cell))) && Words.Contains(Fold(cell));

    private static readonly HashSet<int> FigureOutlines = [.. AmongFigures.Select(word => Outline(Encoding.UTF8.GetBytes(word)))];

    /// <summary>True for a trimmed cell that stands for "missing" in a column of numbers or dates.</summary>
    internal static bool HasAmongFigures(ReadOnlySpan<byte> cell) =>
        cell.Length is > 0 and <= Longest && (cell[0] == FirstOfDecomposed || FigureOutlines.Contains(Outline(cell))) && AmongFigures.Contains(Fold(cell));

    /// <summary>First byte of Hangul typed on a Mac (NFD), whose length differs.</summary>
    private const byte FirstOfDecomposed = 0xE1;

    private static int Outline(ReadOnlySpan<byte> cell) =>
        (Lower(cell[0]) << 16) | ((cell.Length > 1 ? Lower(cell[1]) : 0) << 8) | cell.Length;

    private static int Lower(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? b | 0x20 : b;

    private static bool MayBe(byte first) => (uint)(first - '0') > 9;

    private static string Fold(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell).Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
