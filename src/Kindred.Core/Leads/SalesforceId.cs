using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>Salesforce record ids: 15 characters in which case matters, or 18, whose last three say which of the 15 are capitals.</summary>
public static class SalesforceId
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    /// <summary>The 18-character form. An id of 18 characters is checked against its last three: a spreadsheet that changed capitals shows here.</summary>
    /// <returns>18 characters; refused: <c>leads.salesforce-id</c>.</returns>
    public static Result<string> Eighteen(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        id = id.Trim();
        if (id.Length is not (15 or 18))
        {
            return Result.Refused<string>(LeadChecks.SalesforceId(id, $"{Format.Whole(id.Length)}자 / {Format.Whole(id.Length)} characters"));
        }

        if (!id.All(char.IsAsciiLetterOrDigit))
        {
            return Result.Refused<string>(LeadChecks.SalesforceId(id, "글자와 숫자만 / letters and digits only"));
        }

        var full = id[..15] + Suffix(id);
        return id.Length == 15 || string.Equals(full[15..], id[15..], StringComparison.OrdinalIgnoreCase)
            ? Result.Accepted(full)
            : Result.Refused<string>(LeadChecks.SalesforceId(id, $"…{id[15..]} ≠ …{full[15..]}"));
    }

    /// <summary>True for what may be an id of Salesforce: 15 or 18 letters and digits that begin with a key prefix.</summary>
    public static bool IsLikely(string id) => id is { Length: 15 or 18 } && id.All(char.IsAsciiLetterOrDigit) && char.IsAsciiDigit(id[0]) && char.IsAsciiDigit(id[1]);

    /// <summary>Five bits for five characters, the first character lowest: 1 where it is a capital.</summary>
    private static string Suffix(string id)
    {
        Span<char> suffix = stackalloc char[3];
        for (var part = 0; part < 3; part++)
        {
            var bits = 0;
            for (var i = 0; i < 5; i++)
            {
                bits |= char.IsAsciiLetterUpper(id[(part * 5) + i]) ? 1 << i : 0;
            }

            suffix[part] = Alphabet[bits];
        }

        return suffix.ToString();
    }
}
