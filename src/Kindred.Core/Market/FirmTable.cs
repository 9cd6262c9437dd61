using System.Globalization;
using Kindred.Core.Standards;

namespace Kindred.Core.Market;

/// <summary>US firms by state, sector and size: Statistics of U.S. Businesses 2021 (US Census Bureau, public domain). Firms, not establishments: a firm counts once in the US row and once in each state and sector in which it has employees, so states are never summed to a national number.</summary>
public static class FirmTable
{
    /// <summary>Year of the count.</summary>
    public const int Year = 2021;

    /// <summary>FIPS code of the national rows.</summary>
    public const string National = "00";

    /// <summary>Code of the rows over all sectors.</summary>
    public const string AllSectors = "--";

    /// <summary>What to print beside every figure.</summary>
    public const string Source = "US Census Bureau, Statistics of U.S. Businesses (SUSB) 2021";

    private static readonly Lazy<Dictionary<(string State, string Sector), FirmBand[]>> Counts = new(Read);

    private static readonly Lazy<Dictionary<string, string>> Titles = new(() => Rows()
        .Where(row => row[0] == National).DistinctBy(row => row[2]).ToDictionary(row => row[2], row => row[3], StringComparer.Ordinal));

    /// <summary>Sectors that NAICS has and the shipped table lacks (its maker lost the codes that are written as ranges): counted in the total row only.</summary>
    public static readonly IReadOnlyList<string> MissingSectors = ["31-33", "44-45", "48-49"];

    /// <summary>NAICS sector codes of the table with their titles: 11 … 81, 99, and -- for all.</summary>
    public static IReadOnlyDictionary<string, string> SectorTitles => Titles.Value;

    /// <summary>The sector row that a NAICS code of 2 to 6 digits falls into, or null when no sector starts so.</summary>
    public static string? SectorOf(string naics)
    {
        ArgumentNullException.ThrowIfNull(naics);
        var start = naics.Length >= 2 ? naics[..2] : "";
        var sector = start switch { "31" or "32" or "33" => "31-33", "44" or "45" => "44-45", "48" or "49" => "48-49", _ => start };
        return sector.Length > 0 && (Titles.Value.ContainsKey(sector) || MissingSectors.Contains(sector)) && (naics == AllSectors || naics == sector || naics.All(char.IsAsciiDigit)) ? sector : null;
    }

    /// <summary>The size bands of one state (FIPS, 00 = US) and sector, ascending. Bands the Census left out hold no firms.</summary>
    public static IReadOnlyList<FirmBand> Bands(string fips, string sector) =>
        Counts.Value.TryGetValue((fips, sector), out var bands) ? bands : [];

    private static Dictionary<(string, string), FirmBand[]> Read() => Rows()
        .Where(row => !row[4].StartsWith("01", StringComparison.Ordinal))
        .GroupBy(row => (row[0], row[2]))
        .ToDictionary(rows => rows.Key, rows => rows.Select(Band).OrderBy(band => band.From).ToArray());

    private static FirmBand Band(string[] row)
    {
        var firms = long.Parse(row[5], NumberStyles.None, CultureInfo.InvariantCulture);
        return row[4][..2] switch
        {
            "02" => new FirmBand(0, 4, firms),
            "03" => new FirmBand(5, 9, firms),
            "04" => new FirmBand(10, 19, firms),
            "06" => new FirmBand(20, 99, firms),
            "07" => new FirmBand(100, 499, firms),
            "09" => new FirmBand(500, null, firms),
            _ => throw new InvalidDataException($"The firm table has a size band that is not known here: '{row[4]}'."),
        };
    }

    private static IEnumerable<string[]> Rows() => ReferenceFile.Rows("susb-2021-firms-by-state-sector-size.csv.gz");
}
