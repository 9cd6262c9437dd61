using System.Numerics;
using Kindred.Core.Members;

namespace Kindred.Documents.Sharing;

/// <summary>The public part of a link: 128 random bits as 22 base62 digits. At a million guesses a second a hit among a million links takes ten billion years.</summary>
public static class PublicTokens
{
    /// <summary>Length of a token.</summary>
    public const int Length = 22;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>A fresh token.</summary>
    public static string New(Randomness randomness)
    {
        ArgumentNullException.ThrowIfNull(randomness);
        var number = new BigInteger(randomness.Bytes(16), isUnsigned: true);
        var digits = new char[Length];
        for (var i = Length - 1; i >= 0; i--)
        {
            number = BigInteger.DivRem(number, Digits.Length, out var digit);
            digits[i] = Digits[(int)digit];
        }

        return new string(digits);
    }

    /// <summary>Whether a text has the form of a token; nothing else is looked up.</summary>
    public static bool IsToken(string? text) => text is { Length: Length } && text.All(char.IsAsciiLetterOrDigit);
}
