using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A country or territory of ISO 3166-1.</summary>
/// <param name="Iso2">Two letters: KR.</param>
/// <param name="Iso3">Three letters: KOR.</param>
/// <param name="Name">Short name (CLDR 42).</param>
/// <param name="Currency">ISO 4217 code of its currency, or empty.</param>
public sealed record Country(string Iso2, string Iso3, Wording Name, string Currency)
{
    private static readonly Lazy<(Country[] All, Dictionary<string, Country> ByKey)> Loaded = new(Load);

    /// <summary>All 249 entries.</summary>
    public static IReadOnlyList<Country> All => Loaded.Value.All;

    /// <summary>Reads a code or name in Korean or English, with usual other spellings; null when unknown.</summary>
    public static Country? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Loaded.Value.ByKey.GetValueOrDefault(Spelling.Key(text));
    }

    private static (Country[], Dictionary<string, Country>) Load()
    {
        var all = new List<Country>();
        var byKey = new Dictionary<string, Country>(StringComparer.Ordinal);
        foreach (var row in ReferenceFile.Rows("countries.csv"))
        {
            var country = new Country(row[0], row[1], new Wording(row[3], row[2]), row[4]);
            all.Add(country);
            foreach (var spelling in (string[])[row[0], row[1], row[2], row[3], .. row[5].Split(';')])
            {
                if (Spelling.Key(spelling) is { Length: > 0 } key)
                {
                    byKey.TryAdd(key, country);
                }
            }
        }

        return ([.. all], byKey);
    }
}
