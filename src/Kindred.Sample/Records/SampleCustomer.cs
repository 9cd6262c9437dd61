using Kindred.Core.Basics;

namespace Kindred.Sample;

/// <summary>One invented customer: a won new-business deal and how long it lasted.</summary>
/// <param name="Account">Index in <see cref="SampleCompany.Accounts"/>.</param>
/// <param name="Deal">Index in <see cref="SampleCompany.Deals"/>.</param>
/// <param name="Start">First day of the subscription.</param>
/// <param name="LifeMonths">Months until it leaves, also beyond the as-of day: what the files cannot show yet.</param>
/// <param name="Ended">Last day, or null while active at the as-of day.</param>
/// <param name="Monthly">Monthly price.</param>
/// <param name="Seats">Paid seats.</param>
/// <param name="Plan">Plan name.</param>
/// <param name="ByTaxInvoice">Billed by Korean tax invoice instead of by card.</param>
/// <param name="StripeId">Customer id in the billing system.</param>
public sealed record SampleCustomer(
    int Account,
    int Deal,
    DateOnly Start,
    double LifeMonths,
    DateOnly? Ended,
    Money Monthly,
    int Seats,
    string Plan,
    bool ByTaxInvoice,
    string StripeId)
{
    /// <summary>Alive twelve months after its start (known to the maker also where it lies in the future).</summary>
    public bool KeptTwelveMonths => LifeMonths >= 12;
}
