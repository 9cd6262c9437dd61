using Kindred.Sample.Making;

namespace Kindred.Sample;

/// <summary>The invented company 매듭 / Maedeup with all its records in memory. Every name and number is made up.</summary>
public sealed record SampleCompany
{
    /// <summary>Five reps, then two customer-success managers.</summary>
    public static readonly string[] Owners = ["김도현", "이수민", "박정우", "Emily Carter", "Jason Lee", "최유진", "Nina Brooks"];

    /// <summary>What it was made with.</summary>
    public required SampleOptions Options { get; init; }

    /// <summary>Companies in the CRM, without the duplicates the export adds.</summary>
    public required SampleAccount[] Accounts { get; init; }

    /// <summary>New-business deals, closed and open; record ids ascend by creation day.</summary>
    public required SampleDeal[] Deals { get; init; }

    /// <summary>Renewals and expansions, a pipeline of their own.</summary>
    public required SampleDeal[] Renewals { get; init; }

    /// <summary>Won accounts with their subscription.</summary>
    public required SampleCustomer[] Customers { get; init; }

    /// <summary>People at the companies.</summary>
    public required SampleContact[] Contacts { get; init; }

    /// <summary>Leads of the last year, oldest first.</summary>
    public required SampleLead[] Leads { get; init; }

    /// <summary>Product use by customer, month and feature.</summary>
    public required SampleUsage[] Usage { get; init; }

    /// <summary>Support tickets.</summary>
    public required SampleTicket[] Tickets { get; init; }

    /// <summary>Channel costs of 36 months.</summary>
    public required SampleCost[] Costs { get; init; }

    /// <summary>Products seen at companies.</summary>
    public required SampleTechnology[] Technologies { get; init; }

    /// <summary>Dated events at companies.</summary>
    public required SampleSignal[] Signals { get; init; }

    /// <summary>Calls, demos, meetings and campaign touches.</summary>
    public required SampleActivity[] Activities { get; init; }

    /// <summary>Visits to shared documents.</summary>
    public required SampleVisit[] Visits { get; init; }

    /// <summary>Active customers without any use since last month.</summary>
    public required int[] SilentCustomers { get; init; }

    /// <summary>Makes the company. The same options give the same records on every machine and runtime.</summary>
    /// <exception cref="ArgumentException">The options are outside their bounds; ask <see cref="SampleOptions.Checked"/> first.</exception>
    public static SampleCompany Generate(SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Checked().IsAccepted)
        {
            throw new ArgumentException("The options are outside their bounds: ask Checked() first.", nameof(options));
        }

        var scale = options.Companies / 3000.0 * (options.Story == SampleStory.Small ? 0.15 : 1);
        var drawn = AccountMaker.Make(options, (int)Math.Round(3000 * scale));
        var drawnDeals = DealMaker.Make(options, drawn, closed: (int)Math.Round(1200 * scale), open: (int)Math.Round(84 * scale));
        var deals = SettledDays.Settle(options, drawn, drawnDeals, scale);
        var customers = CustomerMaker.Make(options, drawn, deals);
        var accounts = AccountFinisher.Finish(options, drawn, drawnDeals, customers);
        var contacts = ContactMaker.Make(options, accounts);
        var (visits, meetings) = ReadingMaker.Make(options, accounts, contacts, scale);
        var silent = Silent(options, customers, Math.Max(1, (int)Math.Round(6 * scale)));
        return new SampleCompany
        {
            Options = options,
            Accounts = accounts,
            Deals = [.. deals],
            Renewals = [.. CustomerMaker.RenewalsAndExpansions(options, customers, deals, (int)Math.Round(210 * scale))],
            Customers = customers,
            Contacts = contacts,
            Leads = LeadMaker.Make(options, accounts, deals, (int)Math.Round(640 * scale), recent: (int)Math.Round(96 * scale), decided: (int)Math.Round(40 * scale)),
            Usage = UsageMaker.Make(options, customers, [.. silent]),
            Tickets = TicketMaker.Make(options, accounts, customers),
            Costs = CostMaker.Make(options, accounts, deals, customers),
            Technologies = TechnologyMaker.Make(options, accounts, customers),
            Signals = SignalMaker.Make(options, accounts, deals, customers),
            Activities = [.. ActivityMaker.Make(options, contacts, deals, meetings), .. StoryMaker.Make(options, accounts, contacts, customers).Where(story => story.Contact >= 0)],
            Visits = visits,
            SilentCustomers = silent,
        };
    }

    private static int[] Silent(SampleOptions options, SampleCustomer[] customers, int wanted)
    {
        var random = SeededGenerator.ForTopic(options.Seed, "silent");
        var active = Enumerable.Range(0, customers.Length).Where(i => customers[i].Ended is null && customers[i].Start < options.AsOf.AddDays(-120)).ToArray();
        random.Shuffle<int>(active);
        return [.. active.Take(wanted).Order()];
    }
}
