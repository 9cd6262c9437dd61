using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A named view over a raw number; the number itself is always kept.</summary>
/// <param name="Name">Key: worksheet, market-tier, susb, korea, oecd, crm.</param>
/// <param name="Measure"><c>employees</c> or <c>revenue</c>.</param>
/// <param name="Currency">Currency of a revenue scheme; empty for employees.</param>
/// <param name="Label">Name for people.</param>
/// <param name="Bands">From smallest to largest, without gaps.</param>
public sealed record BandScheme(string Name, string Measure, string Currency, Wording Label, IReadOnlyList<Band> Bands)
{
    private static readonly Lazy<BandScheme[]> LazyAll = new(() => [.. ReferenceFile.Rows("band-schemes.csv")
        .GroupBy(row => (Name: row[0], Measure: row[1], Currency: row[2], Ko: row[3], En: row[4]))
        .Select(group => new BandScheme(group.Key.Name, group.Key.Measure, group.Key.Currency, new Wording(group.Key.Ko, group.Key.En),
            [.. group.Select(row => new Band(new Wording(row[5], row[6]), Number(row[7]), row[8].Length == 0 ? double.PositiveInfinity : Number(row[8])))]))]);

    /// <summary>All schemes shipped (band-schemes.csv).</summary>
    public static IReadOnlyList<BandScheme> All => LazyAll.Value;

    /// <summary>A scheme by name and measure, or null.</summary>
    public static BandScheme? Find(string name, string measure) => All.FirstOrDefault(scheme => scheme.Name == name && scheme.Measure == measure);

    /// <summary>The band of a value; null when it is missing (NaN) or negative.</summary>
    public Band? Of(double value) => Bands.FirstOrDefault(band => value >= band.From && value < band.Below);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
