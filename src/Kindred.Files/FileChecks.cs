using Kindred.Core.Basics;

namespace Kindred.Files;

/// <summary>Why a whole file was not taken: every refusal with its reason.</summary>
internal static class FileChecks
{
    internal static Reason NotFound(string path) => Of("not-found", path,
        $"'{path}' 파일이 없어요. 경로를 확인해 주세요.",
        $"There is no file '{path}'. Check the path.");

    internal static Reason IsFolder(string path) => Of("is-a-folder", path,
        $"'{path}'은(는) 폴더예요. 파일을 하나 골라 주세요.",
        $"'{path}' is a folder. Name a file.");

    internal static Reason Unreadable(string path, string why) => Of("unreadable", path,
        $"'{path}' 파일을 열 수 없어요({why}). 권한을 확인하거나 다른 프로그램에서 닫아 주세요.",
        $"'{path}' cannot be opened ({why}). Check permissions or close it elsewhere.");

    internal static Reason Empty(string path) => Of("empty", path,
        $"'{path}' 파일이 비어 있어요(0바이트). 다시 내려받아 주세요.",
        $"'{path}' is empty (0 bytes). Download it again.");

    internal static Reason NoTable(string path) => Of("no-table", path,
        $"'{path}'에서 표를 찾지 못했어요. 빈 줄뿐이에요.",
        $"No table in '{path}': nothing but blank lines.");

    internal static Reason NoRows(string path, long line) => Of("no-rows", path,
        $"'{path}'에는 머리글({line}번째 줄)만 있고 데이터 행이 없어요.",
        $"'{path}' has a header (line {line}) and no rows below it.");

    internal static Reason NoHeader(string path, string cells) => Of("no-header", path,
        $"머리글 줄이 보이지 않아요. 첫 줄이 값처럼 보여요: {cells}. 맨 위에 열 이름을 한 줄 넣어 주세요.",
        $"There is no header line; the first line looks like data: {cells}. Put a line with column names on top.");

    internal static Reason BrokenHeader(string path, long line) => Of("broken-header", path,
        $"{line}번째 줄의 머리글에서 따옴표가 닫히지 않았어요. 그 줄을 고쳐 주세요.",
        $"In the header on line {line} a quote never closes. Correct that line.");

    internal static Reason TooManyColumns(string path, int count) => Of("too-many-columns", path,
        $"열이 {count}개예요. {TableFiles.MostColumns}개까지 읽을 수 있어요. 필요한 열만 남겨 주세요.",
        $"{count} columns; at most {TableFiles.MostColumns} can be read. Keep the columns you need.");

    internal static Reason TooManyRows(string path) => Of("too-many-rows", path,
        "행이 20억 개를 넘어요. 파일을 나눠 주세요.",
        "More than two billion rows. Split the file.");

    internal static Reason UnknownEncoding(string path, string name) => Of("unknown-encoding", path,
        $"'{name}'이라는 인코딩은 몰라요. utf-8, utf-16le, utf-16be, cp949, windows-1252 중에서 골라 주세요.",
        $"Encoding '{name}' is not known. Choose utf-8, utf-16le, utf-16be, cp949 or windows-1252.");

    internal static Reason BadDelimiter(string path, char delimiter) => Of("bad-delimiter", path,
        $"'{delimiter}'는 구분 문자로 쓸 수 없어요. 쉼표, 세미콜론, 탭, | 같은 한 글자를 골라 주세요.",
        $"'{delimiter}' cannot separate cells. Choose one ASCII character such as comma, semicolon, tab or |.");

    internal static Reason WrongKind(string path, string code, string ko, string en) => Of(code, path,
        $"'{path}'은(는) {ko}. CSV나 XLSX로 내보내 주세요.",
        $"'{path}' is {en}. Export it as CSV or XLSX.");

    internal static Reason Xlsx(string path, string code, string ko, string en) => Of(code, path, ko, en);

    private static Reason Of(string code, string path, string ko, string en) => new("files." + code, path, new Wording(ko, en));
}
