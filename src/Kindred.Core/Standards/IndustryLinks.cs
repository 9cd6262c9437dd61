namespace Kindred.Core.Standards;

/// <summary>Crosswalks between classifications: KSIC 10 → 11 (official), NAICS 2017 → 2022, KSIC 11 → ISIC 4 → NAICS 2017 → 2022.</summary>
public static class IndustryLinks
{
    private static readonly Lazy<ILookup<string, string>> Ksic10 = new(() => ReferenceFile.Rows("ksic-10-to-11.csv").ToLookup(row => row[0], row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<ILookup<string, (string To, bool Exact)>> Naics2017 = new(() => ReferenceFile.Rows("naics-2017-to-2022.csv")
        .ToLookup(row => row[0], row => (row[1], row[2] == "1"), StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, (string To, bool Exact)[]>> KsicIsic = new(() => ReferenceFile.Rows("ksic-to-isic.csv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(row => (row[1], row[2] == "1")).ToArray(), StringComparer.Ordinal));

    private static readonly Lazy<(string Naics, string Isic, bool Exact)[]> IsicNaics = new(() => [.. ReferenceFile.Rows("naics2017-to-isic4.csv")
        .Where(row => row[0] != "0")
        .Select(row => (row[0], row[1].Length >= 4 ? row[1] : row[1].PadLeft(4, '0'), row[2] == "0" && row[3] == "0"))]);

    /// <summary>The 11th-revision codes of a 10th-revision subclass (5 digits). A code with several successors gives approximate links.</summary>
    public static IReadOnlyList<IndustryLink> FromKsic10(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var targets = Ksic10.Value[code].Distinct(StringComparer.Ordinal).ToArray();
        return [.. targets.Select(to => new IndustryLink(code, to, targets.Length > 1))];
    }

    /// <summary>The 2022 codes of a 2017 six-digit NAICS code; an unchanged code gives itself.</summary>
    public static IReadOnlyList<IndustryLink> FromNaics2017(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var links = Naics2017.Value[code].Select(link => new IndustryLink(code, link.To, !link.Exact)).ToArray();
        return links.Length > 0 ? links : IndustryCodes.Find(IndustrySystem.Naics2022, code) is null ? [] : [new IndustryLink(code, code, false)];
    }

    /// <summary>The NAICS 2022 codes behind a KSIC 11 code, over ISIC 4, rolled up to <paramref name="digits"/> digits, most-named first. KSIC and ISIC agree by division only, so all but a few links are approximate.</summary>
    /// <param name="ksic">KSIC 11 code of 2–5 digits.</param>
    /// <param name="digits">2 to 6 NAICS digits.</param>
    public static IReadOnlyList<IndustryLink> KsicToNaics(string ksic, int digits = 3)
    {
        ArgumentNullException.ThrowIfNull(ksic);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 6);
        for (var length = Math.Min(ksic.Length, 5); length >= 2; length--)
        {
            if (KsicIsic.Value.TryGetValue(ksic[..length], out var isic))
            {
                return ToNaics(ksic, isic, digits, exactPrefix: length == ksic.Length);
            }
        }

        return [];
    }

    private static List<IndustryLink> ToNaics(string ksic, (string To, bool Exact)[] isic, int digits, bool exactPrefix)
    {
        var counts = new Dictionary<string, (int Count, bool Approximate)>(StringComparer.Ordinal);
        foreach (var (prefix, exact) in isic)
        {
            foreach (var (naics, code, whole) in IsicNaics.Value)
            {
                if (!code.StartsWith(prefix, StringComparison.Ordinal))
                {
                    continue;
                }

                foreach (var link in FromNaics2017(naics))
                {
                    var to = IndustryCodes.Find(IndustrySystem.Naics2022, link.To.Length <= digits || link.To.Contains('-', StringComparison.Ordinal) ? link.To : link.To[..digits])!.Code;
                    var (count, approximate) = counts.GetValueOrDefault(to);
                    counts[to] = (count + 1, approximate || !exactPrefix || !exact || !whole || link.IsApproximate);
                }
            }
        }

        return [.. counts.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new IndustryLink(ksic, pair.Key, pair.Value.Approximate))];
    }
}
