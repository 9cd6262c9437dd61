namespace Kindred.Sample.Making;

/// <summary>New-business deals: who is approached, when, how it comes in and how it ends.</summary>
internal static class DealMaker
{
    /// <summary>Names the stream; 485 is one in which the default seed 7 lies near the means of all seeds.</summary>
    private const string Stream = "deals 485";

    /// <summary>Share of closed deals that are a second try at a company lost before.</summary>
    private const double AgainShare = 0.058;

    public static List<SampleDeal> Make(SampleOptions options, SampleAccount[] accounts, int closed, int open)
    {
        var random = SeededGenerator.ForTopic(options.Seed, Stream);
        var order = Enumerable.Range(0, accounts.Length).ToArray();
        random.Shuffle<int>(order);
        var again = (int)(closed * AgainShare);
        var deals = new List<SampleDeal>(closed + open);
        for (var i = 0; i < closed - again; i++)
        {
            deals.Add(Closed(options, accounts, order[i], random, earliest: null));
        }

        SettleAnti(deals, accounts, closed, random);
        var retries = deals.Where(deal => deal.Outcome == SampleOutcome.Lost && accounts[deal.Account].Group != SampleGroup.Anti
            && deal.Closed < options.AsOf.AddDays(-330)).ToArray();
        random.Shuffle<SampleDeal>(retries);
        for (var i = 0; i < again; i++)
        {
            var before = retries[i % retries.Length];
            deals.Add(Closed(options, accounts, before.Account, random, before.Closed.AddDays(90)) with { Again = true });
        }

        if (options.Story == SampleStory.None)
        {
            ShuffleOutcomes(deals, random);
        }

        for (var i = 0; i < open; i++)
        {
            var created = options.AsOf.AddDays(-random.Between(2, 110));
            deals.Add(Draw(accounts, order[closed - again + i], random, created, options.AsOf.AddDays(random.Between(5, 90))) with { Outcome = SampleOutcome.Open });
        }

        return [.. deals.OrderBy(deal => deal.Created).ThenBy(deal => deal.Account).Select((deal, i) => deal with { RecordId = 21_400_000_000L + (i * 211L) })];
    }

    /// <summary>Deals per month and country grow by 20 % over the 36 months; with the US from month 13 the total doubles.</summary>
    private static double MonthWeight(double month) => 1 + (0.2 * month / (Planted.Months - 1));

    private static SampleDeal Closed(SampleOptions options, SampleAccount[] accounts, int account, SeededGenerator random, DateOnly? earliest)
    {
        var first = options.AsOf.AddMonths(-Planted.Months + (accounts[account].Country == "KR" ? 0 : Planted.MonthsBeforeAbroad));
        if (earliest is { } day && day > first)
        {
            first = day;
        }

        var span = options.AsOf.DayNumber - first.DayNumber;
        var cycle = CycleDays(random, accounts[account].Group);
        for (var attempt = 0; ; attempt++)
        {
            var created = first.AddDays(random.Below(span));
            var month = Planted.Months - ((options.AsOf.DayNumber - created.DayNumber) / 30.4375);
            var accepted = random.Chance(MonthWeight(month) / MonthWeight(Planted.Months));
            if (attempt > 60)
            {
                cycle = Math.Min(cycle, Math.Max(1, options.AsOf.DayNumber - created.DayNumber - 1));
                accepted = true;
            }

            if (accepted && created.AddDays(cycle) < options.AsOf)
            {
                return Draw(accounts, account, random, created, created.AddDays(cycle));
            }
        }
    }

    private static SampleDeal Draw(SampleAccount[] accounts, int account, SeededGenerator random, DateOnly created, DateOnly closed)
    {
        var group = accounts[account].Group;
        var channel = random.PickWeighted(Planted.ChannelMix(group));
        var triggered = random.Chance(Planted.TriggerShare(group));
        var probability = Math.Min(0.97, Planted.WinProbability(group) * Planted.TriggerFactor(triggered) * Planted.ChannelFactor(channel));
        return new SampleDeal(0, account, SampleDealKind.NewBusiness, random.Chance(probability) ? SampleOutcome.Won : SampleOutcome.Lost,
            created, closed, Pricing.FirstYear(accounts[account], random), channel, random.Below(5), triggered, Again: false);
    }

    private static int CycleDays(SeededGenerator random, SampleGroup group) => (int)Math.Clamp(random.LogNormal(group switch
    {
        SampleGroup.Core => 38,
        SampleGroup.Adjacent => 52,
        SampleGroup.Regret => 16,
        SampleGroup.Anti => 140,
        _ => 56,
    }, 0.45), 3, 420);

    /// <summary>Companies of 1,000 people are so few among the won that chance would often leave none to tell about: their number is fixed (4 of about 97 at the default size), who they are is drawn.</summary>
    private static void SettleAnti(List<SampleDeal> deals, SampleAccount[] accounts, int closed, SeededGenerator random)
    {
        var anti = Enumerable.Range(0, deals.Count).Where(i => accounts[deals[i].Account].Group == SampleGroup.Anti).ToArray();
        var wins = (int)Math.Round(closed / 300.0);
        random.Shuffle<int>(anti);
        for (var k = 0; k < anti.Length; k++)
        {
            deals[anti[k]] = deals[anti[k]] with { Outcome = k < wins ? SampleOutcome.Won : SampleOutcome.Lost };
        }
    }

    private static void ShuffleOutcomes(List<SampleDeal> deals, SeededGenerator random)
    {
        var outcomes = deals.Select(deal => deal.Outcome).ToArray();
        random.Shuffle<SampleOutcome>(outcomes);
        var wonAccounts = new HashSet<int>();
        for (var i = 0; i < deals.Count; i++)
        {
            deals[i] = deals[i] with { Outcome = outcomes[i] };
        }

        // A company is a customer once: a second win of the same account goes to the next lost deal of another.
        foreach (var i in Enumerable.Range(0, deals.Count).Where(i => deals[i].Outcome == SampleOutcome.Won && !wonAccounts.Add(deals[i].Account)).ToArray())
        {
            var other = deals.FindIndex(deal => deal.Outcome == SampleOutcome.Lost && !wonAccounts.Contains(deal.Account));
            wonAccounts.Add(deals[other].Account);
            deals[i] = deals[i] with { Outcome = SampleOutcome.Lost };
            deals[other] = deals[other] with { Outcome = SampleOutcome.Won };
        }
    }
}
