using System.Text;

namespace Kindred.Core.Standards;

/// <summary>How alike two company names are, and what to do about it.</summary>
/// <param name="Score">0–1: 1 equal cores; else the Jaro–Winkler similarity of the cores (Hangul by letter), 0.5 at most when their digits differ, below "same" when one has a word more.</param>
/// <param name="Verdict">Same, to be reviewed by a person, or different.</param>
public sealed record NameSimilarity(double Score, NameVerdict Verdict)
{
    /// <summary>From this score on two names are shown for review.</summary>
    public const double ReviewFrom = 0.88;

    /// <summary>From this score on two names are taken as one company.</summary>
    public const double SameFrom = 0.97;

    /// <summary>Compares two names. Cost O(length²).</summary>
    public static NameSimilarity Of(CompanyName left, CompanyName right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var score = left.Key == right.Key ? 1.0 : JaroWinkler(Letters(left.Key), Letters(right.Key));
        if (score < 1.0 && Digits(left.Key) != Digits(right.Key))
        {
            score = Math.Min(score, 0.5); // "매듭 1호" and "매듭 2호" are two companies however alike the rest.
        }
        else if (score < 1.0 && Words(left) != Words(right))
        {
            score = Math.Min(score, SameFrom - 0.01); // "United Oil & Gas" and "United Oil & Gas UK": a word more may be a subsidiary, so a person looks.
        }

        return new NameSimilarity(score, score >= SameFrom ? NameVerdict.Same : score >= ReviewFrom ? NameVerdict.Review : NameVerdict.Different);
    }

    /// <summary>Jaro–Winkler similarity (Winkler 1990: prefix scale 0.1, at most 4 letters), 0–1.</summary>
    public static double JaroWinkler(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length == right.Length ? 1.0 : 0.0;
        }

        var window = Math.Max(0, (Math.Max(left.Length, right.Length) / 2) - 1);
        Span<bool> leftHit = left.Length <= 128 ? stackalloc bool[left.Length] : new bool[left.Length];
        Span<bool> rightHit = right.Length <= 128 ? stackalloc bool[right.Length] : new bool[right.Length];
        leftHit.Clear();
        rightHit.Clear();
        var hits = 0;
        for (var i = 0; i < left.Length; i++)
        {
            for (var j = Math.Max(0, i - window); j < Math.Min(right.Length, i + window + 1); j++)
            {
                if (!rightHit[j] && left[i] == right[j])
                {
                    leftHit[i] = rightHit[j] = true;
                    hits++;
                    break;
                }
            }
        }

        if (hits == 0)
        {
            return 0.0;
        }

        var swaps = 0;
        for (int i = 0, j = 0; i < left.Length; i++)
        {
            if (!leftHit[i])
            {
                continue;
            }

            while (!rightHit[j])
            {
                j++;
            }

            swaps += left[i] == right[j] ? 0 : 1;
            j++;
        }

        double m = hits;
        var jaro = ((m / left.Length) + (m / right.Length) + ((m - (swaps / 2)) / m)) / 3.0;
        var prefix = 0;
        while (prefix < Math.Min(4, Math.Min(left.Length, right.Length)) && left[prefix] == right[prefix])
        {
            prefix++;
        }

        return jaro + (prefix * 0.1 * (1.0 - jaro));
    }

    private static int Words(CompanyName name) => name.Core.Count(c => c == ' ');

    /// <summary>Hangul by letter: 삼 is three.</summary>
    private static string Letters(string key) => Ascii.IsValid(key) ? key : key.Normalize(NormalizationForm.FormD);

    private static string Digits(string key) => key.AsSpan().IndexOfAnyInRange('0', '9') < 0 ? "" : string.Concat(key.Where(char.IsAsciiDigit));
}
