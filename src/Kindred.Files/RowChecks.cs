using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Files.Reading;

namespace Kindred.Files;

/// <summary>Why a single row was not taken. The same reason object serves all rows with the same trouble.</summary>
internal static class RowChecks
{
    internal static Reason OfFault(RecordFault fault, string subject, int found, int width) => fault switch
    {
        RecordFault.BrokenQuote => BrokenQuote(subject),
        RecordFault.TooLong => TooLong(subject),
        RecordFault.Nul => Nul(subject),
        RecordFault.BadBytes => BadBytes(subject),
        RecordFault.CellTooLong => CellTooLong(subject),
        _ => FieldCount(subject, found, width),
    };

    internal static Reason FieldCount(string subject, int found, int width) => new("files.field-count", subject, new Wording(
        found == 0 ? $"칸 수가 머리글({Text(width)}칸)과 달라요. 구분 문자나 따옴표를 확인해 주세요." : $"칸이 {Text(found)}개인데 머리글은 {Text(width)}개예요. 구분 문자나 따옴표를 확인해 주세요.",
        found == 0 ? $"The number of cells differs from the header's {Text(width)}. Check separators and quotes." : $"{Text(found)} cells where the header has {Text(width)}. Check separators and quotes."));

    internal static Reason BrokenQuote(string subject) => new("files.broken-quote", subject, new Wording(
        "따옴표가 닫히지 않았거나 닫는 따옴표 뒤에 글자가 있어요. 따옴표 안의 따옴표는 두 번(\"\") 써 주세요.",
        "A quote never closes, or text follows the closing quote. Write a quote inside quotes twice (\"\")."));

    internal static Reason TooLong(string subject) => new("files.record-too-long", subject, new Wording(
        "한 행이 1 MiB를 넘어요. 줄바꿈이나 따옴표가 빠지지 않았는지 확인해 주세요.",
        "One row exceeds 1 MiB. Check whether a line break or a quote is missing."));

    internal static Reason Nul(string subject) => new("files.nul-byte", subject, new Wording(
        "행 안에 NUL(0) 문자가 있어요. 파일이 깨졌을 수 있으니 다시 내려받아 주세요.",
        "The row holds a NUL (0) character. The file may be damaged; download it again."));

    internal static Reason BadBytes(string subject) => new("files.undecodable", subject, new Wording(
        "파일의 인코딩으로 읽을 수 없는 글자(\uFFFD)가 있어요. --encoding으로 맞는 인코딩을 골라 주세요.",
        "Characters cannot be read in the file's encoding (\uFFFD). Choose the right one with --encoding."));

    internal static Reason CellTooLong(string subject) => new("files.cell-too-long", subject, new Wording(
        "칸 하나가 32,767자를 넘어요. 엑셀이 허용하는 길이까지만 받을 수 있어요.",
        "A cell exceeds 32,767 characters, the most a workbook may hold."));

    internal static Reason EmptyRow(string subject) => new("files.empty-row", subject, new Wording(
        "구분 문자만 있고 값이 하나도 없는 행이에요.",
        "The row has separators but no value."));

    internal static Reason RepeatedHeader(string subject) => new("files.repeated-header", subject, new Wording(
        "표 안에서 머리글이 되풀이된 줄이에요.",
        "The line repeats the header inside the table."));

    internal static Reason Footer(string subject) => new("files.footer-line", subject, new Wording(
        "보고서 끝에 붙는 안내나 합계 줄이라서 데이터로 세지 않았어요.",
        "A closing line of the report (notice or total), not data."));

    internal static Reason NotANumber(string column, string cell) => new("files.not-a-number", column, new Wording(
        $"'{column}' 열의 '{Short(cell)}'은(는) 숫자가 아니에요. 이 열의 다른 값은 숫자예요. 숫자로 고치거나 비워 주세요.",
        $"Column '{column}': '{Short(cell)}' is not a number, as the column's other values are. Correct it or leave it empty."));

    internal static Reason NotADate(string column, string cell, string expected) => new("files.not-a-date", column, new Wording(
        $"'{column}' 열의 '{Short(cell)}'은(는) 날짜가 아니에요. 이 열은 {expected} 순서예요. 고치거나 비워 주세요.",
        $"Column '{column}': '{Short(cell)}' is not a date. Expected {expected}; correct it, leave it empty, or set --date-order if the file differs."));

    private static string Short(string cell) => cell.Length <= 60 ? cell : cell[..60] + "…";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
