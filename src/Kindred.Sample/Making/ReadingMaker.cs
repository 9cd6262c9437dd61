namespace Kindred.Sample.Making;

/// <summary>Visits to shared documents and the meetings that followed within 21 days.</summary>
internal static class ReadingMaker
{
    /// <summary>Reader groups at the default size: role, documents read, people, share with a meeting within 21 days.</summary>
    private static readonly (SampleRole Role, int[] Documents, int People, double Meeting)[] Groups =
    [
        (SampleRole.EconomicBuyer, [2, 4], 90, 0.44),
        (SampleRole.Other, [2], 210, 0.19),
        (SampleRole.Reviewer, [1], 70, 0.36),
        (SampleRole.Reader, [3], 60, 0.20),
        (SampleRole.User, [0], 300, 0.049),
    ];

    private const int Scanners = 250;
    private const int Unknown = 80;
    private const int LinksPerDocument = 48;

    public static (SampleVisit[] Visits, SampleActivity[] Meetings) Make(SampleOptions options, SampleAccount[] accounts, SampleContact[] contacts, double scale)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "reading");
        var visits = new List<SampleVisit>();
        var meetings = new List<SampleActivity>();
        foreach (var group in Groups)
        {
            var people = Enumerable.Range(0, contacts.Length).Where(i => contacts[i].Role == group.Role).ToArray();
            random.Shuffle<int>(people);
            var readers = people.AsSpan(0, Math.Min(people.Length, (int)Math.Round(group.People * scale)));
            for (var rank = 0; rank < readers.Length; rank++)
            {
                var person = readers[rank];
                var at = Daytime(options.AsOf.AddDays(-random.Between(24, 280)), random);
                foreach (var document in group.Documents)
                {
                    visits.Add(Human(accounts, contacts, person, document, at, rank, random));
                    at = at.AddMinutes(random.Between(3, 50));
                }

                if (random.Chance(group.Meeting))
                {
                    meetings.Add(new SampleActivity(person, DateOnly.FromDateTime(at).AddDays(random.Between(1, 20)), "Meeting", "Discovery meeting"));
                }
            }
        }

        var humans = visits.Count;
        Others(options, accounts, contacts, scale, visits, humans, random);
        return ([.. visits.OrderBy(visit => visit.At).ThenBy(visit => visit.Link)], [.. meetings]);
    }

    private static void Others(SampleOptions options, SampleAccount[] accounts, SampleContact[] contacts, double scale, List<SampleVisit> visits, int humans, SeededGenerator random)
    {
        for (var i = 0; i < (int)Math.Round(Scanners * scale); i++)
        {
            var sent = visits[random.Below(humans)];
            var pages = new int[SampleDocument.All[sent.Document].Pages];
            Array.Fill(pages, random.Between(1, 3));
            visits.Add(sent with { At = sent.At.AddMinutes(-random.Between(2, 240)), PageSeconds = pages, Visitor = "scanner", Device = "Chrome 119 / Linux", City = random.Pick<string>(["Ashburn", "Dublin", "Boardman"]) });
        }

        for (var i = 0; i < (int)Math.Round(Unknown * scale); i++)
        {
            var sent = visits[random.Below(humans)];
            var pages = new int[SampleDocument.All[sent.Document].Pages];
            pages[0] = random.Between(1, 4);
            visits.Add(sent with { At = sent.At.AddHours(random.Between(2, 90)), PageSeconds = pages, Visitor = "unknown", Device = "Unknown", City = "" });
        }

        // The three that stories are told about: the scanner that looks hot, the tab left open overnight, the link opened on another device.
        var roi = visits.FindIndex(visit => visit.Visitor == "scanner" && SampleDocument.All[visit.Document].Key == "roi");
        if (roi >= 0)
        {
            visits[roi] = visits[roi] with { At = visits[roi].At.Date.AddHours(3).AddMinutes(12), PageSeconds = [5, 5, 5, 5, 5, 6] };
        }

        var pricing = visits.FindIndex(visit => visit.Visitor == "human" && SampleDocument.All[visit.Document].Key == "pricing");
        visits[pricing] = visits[pricing] with { At = visits[pricing].At.Date.AddHours(22).AddMinutes(4), PageSeconds = [31, 42, 23, 27_624] };
        var forwarded = visits[random.Below(humans)];
        visits.Add(forwarded with { At = forwarded.At.AddHours(5), Device = "Safari / iPhone", City = accounts[contacts[forwarded.Contact].Account].Country == "KR" ? "부산" : "Tampa", Visitor = "human" });
    }

    private static SampleVisit Human(SampleAccount[] accounts, SampleContact[] contacts, int person, int document, DateTime at, int rank, SeededGenerator random)
    {
        var account = accounts[contacts[person].Account];
        var edition = account.Country == "KR" ? document : document + 5;
        var pages = new int[SampleDocument.All[edition].Pages];
        for (var page = 0; page < pages.Length; page++)
        {
            pages[page] = random.Chance(0.8) ? (int)random.LogNormal(18, 0.7) : 0;
        }

        pages[0] = Math.Max(3, pages[0]);
        return new SampleVisit(person, edition, (document * LinksPerDocument) + (rank % LinksPerDocument) + 1, at, pages, "human",
            random.Pick<string>(["Chrome / Windows", "Chrome / macOS", "Safari / macOS", "Edge / Windows", "Safari / iPhone", "Whale / Windows"]), account.City);
    }

    private static DateTime Daytime(DateOnly day, SeededGenerator random) => day.ToDateTime(new TimeOnly(random.Between(0, 9), random.Below(60), random.Below(60)), DateTimeKind.Utc);
}
