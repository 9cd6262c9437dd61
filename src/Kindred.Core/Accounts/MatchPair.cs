using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>Two companies that may be one, each named by what its first row says: the id in the CRM, else name with number or domain. Stable over imports of the same records, whichever comes first.</summary>
/// <param name="One">The side that sorts first.</param>
/// <param name="Other">The other.</param>
public sealed record MatchPair(string One, string Other)
{
    /// <summary>The pair of two sides, in either order.</summary>
    public static MatchPair Of(string side, string other) => string.CompareOrdinal(side, other) <= 0 ? new MatchPair(side, other) : new MatchPair(other, side);

    /// <summary>What stands for a row.</summary>
    internal static string Side(string key, string? number, string? domain, CompanyName? name) =>
        key.Length > 0 ? "id:" + key : "name:" + name?.Key + ((number ?? domain) is { } own ? "|" + own : "");
}
