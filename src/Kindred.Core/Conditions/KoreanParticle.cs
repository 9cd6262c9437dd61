namespace Kindred.Core.Conditions;

/// <summary>Korean particles whose form depends on the final consonant of the word before.</summary>
public static class KoreanParticle
{
    /// <summary>이나 after a final consonant, 나 after a vowel.</summary>
    public static string Or(string word) => HasFinal(word) ? "이나" : "나";

    /// <summary>이 / 가.</summary>
    public static string Subject(string word) => HasFinal(word) ? "이" : "가";

    /// <summary>은 / 는.</summary>
    public static string Topic(string word) => HasFinal(word) ? "은" : "는";

    /// <summary>을 / 를.</summary>
    public static string Object(string word) => HasFinal(word) ? "을" : "를";

    /// <summary>과 / 와.</summary>
    public static string With(string word) => HasFinal(word) ? "과" : "와";

    /// <summary>이고 / 고.</summary>
    public static string And(string word) => HasFinal(word) ? "이고" : "고";

    /// <summary>Whether a word ends in a consonant sound: Hangul by its final jamo, digits and Latin letters as Koreans read them.</summary>
    public static bool HasFinal(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var letter = word[i];
            if (letter is >= '\uAC00' and <= '\uD7A3')
            {
                return (letter - '\uAC00') % 28 != 0;
            }

            if (char.IsDigit(letter))
            {
                return letter is '0' or '1' or '3' or '6' or '7' or '8';
            }

            if (char.IsLetter(letter))
            {
                return EndsInConsonant(word, i);
            }
        }

        return false;
    }

    /// <summary>
    /// A Latin word as Koreans read it. Capitals are spelt out (CRM 씨알엠, GCP 지씨피): l, m, n and r have a final. In words l, m, n and ng have one, also before a silent e
    /// (Oracle 오라클, Pipeline 파이프라인); b, c, k, p and t only behind a vowel (Chat 챗, but client 클라이언트, Zendesk 젠데스크), k also in ck.
    /// </summary>
    private static bool EndsInConsonant(string word, int at)
    {
        var start = at;
        while (start > 0 && char.IsAsciiLetter(word[start - 1]))
        {
            start--;
        }

        var last = word[at];
        if (word.AsSpan(start, at - start + 1).IndexOfAnyExceptInRange('A', 'Z') < 0)
        {
            return last is 'L' or 'M' or 'N' or 'R';
        }

        var before = at > start ? char.ToLowerInvariant(word[at - 1]) : ' ';
        return char.ToLowerInvariant(last) switch
        {
            'l' or 'm' or 'n' => true,
            'g' => before == 'n',
            'e' => before is 'l' or 'm' or 'n',
            'k' => before == 'c' || IsVowel(before),
            'b' or 'c' or 'p' or 't' => IsVowel(before),
            _ => false,
        };
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
