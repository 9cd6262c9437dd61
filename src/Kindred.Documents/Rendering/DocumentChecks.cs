using Kindred.Core.Basics;

namespace Kindred.Documents.Rendering;

/// <summary>Why a file is not taken as a document, or a page not shown.</summary>
public static class DocumentChecks
{
    /// <summary>Most bytes of a file.</summary>
    public const long MaxBytes = 200L << 20;

    /// <summary>Most pages.</summary>
    public const int MaxPages = 2_000;

    /// <summary>Longest side of a page, in points: what PDF 1.6 allows without a user unit.</summary>
    public const double MaxSide = 14_400;

    /// <summary>The programs are not installed.</summary>
    public static Reason NoPoppler { get; } = new("documents.no-poppler", "poppler", new Wording(
        "PDF 화면을 만드는 프로그램(poppler)이 없어요. Debian·Ubuntu는 'sudo apt install poppler-utils poppler-data fonts-noto-cjk', macOS는 'brew install poppler'로 설치하고 다시 올려 주세요. 다른 기능은 그대로 쓸 수 있어요.",
        "The program that draws PDF pages (poppler) is missing. Install it with 'sudo apt install poppler-utils poppler-data fonts-noto-cjk' on Debian or Ubuntu, 'brew install poppler' on macOS, and upload again. Everything else works without it."));

    internal static Reason Empty(string file) => new("documents.empty", file, new Wording($"'{file}'은(는) 빈 파일이에요. 다시 내보내서 올려 주세요.", $"'{file}' is empty. Export it again and upload that."));

    internal static Reason NoPdf(string file, string found) => new("documents.not-pdf", file, new Wording(
        $"'{file}'은(는) PDF가 아니에요({found}). 발표 파일이라면 PDF로 내보내서 올려 주세요.", $"'{file}' is no PDF ({found}). If it is a presentation, export it as PDF and upload that."));

    internal static Reason TooLarge(string file, long bytes) => new("documents.too-large", file, new Wording(
        $"'{file}'은(는) {Format.Grouped(bytes >> 20)} MB예요. {Format.Grouped(MaxBytes >> 20)} MB까지 올릴 수 있어요. 그림을 줄여서 다시 내보내 주세요.", $"'{file}' has {Format.Grouped(bytes >> 20)} MB; up to {Format.Grouped(MaxBytes >> 20)} MB are taken. Export it with smaller pictures."));

    internal static Reason Encrypted(string file) => new("documents.encrypted", file, new Wording(
        $"'{file}'은(는) 암호가 걸려 있어요. 암호를 풀어 저장한 파일을 올려 주세요. 링크에 암호를 걸 수 있어요.", $"'{file}' is protected by a password. Save it without one and upload that; the link can ask for a password instead."));

    internal static Reason TooManyPages(string file, int pages) => new("documents.too-many-pages", file, new Wording(
        $"'{file}'은(는) {Format.Grouped(pages)}쪽이에요. {Format.Grouped(MaxPages)}쪽까지 올릴 수 있어요. 나누어 올려 주세요.", $"'{file}' has {Format.Grouped(pages)} pages; up to {Format.Grouped(MaxPages)} are taken. Split it."));

    internal static Reason TooWide(string file, int page, PageSize size) => new("documents.page-too-large", file, new Wording(
        $"'{file}'의 {Format.Whole(page)}쪽이 {Format.Grouped(Math.Round(size.Width))} × {Format.Grouped(Math.Round(size.Height))}pt예요. 한 변이 {Format.Grouped(MaxSide)}pt까지여야 해요.", $"Page {Format.Whole(page)} of '{file}' measures {Format.Grouped(Math.Round(size.Width))} × {Format.Grouped(Math.Round(size.Height))} pt; a side may have up to {Format.Grouped(MaxSide)} pt."));

    internal static Reason Unreadable(string file) => new("documents.unreadable", file, new Wording(
        $"'{file}'을(를) 읽을 수 없어요. 파일이 깨졌을 수 있어요. 만든 프로그램에서 다시 내보내 주세요.", $"'{file}' could not be read. It may be damaged; export it again from the program it was made with."));

    internal static Reason TookTooLong(string file) => new("documents.too-heavy", file, new Wording(
        $"'{file}'을(를) 정해진 시간과 메모리 안에서 읽지 못했어요. 그림과 글꼴을 줄여서 다시 내보내 주세요.", $"'{file}' could not be read within the allowed time and memory. Export it with smaller pictures and fewer fonts."));
}
