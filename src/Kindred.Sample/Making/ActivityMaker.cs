namespace Kindred.Sample.Making;

/// <summary>Calls, demos and campaign touches around deals. Meetings come from reading (<see cref="ReadingMaker"/>) alone, so that the planted shares stay exact.</summary>
internal static class ActivityMaker
{
    public static SampleActivity[] Make(SampleOptions options, SampleContact[] contacts, List<SampleDeal> deals, SampleActivity[] meetings)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "activities");
        var first = FirstContacts(contacts);
        var made = new List<SampleActivity>(meetings);
        foreach (var deal in deals)
        {
            var contact = first[deal.Account];
            made.Add(new SampleActivity(contact, deal.Created.AddDays(-random.Between(1, 40)), deal.Channel switch { 2 => "Webinar attended", 0 => "Ad click", 1 => "Content download", _ => "Email sent" }, Planted.Channels[deal.Channel]));
            var last = deal.Closed < options.AsOf ? deal.Closed : options.AsOf;
            for (var k = random.Between(1, 3); k > 0; k--)
            {
                made.Add(new SampleActivity(contact, deal.Created.AddDays(random.Below(Math.Max(1, last.DayNumber - deal.Created.DayNumber))), random.Chance(0.4) ? "Demo" : "Call", "Follow-up"));
            }
        }

        return [.. made.OrderBy(activity => activity.On).ThenBy(activity => activity.Contact)];
    }

    private static Dictionary<int, int> FirstContacts(SampleContact[] contacts)
    {
        var first = new Dictionary<int, int>();
        for (var i = 0; i < contacts.Length; i++)
        {
            first.TryAdd(contacts[i].Account, i);
        }

        return first;
    }
}
