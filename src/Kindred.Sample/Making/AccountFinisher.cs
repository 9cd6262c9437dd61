namespace Kindred.Sample.Making;

/// <summary>What a company record shows after its deals are known: empty employee cells, the decoy that shines in the first half, the churned firms that grew.</summary>
internal static class AccountFinisher
{
    /// <summary>Lost core and adjacent deals keep their employees more often than other lost deals: emptied as often, the adjacent ones left would look as if they won more, and the planted size could not be recognised in the files.</summary>
    private const double MissingLostNear = 0.04;

    public static SampleAccount[] Finish(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> deals, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "finish");
        var finished = (SampleAccount[])accounts.Clone();
        var last = new SampleDeal?[accounts.Length];
        foreach (var deal in deals.Where(deal => deal.Outcome != SampleOutcome.Open))
        {
            last[deal.Account] = last[deal.Account] is { Outcome: SampleOutcome.Won } won ? won : deal;
        }

        var closed = deals.Count(deal => deal.Outcome != SampleOutcome.Open);
        var baseRate = (double)deals.Count(deal => deal.Outcome == SampleOutcome.Won) / closed;
        var half = options.AsOf.AddMonths(-Planted.Months / 2);
        var lostNear = last.Where((deal, i) => deal is { Outcome: SampleOutcome.Lost } && IsWellKnown(accounts[i].Group)).Count();
        var lost = last.Count(deal => deal is { Outcome: SampleOutcome.Lost });
        var missingLostRest = ((Planted.MissingLost * lost) - (MissingLostNear * lostNear)) / Math.Max(1, lost - lostNear);
        for (var i = 0; i < accounts.Length; i++)
        {
            var missing = options.Story == SampleStory.None ? 0.14 : last[i]?.Outcome switch
            {
                SampleOutcome.Won => Planted.MissingWon,
                SampleOutcome.Lost => IsWellKnown(accounts[i].Group) ? MissingLostNear : missingLostRest,
                _ => Planted.MissingNoDeal,
            };
            finished[i] = accounts[i] with { EmployeesExported = !random.Chance(missing) };
            if (options.Story != SampleStory.None && last[i] is { } deal && deal.Created < half)
            {
                finished[i].Decoys[Planted.HalfDecoy] = DecoyMaker.HalfDecoy(random, deal.Outcome == SampleOutcome.Won, baseRate);
            }
        }

        GrowSomeChurned(options, finished, customers, random);
        return finished;
    }

    /// <summary>Five churned firms of about 20 people grew to about 80 and adopted HubSpot after they had left: today they would fit.</summary>
    private static void GrowSomeChurned(SampleOptions options, SampleAccount[] accounts, SampleCustomer[] customers, SeededGenerator random)
    {
        foreach (var customer in customers.Where(customer => customer.Ended < options.AsOf.AddDays(-120) && accounts[customer.Account] is { HasCoreCrm: false, Employees: < 50 })
            .OrderBy(customer => accounts[customer.Account].Industry is "software" or "fintech" ? 0 : 1)
            .ThenBy(customer => Math.Abs(accounts[customer.Account].Employees - 20)).Take(5))
        {
            accounts[customer.Account] = accounts[customer.Account] with { EmployeesNow = random.Between(72, 90), EmployeesExported = true };
        }
    }

    /// <summary>Sellers look up those they go after, and everybody knows the head count of a giant.</summary>
    private static bool IsWellKnown(SampleGroup group) => group is SampleGroup.Core or SampleGroup.Adjacent or SampleGroup.Anti;
}
