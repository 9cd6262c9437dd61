namespace Kindred.Sample.Making;

/// <summary>Dated events. A new RevOps or finance lead within 180 days before a deal is the planted trigger; the same event long before or after is the trap.</summary>
internal static class SignalMaker
{
    private static readonly string[] Trigger = ["New RevOps lead", "New finance lead"];
    private static readonly string[] Noise = ["Funding round", "Audit", "Layoff", "Cloud bill spike", "Office move", "Poor reviews"];

    public static SampleSignal[] Make(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> deals, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "signals");
        var signals = new List<SampleSignal>();
        var triggered = deals.Where(deal => deal.Triggered).Select(deal => deal.Account).ToHashSet();
        foreach (var deal in deals)
        {
            if (deal.Triggered)
            {
                Add(deal.Account, deal.Created.AddDays(-random.Between(1, 175)), random.Pick(Trigger));
            }
            else if (!triggered.Contains(deal.Account) && random.Chance(0.18))
            {
                Add(deal.Account, deal.Created.AddDays(-random.Between(220, 700)), random.Pick(Trigger));
            }
            else if (!triggered.Contains(deal.Account) && !deal.Again && random.Chance(0.08) && deal.Closed.AddDays(10) < options.AsOf)
            {
                Add(deal.Account, deal.Closed.AddDays(random.Between(5, options.AsOf.DayNumber - deal.Closed.DayNumber - 1)), random.Pick(Trigger));
            }
        }

        var approached = deals.Select(deal => deal.Account).ToHashSet();
        for (var i = 0; i < accounts.Length; i++)
        {
            if (!approached.Contains(i) && random.Chance(0.12))
            {
                Add(i, options.AsOf.AddDays(-random.Between(1, 175)), random.Pick(Trigger));
            }

            if (random.Chance(0.2))
            {
                Add(i, options.AsOf.AddDays(-random.Between(1, 1000)), random.Pick(Noise));
            }
        }

        foreach (var customer in customers.Where(customer => accounts[customer.Account].EmployeesNow != accounts[customer.Account].Employees))
        {
            Add(customer.Account, customer.Ended!.Value.AddDays(random.Between(30, 110)), "Headcount growth");
        }

        return [.. signals.OrderBy(signal => signal.On).ThenBy(signal => signal.Account)];

        void Add(int account, DateOnly on, string kind) => signals.Add(new SampleSignal(account, on, kind, Detail(accounts[account], kind, random), random.Pick<string>(["news", "LinkedIn", "sales call", "press release"])));
    }

    private static string Detail(SampleAccount account, string kind, SeededGenerator random) => kind switch
    {
        "New RevOps lead" => account.Country == "KR" ? "RevOps 리드가 새로 왔어요" : "New head of revenue operations",
        "New finance lead" => account.Country == "KR" ? "재무 책임자가 새로 왔어요" : "New VP Finance",
        "Headcount growth" => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{account.Employees} → {account.EmployeesNow}"),
        "Funding round" => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{random.Between(2, 40)} million USD"),
        _ => kind,
    };
}
