namespace Kindred.Files.Columns;

/// <summary>Pairs of words that mean yes and no. 1 and 0 stay numbers.</summary>
internal static class BooleanWords
{
    private static readonly string[][] Pairs =
    [
        ["true", "false"], ["yes", "no"], ["y", "n"], ["t", "f"], ["예", "아니오"], ["예", "아니요"], ["네", "아니요"], ["네", "아니오"], ["참", "거짓"], ["o", "x"],
    ];

    /// <summary>For words of one pair in whatever case: how each is kept; null when the words are no pair. true/false become True/False everywhere, other words keep their first spelling.</summary>
    internal static Dictionary<string, string>? Of(IEnumerable<string> words)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            var folded = word.ToLowerInvariant();
            kept.TryAdd(folded, folded switch { "true" => "True", "false" => "False", _ => word });
            if (kept.Count > 2)
            {
                return null;
            }
        }

        var isPair = Pairs.Any(pair => kept.Keys.All(word => pair.Contains(word)));
        return isPair && (kept.Count == 2 || (kept.Count == 1 && kept.Keys.First().Length > 1)) ? kept : null;
    }
}
