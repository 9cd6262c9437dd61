namespace Kindred.Core.Accounts;

/// <summary>Who is a customer on the day the facts speak for: a paid subscription runs; where no file holds subscriptions, a deal was won.</summary>
public static class CurrentCustomers
{
    /// <summary>Per company whether it is one.</summary>
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
