using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>The sector words, and the sector of an official code (longest prefix wins).</summary>
public static class Sectors
{
    private static readonly Lazy<Dictionary<string, Sector>> ByWord = new(() => ReferenceFile.Rows("sectors.csv")
        .ToDictionary(row => row[0], row => new Sector(row[0], new Wording(row[1], row[2])), StringComparer.Ordinal));

    private static readonly Dictionary<string, string> Naics = Prefixes(
        "11 agriculture|21 energy|22 energy|23 construction|31 manufacturing|32 manufacturing|33 manufacturing|3254 health|42 commerce|44 commerce|45 commerce|48 logistics|49 logistics|51 media|5132 software|517 telecom|518 software|519 software|52 finance|522320 fintech|53 real-estate|532 services|54 services|5415 software|541714 health|55 services|56 services|5615 hospitality|562 energy|61 education|62 health|71 hospitality|711 media|72 hospitality|81 services|813 nonprofit|92 public");

    private static readonly Dictionary<string, string> Ksic = Prefixes(
        "A agriculture|B energy|C manufacturing|D energy|E energy|F construction|G commerce|H logistics|I hospitality|J software|K finance|L real-estate|M services|N services|O public|P education|Q health|R hospitality|S services|01 agriculture|02 agriculture|03 agriculture|05 energy|06 energy|07 energy|08 energy|1 manufacturing|2 manufacturing|21 health|30 manufacturing|31 manufacturing|32 manufacturing|33 manufacturing|34 manufacturing|35 energy|36 energy|37 energy|38 energy|39 energy|41 construction|42 construction|45 commerce|46 commerce|47 commerce|49 logistics|50 logistics|51 logistics|52 logistics|55 hospitality|56 hospitality|58 media|5821 media|5822 software|59 media|60 media|61 telecom|62 software|63 software|639 media|64 finance|65 finance|66 finance|68 real-estate|7 services|70113 health|752 hospitality|84 public|85 education|86 health|87 health|90 media|91 hospitality|94 nonprofit|95 services|96 services");

    /// <summary>All sectors.</summary>
    public static IReadOnlyCollection<Sector> All => ByWord.Value.Values;

    /// <summary>The sector of a word, or null.</summary>
    public static Sector? Find(string word) => ByWord.Value.GetValueOrDefault(word);

    /// <summary>The sector an official code belongs to, or null.</summary>
    public static Sector? OfCode(IndustrySystem system, string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var prefixes = system == IndustrySystem.Naics2022 ? Naics : Ksic;
        var plain = system == IndustrySystem.Naics2022 && code.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? code[..dash] : code;
        for (var length = plain.Length; length > 0; length--)
        {
            if (prefixes.TryGetValue(plain[..length], out var word))
            {
                return Find(word);
            }
        }

        return null;
    }

    private static Dictionary<string, string> Prefixes(string text) => text.Split('|').Select(pair => pair.Split(' ')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
