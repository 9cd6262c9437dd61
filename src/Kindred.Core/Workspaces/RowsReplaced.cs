using Kindred.Core.Basics;

namespace Kindred.Core.Workspaces;

/// <summary>Rows of an older table that a newer one brings again.</summary>
/// <param name="Older">File of the older rows.</param>
/// <param name="Newer">File of the newer rows.</param>
/// <param name="Rows">How many rows both hold.</param>
/// <param name="Key">Columns by which the rows were told to be the same; empty when every cell had to agree.</param>
/// <param name="AreKept">The ids agree but the rows do not: they are taken for different records, and both stay.</param>
public sealed record RowsReplaced(string Older, string Newer, int Rows, IReadOnlyList<string> Key, bool AreKept)
{
    /// <summary>In a sentence.</summary>
    public Wording Sentence
    {
        get
        {
            var rows = Format.Grouped(Rows);
            var key = string.Join(" + ", Key);
            return AreKept
                ? new Wording(
                    $"'{Older}'과(와) '{Newer}'에 같은 {key}이(가) {rows}개 있지만 내용이 서로 달라 다른 기록으로 보고 둘 다 썼어요. 같은 기록이라면 오래된 파일을 빼거나 되돌려 주세요.",
                    $"'{Older}' and '{Newer}' share {rows} values of {key}, but the rows differ: they were taken for different records and both used. If they are the same, leave out or undo the older file.")
                : Key.Count == 0
                    ? new Wording($"'{Newer}'에 '{Older}'과(와) 똑같은 행이 {rows}개 있어 한 번만 썼어요.", $"{rows} rows of '{Older}' stand unchanged in '{Newer}' and were used once.")
                    : new Wording($"'{Newer}'의 행이 '{Older}'의 행 {rows}개를 대신해요({key} 기준).", $"Rows of '{Newer}' replace {rows} rows of '{Older}' (same {key}).");
        }
    }
}
