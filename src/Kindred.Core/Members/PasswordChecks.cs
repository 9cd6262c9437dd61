using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Which passwords are refused, and why (NIST SP 800-63B: length and known-bad, no rules on kinds of characters).</summary>
public static class PasswordChecks
{
    /// <summary>Shortest password, in characters as people count them.</summary>
    public const int MinLength = 10;

    /// <summary>Longest password, in UTF-16 units: so that a flood of long ones costs nothing.</summary>
    public const int MaxLength = 1_000;

    /// <summary>Null when a new password may be used.</summary>
    /// <param name="password">The password.</param>
    /// <param name="email">Whose it will be.</param>
    /// <param name="name">Their name.</param>
    public static Reason? Check(Secret password, EmailAddress email, string name)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(email);
        var text = Comparable(password);
        if (text.Length > MaxLength)
        {
            return MemberChecks.PasswordLong(MaxLength);
        }

        var length = new System.Globalization.StringInfo(text).LengthInTextElements;
        if (length < MinLength)
        {
            return MemberChecks.PasswordShort(length, MinLength);
        }

        if (IsPersonal(text, email, name))
        {
            return MemberChecks.PasswordPersonal;
        }

        return CommonPasswords.Contains(text) ? MemberChecks.PasswordCommon : null;
    }

    /// <summary>Form C; text without one (lone surrogates) as it is.</summary>
    internal static string Comparable(Secret password)
    {
        var text = password.Reveal();
        try
        {
            return text.Length > MaxLength ? text[..(MaxLength + 1)] : text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>The address, the name or the product and nothing of one's own besides digits and signs.</summary>
    private static bool IsPersonal(string password, EmailAddress email, string name)
    {
        var letters = Letters(password);
        return letters.Length > 0 && new[] { email.Text, email.Text.Split('@')[0], name ?? "", "kindred", "kindredkindred" }.Any(known => Letters(known) is { Length: > 0 } words && words == letters);
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetter));
}
