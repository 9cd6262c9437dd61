namespace Kindred.Core.Scorecards;

/// <summary>How many of the 100 points each category holds in a template or capped card.</summary>
public static class CategoryShares
{
    /// <summary>30, 25, 25, 20: firmographic, technology, trigger, buyability.</summary>
    public static int Default(CardCategory category) => category switch
    {
        CardCategory.Firmographic => 30,
        CardCategory.Technology => 25,
        CardCategory.Trigger => 25,
        _ => 20,
    };

    /// <summary>The shares when only some categories have fields: 100 points in the proportion of the default shares, rounded by largest remainder (ties to the earlier category).</summary>
    /// <param name="present">Categories with at least one field; at least one.</param>
    public static IReadOnlyDictionary<CardCategory, int> Of(IEnumerable<CardCategory> present)
    {
        var categories = present.Distinct().Order().ToArray();
        ArgumentOutOfRangeException.ThrowIfZero(categories.Length, nameof(present));
        var total = categories.Sum(Default);
        var shares = categories.ToDictionary(category => category, category => Scorecard.Total * Default(category) / total);
        var rest = Scorecard.Total - shares.Values.Sum();
        foreach (var category in categories.OrderByDescending(category => Scorecard.Total * Default(category) % total).ThenBy(category => category).Take(rest))
        {
            shares[category]++;
        }

        return shares;
    }
}
