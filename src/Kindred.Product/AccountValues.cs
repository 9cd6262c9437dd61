using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Product;

/// <summary>What each company's contracts are worth: a year of its running paid subscriptions; where none runs, the amounts of its won deals.</summary>
/// <param name="Currency">The currency most contracts are in; amounts in others count only where a dated rate is known.</param>
/// <param name="Amounts">Per company in major units; NaN when unknown.</param>
public sealed record AccountValues(string Currency, double[] Amounts)
{
    private const int MonthsOfYear = 12;

    /// <summary>Of all companies.</summary>
    public static AccountValues Of(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var running = facts.Subscriptions.Where(subscription => subscription is { IsTrial: false, Monthly: not null, Account: >= 0 } && subscription.IsActive(facts.AsOf));
        var won = facts.Deals.Where(deal => deal is { Outcome: DealOutcome.Won, Amount: not null, Account: >= 0 });
        var currency = running.Select(subscription => subscription.Monthly!.Value.Currency).Concat(won.Select(deal => deal.Amount!.Value.Currency))
            .GroupBy(one => one, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key ?? "";
        var yearly = Unknown(facts.Companies.Count);
        foreach (var subscription in running)
        {
            Add(yearly, subscription.Account, MonthsOfYear * InMain(facts, subscription.Monthly!.Value, currency, facts.AsOf));
        }

        var deals = Unknown(facts.Companies.Count);
        foreach (var deal in won)
        {
            Add(deals, deal.Account, InMain(facts, deal.Amount!.Value, currency, deal.ClosedOn ?? facts.AsOf));
        }

        for (var account = 0; account < yearly.Length; account++)
        {
            yearly[account] = double.IsNaN(yearly[account]) ? deals[account] : yearly[account];
        }

        return new AccountValues(currency, yearly);
    }

    private static double[] Unknown(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    private static void Add(double[] to, int account, double amount)
    {
        if (!double.IsNaN(amount))
        {
            to[account] = double.IsNaN(to[account]) ? amount : to[account] + amount;
        }
    }

    private static double InMain(AccountFacts facts, Money money, string currency, DateOnly on) =>
        money.Currency == currency ? (double)money.Major : facts.Rates.Convert(money, currency, on).TryGet(out var converted, out _) ? (double)converted.Major : double.NaN;
}
