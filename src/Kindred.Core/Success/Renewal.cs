namespace Kindred.Core.Success;

/// <summary>The next renewal of a customer.</summary>
/// <param name="Account">Company index.</param>
/// <param name="On">Day.</param>
/// <param name="IsStated">True when the file says when the contract ends; otherwise the next anniversary of the first paid day, taking contracts to run for a year.</param>
/// <param name="Monthly">Monthly amount in minor units.</param>
/// <param name="Year">Which year of the contract begins then: 2 for the first renewal.</param>
public sealed record Renewal(int Account, DateOnly On, bool IsStated, long Monthly, int Year);

/// <summary>Renewals of a calendar month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Renewals">In order of day.</param>
/// <param name="Monthly">Sum of their monthly amounts, in minor units.</param>
public sealed record RenewalMonth(DateOnly Month, IReadOnlyList<Renewal> Renewals, long Monthly);
