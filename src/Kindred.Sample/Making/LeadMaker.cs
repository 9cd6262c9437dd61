using System.Globalization;

namespace Kindred.Sample.Making;

/// <summary>Leads of the last year, 15 % of them in the last 30 days. In the last 90 days the share of US fintech doubles from 12 to 25 %: a drift to be found.</summary>
internal static class LeadMaker
{
    /// <summary>Before free-mail addresses, so that they belong to nobody.</summary>
    public const string Invented = "invented.sample.";

    private static readonly string[] PassReasons = ["industry", "size", "no budget", "timing", "not the decider", "uses a competitor", "duplicate"];

    public static SampleLead[] Make(SampleOptions options, SampleAccount[] accounts, List<SampleDeal> deals, int wanted, int recent, int decided)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "leads");
        var names = new NameMaker(SeededGenerator.ForTopic(options.Seed, "lead names"));
        var taken = deals.Select(deal => deal.Account).ToHashSet();
        var free = Enumerable.Range(0, accounts.Length).Where(i => !taken.Contains(i)).ToArray();
        random.Shuffle<int>(free);
        var fintech = new Queue<int>(free.Where(i => accounts[i] is { Country: "US", Industry: "fintech" }));
        var others = new Queue<int>(free.Where(i => accounts[i] is not { Country: "US", Industry: "fintech" }));
        var days = Enumerable.Range(0, wanted).Select(i => i < recent ? random.Between(0, 29) : random.Between(30, 364)).ToArray();
        var leads = new List<SampleLead>(wanted);
        foreach (var day in days.OrderDescending())
        {
            var usFintech = random.Chance(day < 90 ? 0.25 : 0.12);
            leads.Add(Lead(options, accounts, random, names, usFintech ? fintech : others, usFintech, leads.Count, options.AsOf.AddDays(-day)));
        }

        foreach (var i in Enumerable.Range(0, leads.Count).TakeLast(recent).Take(decided))
        {
            var take = random.Chance(0.45);
            leads[i] = leads[i] with { Decision = take ? "Take" : "Pass", DecisionReason = take ? "" : random.Pick(PassReasons) };
        }

        return [.. leads];
    }

    private static SampleLead Lead(SampleOptions options, SampleAccount[] accounts, SeededGenerator random, NameMaker names, Queue<int> pool, bool usFintech, int number, DateOnly created)
    {
        var id = "LEAD-" + (10_001 + number).ToString(CultureInfo.InvariantCulture);
        var channel = random.PickWeighted([0.25, 0.30, 0.20, 0.10, 0.09, 0.06]);
        var role = (SampleRole)random.PickWeighted([0.15, 0.30, 0.15, 0.10, 0.30]);
        var kind = random.PickWeighted([0.72, 0.18, 0.10]);
        if (kind == 0 && pool.TryDequeue(out var index))
        {
            var account = accounts[index];
            var (first, last, mailbox) = NameMaker.Person(random, account.Country == "KR");
            return new SampleLead(id, index, first, last, account.Name, mailbox + "@" + account.Domain, ContactMaker.Title(random, role, account.Country == "KR"),
                account.Country, account.Industry, channel, created, "", "");
        }

        var korean = !usFintech && random.Chance(0.62);
        var person = NameMaker.Person(random, korean);
        var industry = usFintech ? "fintech" : random.Pick(Planted.Industries);
        var (company, domain) = names.Company(korean, industry);
        var freeMail = kind == 2;
        var host = freeMail ? (korean ? random.Pick<string>(["naver.com", "gmail.com", "hanmail.net"]) : "gmail.com") : "hq-" + domain;
        return new SampleLead(id, -1, person.First, person.Last, freeMail && random.Chance(0.6) ? "" : company + (korean ? "원" : " Group"), (freeMail ? Invented : "") + person.Mailbox + random.Between(1, 99).ToString(CultureInfo.InvariantCulture) + "@" + host,
            ContactMaker.Title(random, role, korean), korean ? "KR" : "US", freeMail ? "" : industry, channel, created, "", "");
    }
}
