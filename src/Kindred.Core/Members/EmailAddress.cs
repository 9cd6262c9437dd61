using System.Globalization;
using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>An e-mail address a member signs in with.</summary>
public sealed record EmailAddress
{
    private const int MaxLength = 254;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string text) => Text = text;

    /// <summary>As written, in Unicode form C and with a lower-case domain.</summary>
    public string Text { get; }

    /// <summary>What tells one address from another: without regard to capitals.</summary>
    public string Key => Text.ToLowerInvariant();

    /// <summary>Reads an address, or says why it is none (RFC 5321 lengths; one @; no spaces or control characters; a domain of dotted names).</summary>
    public static Result<EmailAddress> Of(string? text)
    {
        var trimmed = Normalised((text ?? "").Trim());
        var at = trimmed.LastIndexOf('@');
        return at > 0 && at <= 64 && trimmed.Length <= MaxLength && trimmed.IndexOf('@', StringComparison.Ordinal) == at
            && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"' or ',' or ';' or '(' or ')' or '\\' or '\uFFFD' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            && IsDomain(trimmed[(at + 1)..])
            ? Result.Accepted(new EmailAddress(trimmed[..at] + "@" + trimmed[(at + 1)..].ToLowerInvariant()))
            : Result.Refused<EmailAddress>(MemberChecks.EmailInvalid(trimmed));
    }

    /// <summary>An address read back from a store that only holds valid ones.</summary>
    public static EmailAddress Stored(string text) => new(text);

    /// <inheritdoc />
    public bool Equals(EmailAddress? other) => other is not null && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>Lone surrogates have no form C; they become a character no address has.</summary>
    private static string Normalised(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return "\uFFFD";
        }
    }

    private static bool IsDomain(string domain)
    {
        if (domain.StartsWith('[') || !domain.Contains('.', StringComparison.Ordinal))
        {
            return domain == "localhost";
        }

        try
        {
            return Idn.GetAscii(domain).Split('.').All(label => label.Length > 0);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
