using Kindred.Core.Basics;

namespace Kindred.Core.Market;

/// <summary>Entry and table of contents of the market module. Pure; the statistic is embedded and read on first use.</summary>
public static class MarketModule
{
    /// <summary>Counts US firms by industry, size and state; other countries are refused with what to do.</summary>
    public static Result<MarketEstimate> Count(MarketQuestion question) => CountMarket.Count(question);

    /// <summary>Takes a stated figure with its source.</summary>
    public static Result<MarketEstimate> Take(StatedMarket stated, IReadOnlyList<Wording> conditions)
    {
        ArgumentNullException.ThrowIfNull(stated);
        return stated.ToEstimate(conditions);
    }
}
