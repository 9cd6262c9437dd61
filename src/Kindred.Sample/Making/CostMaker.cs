namespace Kindred.Sample.Making;

/// <summary>What channels cost: exactly the planted payback times the monthly margin won through the channel, spread over the months. Allocated back by channel and first-year amount it gives payback of about 10 months for the core, 11 for small services firms, 12 for shops.</summary>
internal static class CostMaker
{
    public static SampleCost[] Make(SampleOptions options, List<SampleDeal> deals, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "costs");
        var margin = new double[Planted.Channels.Length];
        foreach (var customer in customers)
        {
            margin[deals[customer.Deal].Channel] += (double)Pricing.InWon(customer.Monthly) * Planted.GrossMargin;
        }

        var first = new DateOnly(options.AsOf.Year, options.AsOf.Month, 1).AddMonths(-Planted.Months + 1);
        var costs = new List<SampleCost>(Planted.Months * Planted.Channels.Length);
        for (var channel = 0; channel < Planted.Channels.Length; channel++)
        {
            var weights = Enumerable.Range(0, Planted.Months).Select(month => (month < Planted.MonthsBeforeAbroad ? 0.6 : 1.2) * random.LogNormal(1, 0.12)).ToArray();
            var total = margin[channel] * Planted.PaybackMonths[channel];
            for (var month = 0; month < Planted.Months; month++)
            {
                var spend = total * weights[month] / weights.Sum();
                var program = channel is 3 ? 0.15 : 0.6;
                costs.Add(new SampleCost(first.AddMonths(month), channel, Round(spend * program), Round(spend * (1 - program))));
            }
        }

        return [.. costs.OrderBy(cost => cost.Month).ThenBy(cost => cost.Channel)];
    }

    private static long Round(double won) => (long)Math.Round(won / 1000) * 1000;
}
