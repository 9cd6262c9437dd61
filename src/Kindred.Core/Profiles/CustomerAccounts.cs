using Kindred.Core.Accounts;

namespace Kindred.Core.Profiles;

/// <summary>Which companies are customers today: a running subscription, or, where no subscriptions are known, a won deal.</summary>
public static class CustomerAccounts
{
    /// <summary>Per company whether it is a customer on the as-of day.</summary>
    public static bool[] Of(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var customers = new bool[facts.Companies.Count];
        foreach (var account in facts.Subscriptions.Where(subscription => !subscription.IsTrial && subscription.IsActive(facts.AsOf)).Select(subscription => subscription.Account)
            .Concat(facts.Subscriptions.Count == 0 ? facts.Deals.Where(deal => deal.Outcome == DealOutcome.Won).Select(deal => deal.Account) : []).Where(account => account >= 0))
        {
            customers[account] = true;
        }

        return customers;
    }
}
