namespace Kindred.Core.Standards;

/// <summary>Turns what CRMs hold in an industry field (codes, titles, picklist labels and internal names, free Korean and English) into codes and a sector.</summary>
public static class IndustryReader
{
    private static readonly Lazy<(Dictionary<string, string[]> ByKey, (string Words, string[] Row)[] Longest)> Terms = new(ReadTerms);

    private static readonly Lazy<Dictionary<string, IndustryCode>> Titles = new(ReadTitles);

    private static readonly Lazy<(HashSet<string> Words, IndustryCode Code)[]> TitleWords = new(() => [.. Titles.Value.Values.Distinct()
        .Select(code => (Tokens(code.Title.En), code))]);

    private static readonly Lazy<Dictionary<string, string>> NaicsByKsic = new(() => ReferenceFile.Rows("industry-terms.csv").GroupBy(row => row[3], StringComparer.Ordinal)
        .Where(group => group.Select(row => row[2]).Distinct(StringComparer.Ordinal).Count() == 1)
        .ToDictionary(group => group.Key, group => group.First()[2], StringComparer.Ordinal));

    /// <summary>What the text means, or null when nothing fits.</summary>
    /// <param name="text">Code, title, label or free text.</param>
    /// <param name="hint">Which classification a bare code belongs to, where the column says so.</param>
    public static IndustryMatch? Read(string text, IndustrySystem? hint = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = Spelling.Key(text);
        return key.Length == 0 ? null : AsCode(text, hint) ?? AsTitle(text, key) ?? AsSynonym(text, key) ?? AsWords(text);
    }

    private static IndustryMatch? AsCode(string text, IndustrySystem? hint)
    {
        var code = text.Trim().ToUpperInvariant();
        foreach (var prefix in new[] { "NAICS", "KSIC" })
        {
            if (code.StartsWith(prefix, StringComparison.Ordinal))
            {
                hint = prefix == "KSIC" ? IndustrySystem.Ksic11 : IndustrySystem.Naics2022;
                code = code[prefix.Length..].Trim(' ', ':', '-', '_');
            }
        }

        if (code.Length is >= 3 and <= 6 && code[0] is >= 'A' and <= 'U' && code.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            hint = IndustrySystem.Ksic11;
            code = code[1..];
        }

        if (code.Length is < 2 or > 6 || code.AsSpan().IndexOfAnyExcept("0123456789-") >= 0)
        {
            return null;
        }

        var naics = hint == IndustrySystem.Ksic11 ? null : IndustryCodes.Find(IndustrySystem.Naics2022, code);
        var ksic = hint == IndustrySystem.Naics2022 ? null : IndustryCodes.Find(IndustrySystem.Ksic11, code);
        var both = naics is not null && ksic is not null;
        if (both)
        {
            ksic = null; // A bare code of 2–5 digits that both lists know: NAICS, at half the confidence.
        }

        return (naics ?? ksic) is { } found ? Of(text, found, IndustryMatchMethod.Code, both ? 0.5 : 1.0) : null;
    }

    private static IndustryMatch? AsTitle(string text, string key) =>
        !Terms.Value.ByKey.ContainsKey(key) && Titles.Value.TryGetValue(key, out var code) ? Of(text, code, IndustryMatchMethod.Title, 1.0) : null;

    private static IndustryMatch? AsSynonym(string text, string key) =>
        Terms.Value.ByKey.TryGetValue(key, out var row) ? Of(text, row, IndustryMatchMethod.Synonym, 0.95) : null;

    private static IndustryMatch? AsWords(string text)
    {
        var words = Spelling.Words(text);
        foreach (var (term, row) in Terms.Value.Longest)
        {
            if (term.Length >= 2 && Spelling.IndexOfTerm(words, term) >= 0)
            {
                return Of(text, row, IndustryMatchMethod.Words, 0.7);
            }
        }

        var tokens = Tokens(text);
        var best = (Share: 0.0, Code: (IndustryCode?)null);
        foreach (var (title, code) in TitleWords.Value)
        {
            var shared = tokens.Count(title.Contains);
            var share = shared == 0 ? 0 : (double)shared / (tokens.Count + title.Count - shared);
            if (share > best.Share)
            {
                best = (share, code);
            }
        }

        return best is { Share: >= 0.5, Code: { } found } ? Of(text, found, IndustryMatchMethod.Words, 0.5) : null;
    }

    private static IndustryMatch? Of(string text, IndustryCode code, IndustryMatchMethod method, double confidence) =>
        Sectors.OfCode(code.System, code.Code) is { } sector
            ? new IndustryMatch(text, sector, code.System == IndustrySystem.Naics2022 ? code : NaicsOf(code.Code), code.System == IndustrySystem.Ksic11 ? code : null, method, confidence)
            : null;

    private static IndustryMatch Of(string text, string[] row, IndustryMatchMethod method, double confidence) =>
        new(text, Sectors.Find(row[1])!, IndustryCodes.Find(IndustrySystem.Naics2022, row[2]), IndustryCodes.Find(IndustrySystem.Ksic11, row[3]), method, confidence);

    /// <summary>The NAICS code that the list of spellings puts beside a KSIC code, or null: nothing is guessed from a crosswalk here.</summary>
    private static IndustryCode? NaicsOf(string ksic) => NaicsByKsic.Value.TryGetValue(ksic, out var naics) ? IndustryCodes.Find(IndustrySystem.Naics2022, naics) : null;

    private static HashSet<string> Tokens(string text) => [.. Spelling.Words(text).Split(' ').Where(word => word.Length > 2 && word is not ("and" or "the" or "other" or "all" or "except" or "services" or "manufacturing" or "industry"))];

    private static (Dictionary<string, string[]>, (string, string[])[]) ReadTerms()
    {
        var byKey = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var longest = new List<(string Words, string[] Row)>();
        foreach (var row in ReferenceFile.Rows("industry-terms.csv"))
        {
            foreach (var term in row[0].Split('|'))
            {
                byKey.TryAdd(Spelling.Key(term), row);
                longest.Add((Spelling.Words(term), row));
            }
        }

        return (byKey, [.. longest.OrderByDescending(pair => pair.Words.Length).ThenBy(pair => pair.Words, StringComparer.Ordinal)]);
    }

    private static Dictionary<string, IndustryCode> ReadTitles()
    {
        var titles = new Dictionary<string, IndustryCode>(StringComparer.Ordinal);
        foreach (var code in IndustryCodes.All(IndustrySystem.Ksic11).Concat(IndustryCodes.All(IndustrySystem.Naics2022)))
        {
            foreach (var title in new[] { code.Title.Ko, code.Title.En })
            {
                var plain = title.IndexOf('(', StringComparison.Ordinal) is > 0 and var at && code.Code.Length == 1 ? title[..at] : title;
                titles.TryAdd(Spelling.Key(plain), code); // Coarser entries come first: a title that repeats down the tree means the widest.
            }
        }

        return titles;
    }
}
