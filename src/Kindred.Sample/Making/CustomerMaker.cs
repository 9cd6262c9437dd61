using System.Globalization;
using Kindred.Core.Basics;

namespace Kindred.Sample.Making;

/// <summary>Customers from won deals: how long they stay, what they pay, and their renewals and expansions.</summary>
internal static class CustomerMaker
{
    /// <summary>Share of anniversaries that renew without a deal in the CRM.</summary>
    private const double SilentRenewals = 0.25;

    public static SampleCustomer[] Make(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> deals)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "customers");
        var customers = new List<SampleCustomer>();
        for (var i = 0; i < deals.Count; i++)
        {
            if (deals[i].Outcome != SampleOutcome.Won)
            {
                continue;
            }

            var account = accounts[deals[i].Account];
            var life = LifeMonths(options.Story, account, random);
            var start = deals[i].Closed.AddDays(random.Between(1, 12));
            start = start > options.AsOf ? options.AsOf : start;
            var monthly = Money.FromMajor(Math.Round(deals[i].Amount.Major / 12, Money.Exponent(deals[i].Amount.Currency)), deals[i].Amount.Currency);
            var seats = Math.Max(2, (int)(Pricing.InWon(monthly) / 40_000m));
            customers.Add(new SampleCustomer(deals[i].Account, i, start, life, EndOf(start, life, options.AsOf), monthly, seats, Pricing.Plan(seats),
                account.Country == "KR" && random.Chance(0.7), "cus_" + Token(random)));
        }

        SettledLives.Apply(options, accounts, customers);
        return [.. customers];
    }

    /// <summary>Last day of a life that began on a day; null while it lasts.</summary>
    public static DateOnly? EndOf(DateOnly start, double lifeMonths, DateOnly asOf)
    {
        var end = start.AddDays(Math.Max(28, (int)Math.Min(20_000, lifeMonths * 30.4375)));
        return end <= asOf ? end : null;
    }

    public static IEnumerable<SampleDeal> RenewalsAndExpansions(SampleOptions options, SampleCustomer[] customers, List<SampleDeal> deals, int wanted)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "renewals");
        var made = new List<SampleDeal>();
        foreach (var customer in customers)
        {
            var deal = deals[customer.Deal];
            for (var year = 1; customer.Start.AddYears(year) is var due && due < options.AsOf && (customer.Ended is null || customer.Ended > due); year++)
            {
                if (!random.Chance(SilentRenewals))
                {
                    made.Add(deal with { Kind = SampleDealKind.Renewal, Created = due.AddDays(-random.Between(40, 75)), Closed = due.AddDays(-random.Between(0, 20)) });
                }
            }
        }

        var lost = (int)Math.Round(wanted * 0.16);
        var left = customers.Where(customer => customer.Ended is not null).ToArray();
        random.Shuffle<SampleCustomer>(left);
        foreach (var customer in left.Take(lost))
        {
            var end = customer.Ended!.Value;
            made.Add(deals[customer.Deal] with { Kind = SampleDealKind.Renewal, Outcome = SampleOutcome.Lost, Created = end.AddDays(-random.Between(20, 27)), Closed = end });
        }

        var growing = customers.Where(customer => customer.Ended is null && customer.Start < options.AsOf.AddDays(-150)).ToArray();
        random.Shuffle<SampleCustomer>(growing);
        foreach (var customer in growing.Take(Math.Max(0, wanted - made.Count)))
        {
            var deal = deals[customer.Deal];
            var closed = customer.Start.AddDays(random.Between(100, options.AsOf.DayNumber - customer.Start.DayNumber - 1));
            made.Add(deal with
            {
                Kind = SampleDealKind.Expansion,
                Created = closed.AddDays(-random.Between(8, 35)),
                Closed = closed,
                Amount = Money.FromMajor(Math.Round(deal.Amount.Major * (decimal)(0.15 + (0.3 * random.Unit()))), deal.Amount.Currency),
            });
        }

        return made.Take(wanted).OrderBy(deal => deal.Closed).ThenBy(deal => deal.Account).Select((deal, i) => deal with { RecordId = 29_400_000_000L + (i * 197L), Again = false });
    }

    /// <summary>Exponential life with the planted share alive at twelve months; without a pattern everyone has the same. After the first year all but the core leave 1.8 times as fast, when the first contract no longer binds; the segments whose economics are planted are settled after (<see cref="SettledLives"/>).</summary>
    private static double LifeMonths(SampleStory story, SampleAccount account, SeededGenerator random)
    {
        var smallServices = SettledLives.IsSmallServices(account);
        var kept = story == SampleStory.None ? 0.78 : Planted.KeptTwelveMonths(account.Group, smallServices);
        var life = -Math.Log(1 - random.Unit()) * 12 / -Math.Log(kept);
        return life <= 12 || account.Group == SampleGroup.Core ? life : 12 + ((life - 12) / 1.8);
    }

    private static string Token(SeededGenerator random) => random.NextBits().ToString("x16", CultureInfo.InvariantCulture)[..14];
}
