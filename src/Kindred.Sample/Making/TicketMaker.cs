namespace Kindred.Sample.Making;

/// <summary>Support tickets: a steady rate per customer that grows with seats, four times as many per seat at the largest customers.</summary>
internal static class TicketMaker
{
    private static readonly string[] Categories = ["How-to", "Bug", "Billing", "Integration", "Permission", "Feature request"];

    public static SampleTicket[] Make(SampleOptions options, SampleAccount[] accounts, SampleCustomer[] customers)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "tickets");
        var tickets = new List<SampleTicket>();
        for (var i = 0; i < customers.Length; i++)
        {
            var customer = customers[i];
            var last = customer.Ended ?? options.AsOf;
            var months = (last.DayNumber - customer.Start.DayNumber) / 30.4375;
            var group = accounts[customer.Account].Group;
            var rate = 0.022 * customer.Seats * (group switch { SampleGroup.Anti => 4, SampleGroup.Regret => 1.6, SampleGroup.Core => 0.8, _ => 1 });
            var count = (int)((rate * months * random.LogNormal(1, 0.3)) + random.Unit());
            for (var k = 0; k < count; k++)
            {
                var created = customer.Start.AddDays(random.Below(Math.Max(1, last.DayNumber - customer.Start.DayNumber)));
                var solved = created.AddDays(random.PickWeighted([0.5, 0.25, 0.1, 0.1, 0.05]));
                tickets.Add(new SampleTicket(i, created, solved > options.AsOf ? options.AsOf : solved, random.Pick(Categories),
                    random.Chance(0.15) ? "High" : random.Chance(0.3) ? "Low" : "Normal", (int)random.LogNormal(group == SampleGroup.Anti ? 60 : 28, 0.7)));
            }
        }

        return [.. tickets.OrderBy(ticket => ticket.Created).ThenBy(ticket => ticket.Customer)];
    }
}
