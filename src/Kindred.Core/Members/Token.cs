using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Kindred.Core.Members;

/// <summary>Secrets in links and cookies: a prefix that says what it is, 256 random bits and a checksum, so that secret scanners find a leaked one and a mistyped one is refused without a look-up.</summary>
/// <remarks>Form as GitHub's tokens: prefix, base62 digits, CRC-32 (ISO 3309) of prefix and digits as six base62 digits. Stores keep only the SHA-256: with 256 random bits a slow hash adds nothing.</remarks>
public static class Token
{
    /// <summary>A session.</summary>
    public const string Session = "kds_";

    /// <summary>A link that opens the product from the terminal.</summary>
    public const string OpenLink = "kdl_";

    /// <summary>An invitation.</summary>
    public const string Invitation = "kdi_";

    /// <summary>A link to choose a new password.</summary>
    public const string Reset = "kdr_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int BodyDigits = 43;
    private const int ChecksumDigits = 6;

    /// <summary>A fresh token.</summary>
    /// <param name="prefix">What it is for: one of the prefixes of this class.</param>
    /// <param name="randomness">Where its 256 bits come from.</param>
    public static Secret New(string prefix, Randomness randomness)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(randomness);
        var body = prefix + Base62(new BigInteger(randomness.Bytes(32), isUnsigned: true, isBigEndian: true), BodyDigits);
        return new Secret(body + Base62(Crc32(body), ChecksumDigits));
    }

    /// <summary>SHA-256 of a well-formed token as lower-case hexadecimal; null when the text is no token of this kind.</summary>
    public static string? HashOf(string prefix, Secret token)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(token);
        var text = token.Reveal();
        if (text.Length != prefix.Length + BodyDigits + ChecksumDigits || !text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var body = text[..^ChecksumDigits];
        return Base62(Crc32(body), ChecksumDigits) == text[^ChecksumDigits..] ? Sha256(text) : null;
    }

    /// <summary>SHA-256 of a text (UTF-8) as lower-case hexadecimal.</summary>
    internal static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>CRC-32 as in ISO 3309 and PNG; "123456789" gives CBF43926.</summary>
    internal static uint Crc32(string text)
    {
        var crc = uint.MaxValue;
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }

    private static string Base62(BigInteger number, int length)
    {
        var digits = new char[length];
        for (var i = length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            digits[i] = Digits[(int)digit];
        }

        return new string(digits);
    }
}
