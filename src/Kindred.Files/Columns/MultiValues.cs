namespace Kindred.Files.Columns;

/// <summary>Finds columns whose cells list several values (<c>Salesforce;Slack</c>): the pieces come from a small vocabulary and repeat, and cells hold different numbers of them.</summary>
internal static class MultiValues
{
    private const int LargestVocabulary = 400;

    /// <summary>The separator, or null.</summary>
    internal static char? Separator(IReadOnlyList<(string Word, long Count)> words)
    {
        foreach (var separator in (ReadOnlySpan<char>)[';', ',', '|'])
        {
            if (Lists(words, separator))
            {
                return separator;
            }
        }

        return null;
    }

    private static bool Lists(IReadOnlyList<(string Word, long Count)> words, char separator)
    {
        var pieces = new Dictionary<string, long>(StringComparer.Ordinal);
        var sizes = new HashSet<int>();
        long rows = 0, several = 0, occurrences = 0;
        var alone = false;
        foreach (var (word, count) in words)
        {
            rows += count;
            if (!word.Contains(separator, StringComparison.Ordinal))
            {
                sizes.Add(1);
                pieces[word] = pieces.GetValueOrDefault(word) + count;
                occurrences += count;
                alone = true;
                continue;
            }

            var parts = word.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1)
            {
                several += count;
            }

            sizes.Add(parts.Length);
            foreach (var part in parts)
            {
                if (part.Length > 40 || (separator == ',' && part.Length < 2))
                {
                    return false;
                }

                pieces[part] = pieces.GetValueOrDefault(part) + count;
                occurrences += count;
            }

            if (pieces.Count > LargestVocabulary)
            {
                return false;
            }
        }

        // "Seoul, KR" has always two pieces: a composite, not a list.
        var varies = sizes.Count > 1 && (separator == ';' || (alone && sizes.Count > 2) || sizes.Max() > 2);
        return several >= Math.Max(2, rows / 20) && varies && occurrences >= 3L * pieces.Count && SharedPieces(words, separator, pieces.Count);
    }

    /// <summary>Pieces must meet in different company: fewer pieces than distinct lists, or pieces also occur alone.</summary>
    private static bool SharedPieces(IReadOnlyList<(string Word, long Count)> words, char separator, int vocabulary)
    {
        var lists = words.Count(pair => pair.Word.Contains(separator, StringComparison.Ordinal));
        return lists >= 2 && vocabulary <= (lists * 2) + 2;
    }
}
