using System.Globalization;
using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Core.Standards;
using Kindred.Statistics.Resampling;

namespace Kindred.Bench;

/// <summary>The whole study of 100,000 customers over 36 months: industry × size, with deals, spend, use of a feature every month and tickets.</summary>
internal static class SegmentSpeed
{
    private static readonly string[] Sectors = ["software", "fintech", "manufacturing", "commerce", "health", "services", "education", "logistics"];
    private static readonly string[] Channels = ["Ads", "Content", "Webinar", "Outbound", "Referral", "Partner"];

    public static void Run()
    {
        var (made, facts) = Measured.Here(() => Facts(100_000));
        Console.WriteLine($"segments facts       {made}  {facts.Subscriptions.Count} subscriptions, {facts.Deals.Count} deals, {facts.Usage.Count} usage rows, {facts.Tickets.Count} tickets");
        foreach (var attempt in new[] { "cold", "warm" })
        {
            var (took, study) = Measured.Here(() => SegmentsModule.Study(facts, new SegmentRequest { By = ["industry", "size"] }).Value);
            Console.WriteLine($"segments study {attempt}  {took}  {study.Segments.Count} segments, {study.Overall[SegmentMeasure.CustomersEver].Value!.Value.ToString("F0", CultureInfo.InvariantCulture)} customers, churn {Format.Percent(study.Overall[SegmentMeasure.LogoChurn].Value!.Value, 2)}");
        }
    }

    private static AccountFacts Facts(int customers)
    {
        var random = new SeededRandom(21);
        var asOf = new DateOnly(2026, 6, 30);
        var sectors = Sectors.Select(word => StandardsModule.Industry(word)).ToArray();
        var place = Place.Read("KR", null, null);
        var companies = new Company[customers];
        List<Subscription> subscriptions = [];
        List<Deal> deals = [];
        List<Usage> usage = [];
        List<Ticket> tickets = [];
        for (var i = 0; i < customers; i++)
        {
            companies[i] = new Company(i, "c" + Format.Whole(i), "Firm " + Format.Whole(i), [], null, null, place, null, sectors[random.Below(sectors.Length)], Math.Round(Math.Exp(2 + 5 * random.NextUnit())), null, null, null, [], null);
            var start = asOf.AddDays(-30 - random.Below(1060));
            var life = (int)(-Math.Log(1 - random.NextUnit()) * 1200);
            DateOnly? end = start.AddDays(life + 20) is var day && day <= asOf ? day : null;
            var amount = 1000 * (20 + random.Below(400));
            var change = random.Below(3) == 0 ? start.AddDays(200) : (DateOnly?)null;
            var split = change is { } at && at < (end ?? asOf);
            subscriptions.Add(new Subscription(i, "", start, split ? change : end, "Team", 5, new Money(amount, "KRW"), false));
            if (split)
            {
                subscriptions.Add(new Subscription(i, "", change!.Value, end, "Team", 5, new Money((long)(amount * (0.8 + random.NextUnit() * 0.6)), "KRW"), false));
            }

            var channel = Channels[random.Below(Channels.Length)];
            deals.Add(new Deal(i, "", "", "won", DealOutcome.Won, true, start.AddDays(-40), start, new Money(amount * 12, "KRW"), null, channel, null, null, 0, 0));
            for (var lost = random.Below(4); lost > 0; lost--)
            {
                deals.Add(new Deal(i, "", "", "lost", DealOutcome.Lost, true, start.AddDays(-90), start.AddDays(-50), null, null, channel, null, null, 0, 0));
            }

            for (var month = new DateOnly(start.Year, start.Month, 1); month <= (end ?? asOf); month = month.AddMonths(1))
            {
                usage.Add(new Usage(i, month, "quote", 5 + random.Below(40), 0, 1, month.AddDays(2)));
                if (random.Below(6) == 0)
                {
                    tickets.Add(new Ticket(i, "", month.AddDays(random.Below(28)), null, null, double.NaN));
                }
            }
        }

        return new AccountFacts
        {
            AsOf = asOf,
            Companies = companies,
            Subscriptions = subscriptions,
            Deals = deals,
            Usage = usage,
            Tickets = tickets,
            Costs = [.. Enumerable.Range(0, 36).SelectMany(month => Channels.Select(channel => new Cost(asOf.AddDays(-29).AddMonths(-month), channel, new Money(700_000_000, "KRW"))))],
            Placed = [],
            Quality = new QualityReport([], []),
        };
    }
}
