using Kindred.Core.Basics;

namespace Kindred.Core.Market;

/// <summary>How many firms a condition list describes, as far as a statistic can tell.</summary>
/// <param name="Firms">Best estimate, whole firms.</param>
/// <param name="Low">Fewest the statistic allows for the conditions it knows.</param>
/// <param name="High">Most.</param>
/// <param name="Year">Year of the count.</param>
/// <param name="Source">Who counted.</param>
/// <param name="UsedConditions">What the number takes into account.</param>
/// <param name="IgnoredConditions">What the statistic cannot know; with any of these the real number is smaller.</param>
/// <param name="Notes">What to say beside the number.</param>
/// <param name="UpperBoundOnly">The counted industry is wider than the one asked for, so that the real number is smaller than even <paramref name="Low"/> may say.</param>
/// <param name="IsOfficial">False for a figure somebody stated.</param>
public sealed record MarketEstimate(
    long Firms,
    long Low,
    long High,
    int Year,
    string Source,
    IReadOnlyList<Wording> UsedConditions,
    IReadOnlyList<Wording> IgnoredConditions,
    IReadOnlyList<Wording> Notes,
    bool UpperBoundOnly,
    bool IsOfficial);
