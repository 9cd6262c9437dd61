using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>One of the standard lead sources: ads, content, webinar, outbound, partner, referral, marketplace, other.</summary>
/// <param name="Word">Stable key.</param>
/// <param name="Label">Name for people.</param>
public sealed record LeadSource(string Word, Wording Label)
{
    private static readonly Lazy<TermTable> Table = new(() => new TermTable("lead-sources.csv"));

    /// <summary>All eight.</summary>
    public static IReadOnlyList<LeadSource> All => [.. Table.Value.Rows.Select(row => new LeadSource(row[0], new Wording(row[1], row[2])))];

    /// <summary>Reads a label, an internal name or free text; null when nothing fits (which is not "other").</summary>
    public static LeadSource? Read(string text) => Table.Value.Find(text) is { } row ? new LeadSource(row[0], new Wording(row[1], row[2])) : null;
}
