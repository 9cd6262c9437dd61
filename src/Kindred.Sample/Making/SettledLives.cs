namespace Kindred.Sample.Making;

/// <summary>
/// Lives of the three planted segments of the economics: core, shops, services firms of 10–49 people. They leave at a constant rate, and by chance seven firms would show anything between 0 and 12 % a month: of many seeded
/// draws of a segment's lives the one is taken whose churn seen up to the as-of day is nearest to the planted one.
/// </summary>
internal static class SettledLives
{
    private const int Draws = 400;
    private const int Fewest = 5;

    public static bool IsSmallServices(SampleAccount account) => account.Industry == "services" && account.Employees is >= 10 and < 50 && account.Group != SampleGroup.Anti;

    public static void Apply(SampleOptions options, SampleAccount[] accounts, List<SampleCustomer> customers)
    {
        if (options.Story == SampleStory.None)
        {
            return;
        }

        Settle("core", account => account.Group == SampleGroup.Core, Planted.KeptTwelveMonths(SampleGroup.Core, false), Planted.ChurnPerMonth.Core);
        Settle("shops", account => account.Group == SampleGroup.Regret, Planted.KeptTwelveMonths(SampleGroup.Regret, false), Planted.ChurnPerMonth.Shops);
        Settle("services", IsSmallServices, Planted.KeptTwelveMonths(SampleGroup.Other, true), Planted.ChurnPerMonth.SmallServices);

        void Settle(string name, Predicate<SampleAccount> belongs, double kept, double churn)
        {
            var members = Enumerable.Range(0, customers.Count).Where(i => belongs(accounts[customers[i].Account])).ToArray();
            if (members.Length < Fewest)
            {
                return;
            }

            var random = SeededGenerator.ForTopic(options.Seed, "lives " + name);
            double[] best = [];
            var nearest = double.MaxValue;
            for (var draw = 0; draw < Draws && nearest > 0.02; draw++)
            {
                double[] lives = [.. members.Select(_ => -Math.Log(1 - random.Unit()) * 12 / -Math.Log(kept))];
                var distance = Math.Abs((Churn(options, members, customers, lives) / churn) - 1);
                (best, nearest) = distance < nearest ? (lives, distance) : (best, nearest);
            }

            for (var k = 0; k < members.Length; k++)
            {
                var customer = customers[members[k]];
                customers[members[k]] = customer with { LifeMonths = best[k], Ended = CustomerMaker.EndOf(customer.Start, best[k], options.AsOf) };
            }
        }
    }

    /// <summary>Departures over months seen through or left in.</summary>
    private static double Churn(SampleOptions options, int[] members, List<SampleCustomer> customers, double[] lives)
    {
        double left = 0, months = 0;
        for (var k = 0; k < members.Length; k++)
        {
            var start = customers[members[k]].Start;
            var end = CustomerMaker.EndOf(start, lives[k], options.AsOf);
            var seen = ((end ?? options.AsOf).DayNumber - start.DayNumber) / 30.4375;
            left += end is null ? 0 : 1;
            months += end is null ? Math.Floor(seen) : Math.Ceiling(seen);
        }

        return left / Math.Max(1, months);
    }
}
