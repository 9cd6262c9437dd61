using Kindred.Core.Basics;

namespace Kindred.Files.Reading;

/// <summary>Tells from the first bytes what a file is, whatever its name says, and refuses what is no table.</summary>
internal static class FormatGuard
{
    internal static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The reason to refuse a file, or null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="isWide">The bytes look like UTF-16, in which control values are letters' halves.</param>
    internal static Reason? Refusal(string path, ReadOnlySpan<byte> head, bool isWide)
    {
        if (head.StartsWith("%PDF"u8))
        {
            return FileChecks.WrongKind(path, "is-pdf", "PDF 문서예요", "a PDF document");
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return head.IndexOf(Wide("EncryptedPackage")) >= 0 || head.IndexOf(Wide("EncryptionInfo")) >= 0
                ? FileChecks.Xlsx(path, "encrypted-workbook",
                    $"'{path}'은(는) 암호가 걸린 엑셀 파일이에요. 엑셀에서 암호를 풀고 다시 저장해 주세요.",
                    $"'{path}' is a workbook protected by a password. Open it, remove the password and save it again.")
                : FileChecks.WrongKind(path, "is-xls", "옛 엑셀 형식(.xls)이에요", "a workbook of the old binary format (.xls)");
        }

        var text = SkipBlanks(head);
        if (StartsFolded(text, "<!doctype html"u8) || StartsFolded(text, "<html"u8) || StartsFolded(text, "<table"u8) || StartsFolded(text, "<meta"u8))
        {
            return FileChecks.WrongKind(path, "is-html", "이름과 달리 웹 페이지(HTML)예요", "a web page (HTML), whatever its name says");
        }

        if (text.StartsWith("<?xml"u8))
        {
            return FileChecks.WrongKind(path, "is-xml", "XML 문서예요", "an XML document");
        }

        if ((text.StartsWith("{"u8) || text.StartsWith("[{"u8)) && text.IndexOf("\":"u8) > 0)
        {
            return FileChecks.WrongKind(path, "is-json", "JSON 파일이에요", "a JSON file");
        }

        return Binary(path, head, isWide);
    }

    private static Reason? Binary(string path, ReadOnlySpan<byte> head, bool isWide)
    {
        var isBinary = head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || head.StartsWith("GIF8"u8) || head.StartsWith("7z\u00BC"u8) || head.StartsWith("Rar!"u8) || head.StartsWith("SQLite format 3"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x7F, 0x45, 0x4C, 0x46])
            || head.StartsWith("PAR1"u8) || head.StartsWith("{\\rtf"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) || head.StartsWith("BZh"u8);
        var controls = 0;
        foreach (var b in head[..Math.Min(head.Length, 4096)])
        {
            controls += b is < 9 or (> 13 and < 32) and not 0x1B ? 1 : 0;
        }

        var zeros = head[..Math.Min(head.Length, 4096)].Count((byte)0);
        var looksBinary = !isWide && controls - zeros > Math.Min(head.Length, 4096) / 50;
        return isBinary || looksBinary
            ? FileChecks.WrongKind(path, "is-binary", "글자로 된 표가 아니라 이진 파일(그림, 압축 등)이에요", "no text table but a binary file (image, archive …)")
            : null;
    }

    private static ReadOnlySpan<byte> SkipBlanks(ReadOnlySpan<byte> head) => (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);

    private static bool StartsFolded(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length >= lower.Length && System.Text.Ascii.EqualsIgnoreCase(text[..lower.Length], lower);

    private static byte[] Wide(string text) => System.Text.Encoding.Unicode.GetBytes(text);
}
