using System.Text;
using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Brings headers to words: <c>CompanyName</c>, <c>company_name</c>, <c>Company Name (text)</c>, <c>Company_Name__c</c> are one.</summary>
internal static class HeaderWords
{
    /// <summary>Lower-case words.</summary>
    public static string Words(string header)
    {
        var plain = header.EndsWith("__c", StringComparison.OrdinalIgnoreCase) ? header[..^3] : header;
        var builder = new StringBuilder(plain.Length + 8);
        for (var i = 0; i < plain.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(plain[i]) && (char.IsAsciiLetterLower(plain[i - 1]) || (i + 1 < plain.Length && char.IsAsciiLetterUpper(plain[i - 1]) && char.IsAsciiLetterLower(plain[i + 1]))))
            {
                builder.Append(' ');
            }

            builder.Append(plain[i]);
        }

        return Spelling.Words(builder.ToString());
    }

    /// <summary>The words run together: the key of the lexicon.</summary>
    public static string Key(string header) => Spelling.Key(header.EndsWith("__c", StringComparison.OrdinalIgnoreCase) ? header[..^3] : header);

    /// <summary>The header without what stands in brackets: units, "(metadata)", "(UTC)".</summary>
    public static string WithoutBrackets(string header)
    {
        var open = header.IndexOfAny(['(', '[', '（']);
        return open > 0 ? header[..open].TrimEnd() : header;
    }
}
