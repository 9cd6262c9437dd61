using System.Collections.Frozen;
using Kindred.Core.Standards;

namespace Kindred.Core.Members;

/// <summary>Passwords everybody tries first: the 1,000 most common of the allowed length, one or two characters over and over, and runs of the keyboard or the alphabet, forwards and backwards.</summary>
internal static class CommonPasswords
{
    private const int HashDigits = 16;
    private static readonly string[] Runs = ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ"];
    private static readonly Lazy<FrozenSet<string>> Listed = new(() => ReferenceFile.Lines("common-passwords.txt").ToFrozenSet(StringComparer.Ordinal));

    /// <summary>How many are listed.</summary>
    internal static int Count => Listed.Value.Count;

    /// <summary>Whether a password is one of them, whatever its capitals.</summary>
    internal static bool Contains(string password)
    {
        var text = password.ToLowerInvariant();
        return text.Distinct().Count() <= 2
            || Runs.Any(run => run.Contains(text, StringComparison.Ordinal) || string.Concat(run.Reverse()).Contains(text, StringComparison.Ordinal))
            || Listed.Value.Contains(Token.Sha256(text)[..HashDigits]);
    }
}
