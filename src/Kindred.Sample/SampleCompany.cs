using Kindred.Sample.Making;

namespace Kindred.Sample;

/// <summary>The invented company 매듭 / Maedeup with all its records in memory. Every name and number is made up.</summary>
/// <param name="Options">What it was made with.</param>
/// <param name="Accounts">Companies in the CRM, without duplicates.</param>
/// <param name="Deals">New-business deals by creation day, closed and open.</param>
/// <param name="Renewals">Renewals and expansions, a pipeline of their own.</param>
/// <param name="Customers">Won accounts with their subscription.</param>
public sealed record SampleCompany(
    SampleOptions Options,
    SampleAccount[] Accounts,
    SampleDeal[] Deals,
    SampleDeal[] Renewals,
    SampleCustomer[] Customers)
{
    /// <summary>Reps, then customer-success managers.</summary>
    public static readonly string[] Owners = ["김도현", "이수민", "박정우", "Emily Carter", "Jason Lee", "최유진", "Nina Brooks"];

    /// <summary>Makes the company. The same options give the same records on every machine and runtime.</summary>
    /// <exception cref="ArgumentException">The options are outside their bounds; ask <see cref="SampleOptions.Checked"/> first.</exception>
    public static SampleCompany Generate(SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Checked().IsAccepted)
        {
            throw new ArgumentException("The options are outside their bounds: ask Checked() first.", nameof(options));
        }

        var scale = Scale(options);
        var accounts = AccountMaker.Make(options, (int)Math.Round(3000 * scale));
        var deals = DealMaker.Make(options, accounts, closed: (int)Math.Round(1200 * scale), open: (int)Math.Round(84 * scale));
        var customers = CustomerMaker.Make(options, accounts, deals);
        var renewals = CustomerMaker.RenewalsAndExpansions(options, customers, deals, (int)Math.Round(210 * scale)).ToArray();
        accounts = AccountFinisher.Finish(options, accounts, deals, customers);
        return new SampleCompany(options, accounts, [.. deals], renewals, customers);
    }

    /// <summary>Size against the company of 3,000: the story <see cref="SampleStory.Small"/> keeps 15 %.</summary>
    internal static double Scale(SampleOptions options) => options.Companies / 3000.0 * (options.Story == SampleStory.Small ? 0.15 : 1);
}
