namespace Kindred.Sample.Making;

/// <summary>
/// What channels cost. Spend is shared out again by channel and first-year amount, a sales cycle later; then payback comes out at 10 months for the core, 11 for services firms of 10–49 people, 11.9 for shops. The
/// planted payback of each channel gives about that through the channel mixes; it is moved by as little as makes it so exactly.
/// </summary>
internal static class CostMaker
{
    private const int FewestWon = 3;

    public static SampleCost[] Make(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> deals, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "costs");
        var first = new DateOnly(options.AsOf.Year, options.AsOf.Month, 1).AddMonths(-Planted.Months + 1);
        var lags = Enumerable.Range(0, Planted.Channels.Length).Select(channel => Lag(customers.Select(customer => deals[customer.Deal]).Where(deal => deal.Channel == channel))).ToArray();
        var counted = customers.Where(customer => Month(deals[customer.Deal].Closed, first) >= lags[deals[customer.Deal].Channel]).ToArray();
        var margin = new double[Planted.Channels.Length];
        foreach (var customer in counted)
        {
            margin[deals[customer.Deal].Channel] += Margin(customer);
        }

        var payback = Payback(options, accounts, deals, counted);
        var costs = new List<SampleCost>(Planted.Months * Planted.Channels.Length);
        for (var channel = 0; channel < Planted.Channels.Length; channel++)
        {
            var weights = Enumerable.Range(0, Planted.Months).Select(month => (month < Planted.MonthsBeforeAbroad ? 0.6 : 1.2) * random.LogNormal(1, 0.12)).ToArray();
            var due = weights.Take(Planted.Months - lags[channel]).Sum();
            for (var month = 0; month < Planted.Months; month++)
            {
                // Spend of the last months is still waiting for its deals: the months before it pay for those signed so far.
                var spend = margin[channel] * payback[channel] * weights[month] / due;
                var program = channel is 3 ? 0.15 : 0.6;
                costs.Add(new SampleCost(first.AddMonths(month), channel, Round(spend * program), Round(spend * (1 - program))));
            }
        }

        return [.. costs.OrderBy(cost => cost.Month).ThenBy(cost => cost.Channel)];
    }

    /// <summary>The channels' planted payback, moved by the smallest squares that give each planted segment its own: x + Aᵀ(AAᵀ)⁻¹(b − Ax), A the segments' shares of margin by channel.</summary>
    private static double[] Payback(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> deals, SampleCustomer[] customers)
    {
        double[] payback = [.. Planted.PaybackMonths];
        if (options.Story == SampleStory.None)
        {
            return payback;
        }

        (Predicate<SampleAccount> Belongs, double Months)[] segments =
        [
            (account => account.Group == SampleGroup.Core, Planted.SegmentPayback.Core), (SettledLives.IsSmallServices, Planted.SegmentPayback.SmallServices), (account => account.Group == SampleGroup.Regret, Planted.SegmentPayback.Shops),
        ];
        for (var round = 0; round < 200; round++)
        {
            // One segment after the other, again and again: this comes to the same point as solving for all at once, and bounds are kept on the way.
            foreach (var (belongs, months) in segments)
            {
                var own = customers.Where(customer => belongs(accounts[customer.Account])).ToArray();
                if (own.Length < FewestWon)
                {
                    continue;
                }

                var shares = new double[payback.Length];
                foreach (var customer in own)
                {
                    shares[deals[customer.Deal].Channel] += Margin(customer) / own.Sum(Margin);
                }

                var wrong = months - shares.Zip(payback, (share, value) => share * value).Sum();
                var square = shares.Sum(share => share * share);
                for (var channel = 0; channel < payback.Length; channel++)
                {
                    payback[channel] = Math.Clamp(payback[channel] + (wrong * shares[channel] / square), 4, 22);
                }
            }
        }

        return payback;
    }

    private static double Margin(SampleCustomer customer) => (double)Pricing.InWon(customer.Monthly) * Planted.GrossMargin;

    private static int Month(DateOnly day, DateOnly first) => ((day.Year - first.Year) * 12) + day.Month - first.Month;

    /// <summary>Usual months from a deal's first day to its signature.</summary>
    private static int Lag(IEnumerable<SampleDeal> won)
    {
        var days = won.Select(deal => deal.Closed.DayNumber - deal.Created.DayNumber).Order().ToArray();
        return days.Length == 0 ? 0 : (int)Math.Round(days[days.Length / 2] / 30.4375);
    }

    private static long Round(double won) => (long)Math.Round(won / 1000) * 1000;
}
