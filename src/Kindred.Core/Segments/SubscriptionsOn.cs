using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>What ran on a day, trials and free ones included: the figures a billing system shows.</summary>
/// <param name="Day">The day.</param>
/// <param name="Subscriptions">Subscriptions that ran.</param>
/// <param name="Accounts">Accounts with one.</param>
/// <param name="Mrr">Their monthly amounts at the as-of day's rates.</param>
public sealed record SubscriptionsOn(DateOnly Day, int Subscriptions, int Accounts, Money Mrr)
{
    /// <summary>Counts a day.</summary>
    public static SubscriptionsOn Of(AccountFacts facts, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var running = facts.Subscriptions.Where(one => one.IsActive(day)).ToArray();
        var common = running.Select(one => one.Monthly?.Currency).OfType<string>().CountBy(code => code).OrderByDescending(pair => pair.Value).Select(pair => pair.Key).FirstOrDefault() ?? "";
        var currency = facts.Currency ?? common;
        var convert = BuildCustomerMonths.Converter(facts.Rates, currency, facts.AsOf);
        return new SubscriptionsOn(day, running.Length, running.Select(one => one.Account).Distinct().Count(), new Money(running.Sum(one => one.Monthly is { } money ? convert(money) ?? 0 : 0), currency));
    }
}
