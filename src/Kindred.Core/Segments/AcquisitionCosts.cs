using Kindred.Core.Accounts;
using Kindred.Core.Standards;

namespace Kindred.Core.Segments;

/// <summary>Spend of one channel.</summary>
/// <param name="Channel">Name; empty for spend without a channel.</param>
/// <param name="Spend">All of it, in minor units.</param>
/// <param name="Allocated">Shared out over customers won.</param>
/// <param name="NotYet">Of the last months, whose deals are not closed yet by the channel's usual cycle.</param>
/// <param name="Customers">Customers it was shared out over.</param>
/// <param name="LagMonths">Usual months from spend to signature.</param>
public sealed record ChannelCost(string Channel, long Spend, long Allocated, long NotYet, int Customers, int LagMonths);

/// <summary>Spend shared out over the customers it brought.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="ByAccount">Company index → its share in minor units; only customers won while spend is known.</param>
/// <param name="Channels">Per channel what became of its spend; Spend = Allocated + NotYet + Unmatched, to the minor unit.</param>
/// <param name="Unmatched">Spend of channels that brought nobody, and amounts without a rate; in minor units, shown apart.</param>
/// <param name="WithoutCost">Customers won in that time through a channel without spend.</param>
public sealed record AcquisitionCosts(CostRule Rule, IReadOnlyDictionary<int, double> ByAccount, IReadOnlyList<ChannelCost> Channels, long Unmatched, int WithoutCost)
{
    private const int LongestLag = 12;

    /// <summary>Shares out; null without costs or without won deals.</summary>
    internal static AcquisitionCosts? Of(AccountFacts facts, CustomerMonths months, SegmentRequest request)
    {
        if (facts.Costs.Count == 0)
        {
            return null;
        }

        var convert = BuildCustomerMonths.Converter(request.Rates ?? facts.Rates, months.Currency, facts.AsOf);
        var spend = new Dictionary<string, SortedDictionary<int, long>>(StringComparer.Ordinal);
        foreach (var cost in facts.Costs.Where(cost => cost.Month <= facts.AsOf))
        {
            if (convert(cost.Amount) is { } minor)
            {
                var channel = request.CostRule == CostRule.Even ? "" : Name(cost.Channel);
                var own = spend.TryGetValue(channel, out var known) ? known : spend[channel] = [];
                own[Index(cost.Month)] = own.GetValueOrDefault(Index(cost.Month)) + minor;
            }
        }

        var won = facts.Deals.Where(deal => deal is { Outcome: DealOutcome.Won, IsNewBusiness: true, ClosedOn: { } closed } && deal.Account >= 0 && closed <= facts.AsOf)
            .GroupBy(deal => deal.Account).Select(group => group.MinBy(deal => deal.ClosedOn)!).ToArray();
        if (spend.Count == 0 || won.Length == 0)
        {
            return null;
        }

        var weights = Weights(won, months, convert, request.CostsByAmount);
        var shares = new Dictionary<int, double>();
        var channels = new List<ChannelCost>();
        long unmatched = 0;
        var matched = 0;
        foreach (var (channel, byMonth) in spend.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            // Spend that names no channel is everybody's.
            var own = channel.Length == 0 ? won : [.. won.Where(deal => Name(deal.Source ?? "") == channel)];
            var lag = Lag(own);
            var (allocated, notYet, customers) = Share(own, byMonth, lag, Index(facts.AsOf), weights, request.CostRule == CostRule.Month, shares);
            channels.Add(new ChannelCost(channel, byMonth.Values.Sum(), allocated, notYet, customers, lag));
            unmatched += byMonth.Values.Sum() - allocated - notYet;
            matched += customers;
        }

        return new AcquisitionCosts(request.CostRule, shares, channels, unmatched, Math.Max(0, won.Length - shares.Count));
    }

    /// <summary>Shares one channel's spend out; the last <paramref name="lag"/> months wait for their deals, deals of the first have no spend to their name.</summary>
    private static (long Allocated, long NotYet, int Customers) Share(Deal[] won, SortedDictionary<int, long> spend, int lag, int last, Dictionary<int, double> weights, bool byMonth, Dictionary<int, double> shares)
    {
        var first = spend.Keys.First() + lag;
        var due = spend.Where(month => month.Key + lag <= last).ToArray();
        var notYet = spend.Values.Sum() - due.Sum(month => month.Value);
        var able = won.Where(deal => Index(deal.ClosedOn!.Value) >= first && weights.ContainsKey(deal.Account)).ToLookup(deal => Index(deal.ClosedOn!.Value));
        var all = able.SelectMany(group => group).ToArray();
        if (all.Length == 0)
        {
            return (0, notYet, 0);
        }

        if (!byMonth)
        {
            return (Over(all, due.Sum(month => month.Value)), notYet, all.Length);
        }

        long carried = 0, allocated = 0;
        foreach (var (month, amount) in due)
        {
            carried += amount;
            if (able[month + lag].ToArray() is { Length: > 0 } brought)
            {
                allocated += Over(brought, carried);
                carried = 0;
            }
        }

        return (allocated, notYet + carried, all.Length);

        long Over(Deal[] deals, long amount)
        {
            var total = deals.Sum(deal => weights[deal.Account]);
            foreach (var deal in deals)
            {
                shares[deal.Account] = shares.GetValueOrDefault(deal.Account) + amount * weights[deal.Account] / total;
            }

            return amount;
        }
    }

    /// <summary>First monthly amount of each customer, or 1; the deal's amount where no subscription is known. Customers without either have no share.</summary>
    private static Dictionary<int, double> Weights(Deal[] won, CustomerMonths months, Func<Basics.Money, long?> convert, bool byAmount)
    {
        if (!byAmount)
        {
            return won.ToDictionary(deal => deal.Account, _ => 1.0);
        }

        var first = Enumerable.Range(0, months.Lives.Count).ToDictionary(row => months.Lives[row].Account, row => (double)months.First(row));
        var weights = new Dictionary<int, double>();
        foreach (var deal in won)
        {
            var amount = first.GetValueOrDefault(deal.Account) is > 0 and var monthly ? monthly : deal.Amount is { } money && convert(money) is > 0 and var minor ? minor / 12.0 : 0;
            if (amount > 0)
            {
                weights[deal.Account] = amount;
            }
        }

        return weights;
    }

    private static int Lag(Deal[] won)
    {
        var days = won.Where(deal => deal.CreatedOn is not null).Select(deal => Math.Max(0, deal.ClosedOn!.Value.DayNumber - deal.CreatedOn!.Value.DayNumber)).Order().ToArray();
        return days.Length == 0 ? 0 : Math.Min(LongestLag, (int)Math.Round(days[days.Length / 2] / 30.4375));
    }

    private static string Name(string channel) => channel.Trim() is { Length: > 0 } text ? LeadSource.Read(text)?.Word ?? text.ToLowerInvariant() : "";

    private static int Index(DateOnly day) => (day.Year * 12) + day.Month - 1;
}
