namespace Kindred.Core.Accounts;

/// <summary>Brings ids of CRMs to one form.</summary>
internal static class CrmKey
{
    /// <summary>The id as it is compared: the first of several joined by ';' or ','; Salesforce ids of 18 characters by their first 15 (case matters in these, so comparison is ordinal); others as written.</summary>
    public static string Normal(string text)
    {
        var key = text.Trim();
        var end = key.AsSpan().IndexOfAny(';', ',');
        key = end > 0 ? key[..end].Trim() : key;
        return key.Length == 18 && IsSalesforce(key) ? key[..15] : key;
    }

    /// <summary>True for letters and digits with the two zeros of a Salesforce key prefix or a custom object's 'a0'.</summary>
    private static bool IsSalesforce(string key)
    {
        foreach (var c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return key.StartsWith("00", StringComparison.Ordinal) || key.StartsWith("a0", StringComparison.Ordinal) || key.StartsWith("50", StringComparison.Ordinal) || key.StartsWith("70", StringComparison.Ordinal);
    }
}
