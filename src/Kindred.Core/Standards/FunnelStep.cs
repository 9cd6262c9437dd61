using Kindred.Core.Basics;

namespace Kindred.Core.Standards;

/// <summary>A step of the standard funnel: lead – deal – contract – renewal.</summary>
/// <param name="Word">Stable key.</param>
/// <param name="Label">Name for people.</param>
public sealed record FunnelStep(string Word, Wording Label)
{
    private static readonly Lazy<TermTable> Table = new(() => new TermTable("funnel.csv"));

    /// <summary>The four steps in order.</summary>
    public static IReadOnlyList<FunnelStep> All => [.. Table.Value.Rows.Select(row => new FunnelStep(row[0], new Wording(row[1], row[2])))];

    /// <summary>Reads a lifecycle stage or status; null when nothing fits.</summary>
    public static FunnelStep? Read(string text) => Table.Value.Find(text) is { } row ? new FunnelStep(row[0], new Wording(row[1], row[2])) : null;
}
