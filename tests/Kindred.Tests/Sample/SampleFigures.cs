using Kindred.Sample;

namespace Kindred.Tests.Sample;

/// <summary>What one generated company measures, straight from its records.</summary>
internal sealed record SampleFigures(Dictionary<string, (double Deals, double Wins)> Groups, double KeptBase, double KeptRegret, double ActiveCustomers, double ChurnedCustomers, double ArrBillionWon, double DollarShare)
{
    public static readonly DateOnly AsOf = new(2026, 11, 21);

    public static SampleFigures Of(SampleCompany company)
    {
        var groups = new Dictionary<string, (double Deals, double Wins)>();
        var half = company.Options.AsOf.AddMonths(-18);
        var customerOfDeal = company.Customers.ToDictionary(customer => customer.Deal);
        double closed = 0, kept = 0, regretDeals = 0, regretKept = 0;
        for (var i = 0; i < company.Deals.Length; i++)
        {
            var deal = company.Deals[i];
            if (deal.Outcome == SampleOutcome.Open)
            {
                continue;
            }

            var account = company.Accounts[deal.Account];
            var alive = customerOfDeal.TryGetValue(i, out var customer) && customer.KeptTwelveMonths ? 1 : 0;
            closed++;
            kept += alive;
            regretDeals += account.Group == SampleGroup.Regret ? 1 : 0;
            regretKept += account.Group == SampleGroup.Regret ? alive : 0;
            foreach (var name in Names(account, deal, half))
            {
                var (deals, wins) = groups.GetValueOrDefault(name);
                groups[name] = (deals + 1, wins + (deal.Outcome == SampleOutcome.Won ? 1 : 0));
            }
        }

        var active = company.Customers.Where(customer => customer.Ended is null).ToArray();
        var arr = active.Sum(customer => Won(customer));
        return new SampleFigures(groups, kept / closed, regretKept / regretDeals, active.Length, company.Customers.Length - active.Length, arr / 1e9,
            active.Where(customer => customer.Monthly.Currency == "USD").Sum(Won) / arr);
    }

    private static double Won(SampleCustomer customer) =>
        (double)(customer.Monthly.Major * 12 * (customer.Monthly.Currency switch { "KRW" => 1m, "JPY" => 9.2m, _ => 1380m }));

    private static IEnumerable<string> Names(SampleAccount account, SampleDeal deal, DateOnly half)
    {
        var software = account.Industry is "software" or "fintech";
        var middle = account.Employees is >= 50 and <= 200;
        var crm = account.Crm is "Salesforce" or "HubSpot";
        var met = (software ? 1 : 0) + (middle ? 1 : 0) + (crm ? 1 : 0);
        yield return "all";
        yield return met == 3 ? "core" : "rest";
        yield return "country " + account.Country;
        yield return "industry " + account.Industry;
        yield return (deal.Triggered ? "triggered" : "untriggered");
        yield return "channel " + Planted.Channels[deal.Channel] + (met == 3 ? " core" : "");
        yield return (deal.Created < half ? "first half " : "second half ") + (account.Decoys[Planted.HalfDecoy] == Planted.HalfDecoyValue ? "decoy" : "others");
        if (met == 2)
        {
            yield return "two of three";
        }

        if (met == 3 && deal.Triggered)
        {
            yield return "core triggered";
        }

        if (account.Industry == "commerce" && account.Employees < 20)
        {
            yield return "regret";
        }

        if (account.Employees >= 1000)
        {
            yield return "anti";
        }

        if (account.Industry == "manufacturing" && middle && crm)
        {
            yield return "manufacturing 50-200 crm";
        }
    }
}
