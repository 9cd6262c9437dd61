using System.Text;

namespace Kindred.Files.Reading;

/// <summary>The encodings files come in, by the names people use.</summary>
internal static class Encodings
{
    internal const string Utf8 = "utf-8";
    internal const string Utf16Little = "utf-16le";
    internal const string Utf16Big = "utf-16be";
    internal const string Korean = "cp949";
    internal const string Western = "windows-1252";

    private static readonly Lazy<bool> Registered = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return true;
    });

    /// <summary>Makes the code pages known to the process (also to the workbook reader).</summary>
    internal static void Register() => _ = Registered.Value;

    /// <summary>The encoding of a name, undecodable bytes as U+FFFD; null when nobody knows the name.</summary>
    internal static Encoding? Find(string name)
    {
        Register();
        var codePage = name.Trim().ToLowerInvariant().Replace('_', '-') switch
        {
            "utf-8" or "utf8" or "utf-8-sig" or "utf-8-bom" => 65001,
            "utf-16" or "utf-16le" or "utf16" or "utf16le" or "unicode" => 1200,
            "utf-16be" or "utf16be" => 1201,
            "cp949" or "949" or "ms949" or "uhc" or "euc-kr" or "euckr" or "ks-c-5601-1987" or "windows-949" => 949,
            "windows-1252" or "cp1252" or "1252" or "latin-1" or "latin1" or "iso-8859-1" or "ansi" => 1252,
            _ => 0,
        };
        return codePage switch
        {
            0 => null,
            65001 => new UTF8Encoding(false),
            _ => Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")),
        };
    }

    internal static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => Utf8,
        1200 => Utf16Little,
        1201 => Utf16Big,
        949 => Korean,
        _ => Western,
    };
}
