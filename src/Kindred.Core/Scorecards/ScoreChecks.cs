using Kindred.Core.Basics;
using Kindred.Core.Tables;

namespace Kindred.Core.Scorecards;

/// <summary>Why a table or a lead cannot be scored by a card.</summary>
internal static class ScoreChecks
{
    internal static Reason NoSuchField(Table table, string field) => NoSuchField(table.Name, field, [.. table.Columns.Select(column => column.Name)]);

    internal static Reason NoSuchField(string subject, string field, IReadOnlyList<string> known)
    {
        var close = known.Where(name => string.Equals(name.Trim(), field, StringComparison.OrdinalIgnoreCase)).Concat(known).Distinct(StringComparer.Ordinal).Take(8).Select(name => $"'{name}'");
        return CardChecks.Of("no-such-field", subject,
            $"점수표의 항목 '{field}'이(가) '{subject}'에 없어요. 있는 열: {string.Join(", ", close)}{More(known.Count)}. 열 이름을 점수표와 같게 맞춰 주세요.",
            $"The card asks for '{field}', which '{subject}' does not have. Its columns: {string.Join(", ", close)}{More(known.Count)}. Name the column as in the card.");
    }

    /// <param name="subject">Table.</param>
    /// <param name="field">Field.</param>
    /// <param name="text">Its column.</param>
    /// <param name="code">Code of the word.</param>
    /// <param name="lines">Line in the file a row, or null.</param>
    internal static Reason WordInNumber(string subject, PlanField field, TextColumn text, int code, long[]? lines)
    {
        var row = 0;
        while (text.Codes[row] != code)
        {
            row++;
        }

        return WordInNumber(subject, field.Name, text.Dictionary[code], lines is null ? ($" ({CardChecks.Number(row + 1)}번째 행)", $" (row {CardChecks.Number(row + 1)})") : ($" ({CardChecks.Number(lines[row])}번째 줄)", $" (line {CardChecks.Number(lines[row])})"));
    }

    /// <param name="subject">File or lead.</param>
    /// <param name="field">Field.</param>
    /// <param name="word">What stands there.</param>
    /// <param name="where">Row or line, in both languages; empty when there is only one.</param>
    internal static Reason WordInNumber(string subject, string field, string word, (string Ko, string En) where) => CardChecks.Of("word-in-number", subject,
        $"항목 '{field}'은(는) 숫자인데 '{Short(word)}'이(가) 적혀 있어요{where.Ko}. 단위 없이 숫자만 쓰고, 모르면 비워 두세요.",
        $"The field '{field}' takes numbers, but '{Short(word)}' stands there{where.En}. Write a plain number without a unit; leave it empty when unknown.");

    internal static Reason DateInField(string subject, PlanField field, DateColumn dates)
    {
        var row = 0;
        while (row < dates.Length - 1 && dates.IsMissing(row))
        {
            row++;
        }

        return CardChecks.Of("date-in-field", subject,
            $"항목 '{field.Name}'은(는) {(field.IsNumber ? "숫자" : "낱말")}인데 날짜 '{dates.TextAt(row)}'이(가) 적혀 있어요. 점수표를 만든 파일과 같은 열을 주세요.",
            $"The field '{field.Name}' takes {(field.IsNumber ? "numbers" : "words")}, but the column holds dates such as '{dates.TextAt(row)}'. Give the column the card was learned from.");
    }

    private static string Short(string word) => word.Length > 60 ? word[..60] + "…" : word;

    private static string More(int count) => count > 8 ? " …" : "";
}
