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
                return char.ToLowerInvariant(letter) is 'l' or 'm' or 'n' or 'b' or 'k' or 'p' or 'c' or 't' && !EndsSilently(word, i);
            }
        }

        return false;
    }

    /// <summary>Latin words that Koreans read with an added vowel: "Salesforce" ends in 스, "market" in 트 or 켓 by habit.</summary>
    private static bool EndsSilently(string word, int at) => at > 0 && char.ToLowerInvariant(word[at]) is 't' && char.ToLowerInvariant(word[at - 1]) is 's' or 'f' or 'c';
}
