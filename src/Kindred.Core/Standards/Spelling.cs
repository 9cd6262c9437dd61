using System.Text;

namespace Kindred.Core.Standards;

/// <summary>Brings spellings of one word together: full-width and decomposed letters, case, punctuation, spaces.</summary>
internal static class Spelling
{
    /// <summary>Lower-case words with single spaces; everything but letters, digits and the characters kept becomes a space.</summary>
    public static string Words(string text, string keep = "")
    {
        var normal = text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
        var builder = new StringBuilder(normal.Length);
        var gap = false;
        foreach (var c in normal)
        {
            if (!char.IsLetterOrDigit(c) && !keep.Contains(c, StringComparison.Ordinal))
            {
                gap = true;
                continue;
            }

            if (gap && builder.Length > 0)
            {
                builder.Append(' ');
            }

            gap = false;
            builder.Append(char.ToLowerInvariant(c));
        }

        return builder.ToString();
    }

    /// <summary>The same without spaces: "E-Commerce", "e commerce" and "ecommerce" are one key.</summary>
    public static string Key(string text) => Words(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>True for Hangul, kana and Chinese characters: scripts whose words run together.</summary>
    public static bool IsRunOn(char c) => c is (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3130' and <= '\u318F') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    /// <summary>True when <paramref name="term"/> stands in <paramref name="words"/> at word boundaries (Latin) or anywhere (Korean, Japanese, Chinese).</summary>
    public static int IndexOfTerm(string words, string term, int start = 0)
    {
        if (term.Length == 0)
        {
            return -1;
        }

        for (var at = words.IndexOf(term, start, StringComparison.Ordinal); at >= 0; at = words.IndexOf(term, at + 1, StringComparison.Ordinal))
        {
            var end = at + term.Length;
            var openLeft = at == 0 || !IsLatinJoin(words[at - 1], term[0]);
            var openRight = end == words.Length || !IsLatinJoin(words[end], term[^1]);
            if (openLeft && openRight)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsLatinJoin(char outside, char inside) => char.IsLetterOrDigit(outside) && !IsRunOn(outside) && char.IsLetterOrDigit(inside) && !IsRunOn(inside);
}
