using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Documents.Sharing;

/// <summary>Addresses and domains that may read. A domain lets its sub-domains in; look-alike letters do not help, as names are compared in their ASCII form (IDNA).</summary>
public static class AllowList
{
    private const int Most = 500;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Reads what was typed: one a line, or with commas.</summary>
    /// <returns>Addresses and domains in ASCII, lower case; refused: <c>links.allowed</c>, <c>links.allowed-many</c>.</returns>
    public static Result<IReadOnlyList<string>> Read(string? text)
    {
        var entries = (text ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (entries.Length > Most)
        {
            return Result.Refused<IReadOnlyList<string>>("links.allowed-many", Format.Whole(entries.Length), $"주소와 도메인은 {Format.Whole(Most)}개까지 넣을 수 있어요.", $"Up to {Format.Whole(Most)} addresses and domains.");
        }

        var read = new List<string>();
        foreach (var entry in entries)
        {
            if (Ascii(entry.TrimStart('@')) is not { } clean)
            {
                return Result.Refused<IReadOnlyList<string>>("links.allowed", entry, $"'{entry}'은(는) 주소나 도메인이 아니에요. 예: jiwoo@example.kr 또는 example.kr", $"'{entry}' is neither an address nor a domain. For example: jiwoo@example.com or example.com");
            }

            read.Add(clean);
        }

        return Result.Accepted<IReadOnlyList<string>>([.. read.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Whether an address may read.</summary>
    public static bool Allows(IReadOnlyList<string> allowed, string email)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        if (allowed.Count == 0)
        {
            return true;
        }

        if (Ascii(email) is not { } clean || !clean.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var domain = clean[(clean.LastIndexOf('@') + 1)..];
        return allowed.Any(entry => entry.Contains('@', StringComparison.Ordinal) ? entry == clean : domain == entry || domain.EndsWith("." + entry, StringComparison.Ordinal));
    }

    /// <summary>Address or domain in ASCII and lower case; null when it is neither.</summary>
    private static string? Ascii(string text)
    {
        var at = text.LastIndexOf('@');
        if (at >= 0 && !EmailAddress.Of(text).IsAccepted)
        {
            return null;
        }

        try
        {
            var domain = Idn.GetAscii(text[(at + 1)..].TrimEnd('.')).ToLowerInvariant();
            return domain.Contains('.', StringComparison.Ordinal) ? (at >= 0 ? text[..(at + 1)].ToLowerInvariant() : "") + domain : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
