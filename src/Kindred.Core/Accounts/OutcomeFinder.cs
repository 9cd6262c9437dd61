using Kindred.Core.Standards;
using Kindred.Core.Tables;

namespace Kindred.Core.Accounts;

/// <summary>Finds the column of a wide sheet that says how each row ended.</summary>
internal static class OutcomeFinder
{
    private static readonly string[] Buys = [.. "outcome|result|won|is won|win|status|converted|conversion|target|label|y|purchased|subscribed|deal status|signed|결과|성공여부|계약여부|수주여부|전환여부|구매여부|가입여부|도입여부|계약결과|성공|수주".Split('|').Select(Spelling.Key)];

    private static readonly string[] Leaves = [.. "churn|churned|churn flag|is churned|has churned|exited|attrition|cancelled|canceled|left|이탈|이탈여부|해지|해지여부".Split('|').Select(Spelling.Key)];

    private static readonly HashSet<string> Positive = new("won|win|yes|true|1|y|success|converted|signed|customer|subscribed|purchased|성공|수주|계약|계약완료|예|가입|구매|전환|도입".Split('|'), StringComparer.Ordinal);

    /// <summary>An outcome column.</summary>
    /// <param name="Column">Header.</param>
    /// <param name="PositiveWord">Word that means a good end: won, or (for churn columns) stayed.</param>
    /// <param name="IsChurn">True when the column says who left.</param>
    internal sealed record Found(string Column, string PositiveWord, bool IsChurn);

    /// <summary>The outcome column of a table: two words, and a name that says so; null when there is none.</summary>
    public static Found? Find(Table table)
    {
        foreach (var (names, churn) in new[] { (Buys, false), (Leaves, true) })
        {
            foreach (var column in table.Columns)
            {
                if (Array.IndexOf(names, HeaderWords.Key(column.Name)) >= 0 && PositiveOf(column, churn) is { } word)
                {
                    return new Found(column.Name, word, churn);
                }
            }
        }

        return null;
    }

    /// <summary>Which of a column's two words is the good end; null when it has not exactly two, or neither is known.</summary>
    public static string? PositiveOf(Column column, bool churn)
    {
        var words = Words(column);
        if (words.Count != 2)
        {
            return null;
        }

        var yes = words.Where(word => Positive.Contains(word.ToLowerInvariant()) || StageWords.IsWon(word)).ToArray();
        return yes.Length != 1 ? null : churn ? words.First(word => word != yes[0]) : yes[0];
    }

    private static List<string> Words(Column column)
    {
        var words = new List<string>();
        for (var row = 0; row < column.Length && words.Count <= 2; row++)
        {
            if (column.TextAt(row) is { Length: > 0 } word && !words.Contains(word))
            {
                words.Add(word);
            }
        }

        return words;
    }
}
