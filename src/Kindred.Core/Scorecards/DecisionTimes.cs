using Kindred.Core.Accounts;

namespace Kindred.Core.Scorecards;

/// <summary>When a decision began and ended, and when what was bought was first used.</summary>
/// <param name="StartedOn">Day the deal was created, or null.</param>
/// <param name="EndedOn">Day it was won or lost, or null.</param>
/// <param name="DaysToValue">Of a won deal: days from winning to the company's first recorded use; null when lost, not used yet, used before (then the first use says nothing about this deal), or when use is recorded by month only.</param>
public sealed record DecisionTimes(DateOnly? StartedOn, DateOnly? EndedOn, double? DaysToValue)
{
    /// <summary>Days from creation to outcome; null when either is unknown or they stand the wrong way round.</summary>
    public double? CycleDays => StartedOn is { } started && EndedOn is { } ended && ended >= started ? ended.DayNumber - started.DayNumber : null;

    /// <summary>Of every row of a view of deals; rows that are no deals have none.</summary>
    public static IReadOnlyList<DecisionTimes> Of(AsOfView view, AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(facts);
        var isByMonth = facts.Usage.All(usage => usage.FirstOn.Day == 1);
        var firstUse = facts.Usage.Where(_ => !isByMonth).GroupBy(usage => usage.Account).ToDictionary(group => group.Key, group => group.Min(usage => usage.FirstOn));
        return [.. view.Deals.Select(index =>
        {
            if (index < 0)
            {
                return new DecisionTimes(null, null, null);
            }

            var deal = facts.Deals[index];
            double? toValue = deal is { Outcome: DealOutcome.Won, ClosedOn: { } won } && firstUse.TryGetValue(deal.Account, out var used) && used >= won ? used.DayNumber - won.DayNumber : null;
            return new DecisionTimes(deal.CreatedOn, deal.ClosedOn, toValue);
        })];
    }
}
