using System.Text;
using System.Text.RegularExpressions;

namespace Kindred.Core.Standards;

/// <summary>A company name brought to its core: legal forms, punctuation, case, full-width and decomposed letters removed.</summary>
/// <param name="Written">As in the file, trimmed, NFC.</param>
/// <param name="Core">Lower-case words without legal form: what is compared and shown in matches.</param>
public sealed partial record CompanyName(string Written, string Core)
{
    private static readonly HashSet<string> Tails = new(StringComparer.Ordinal)
    {
        "inc", "incorporated", "llc", "ltd", "limited", "co", "company", "corp", "corporation", "plc", "gmbh", "ag", "kg", "ohg", "ug", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv",
        "pty", "pte", "pvt", "private", "llp", "lp", "kk", "oy", "oyj", "ab", "asa", "aps", "sdn", "bhd", "kft", "zrt", "doo", "sro", "ltda", "sl", "jsc", "pjsc", "cv",
    };

    private static readonly string[] Korean =
    [
        "농업회사법인", "어업회사법인", "유한책임회사", "주식회사", "유한회사", "합자회사", "합명회사", "사단법인", "재단법인", "의료법인", "학교법인", "사회복지법인", "株式会社", "有限会社", "合同会社", "股份有限公司", "有限公司",
    ];

    /// <summary>The core without spaces: equal for "삼성 전자" and "삼성전자".</summary>
    public string Key => Core.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Reads a name. A text of nothing but a legal form keeps it as its core.</summary>
    public static CompanyName Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = text.Trim();
        var plain = written;
        if (!Ascii.IsValid(written))
        {
            written = written.Normalize(NormalizationForm.FormC);
            plain = Marks().Replace(written.Normalize(NormalizationForm.FormKC), " ");
            foreach (var form in Korean)
            {
                plain = plain.Replace(form, " ", StringComparison.Ordinal);
            }
        }

        plain = !plain.Contains('.', StringComparison.Ordinal) ? plain : Dotted().Replace(plain, match => match.Value.Replace(".", "", StringComparison.Ordinal));
        var words = Spelling.Words(plain.Replace("&", " and ", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && (Tails.Contains(words[^1]) || words[^1] == "and"))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && words[0] == "the")
        {
            words.RemoveAt(0);
        }

        return new CompanyName(written, words.Count == 0 ? Spelling.Words(written) : string.Join(' ', words));
    }

    [GeneratedRegex(@"\((주|유|합|재|사|의|학|株|有)\)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\b(?:[A-Za-z]\.){2,}")]
    private static partial Regex Dotted();
}
