using Kindred.Core.Accounts;

namespace Kindred.Web.Data;

/// <summary>How many rows of each file found their company. A file of companies brings companies instead of finding them: a low share there would look like a fault, and is none.</summary>
internal static class RatesShown
{
    /// <summary>Shares of every file but those of companies.</summary>
    public static IEnumerable<MatchRate> Of(AccountFacts? facts, Mapping? mapping)
    {
        var companies = (mapping?.Tables ?? []).Where(table => table.Kind is TableKind.Companies).Select(table => table.Table).ToHashSet(StringComparer.Ordinal);
        return (facts?.MatchRates ?? []).Where(rate => !companies.Contains(rate.Table));
    }
}
