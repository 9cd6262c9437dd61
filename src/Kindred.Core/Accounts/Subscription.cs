using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>A running contract.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Key">Id; may be empty.</param>
/// <param name="StartedOn">First day.</param>
/// <param name="EndedOn">First day on which it no longer runs, or null while it runs.</param>
/// <param name="Plan">Plan, or null.</param>
/// <param name="Seats">Seats; NaN when unknown.</param>
/// <param name="Monthly">Recurring amount per month, or null.</param>
/// <param name="IsTrial">True for a trial.</param>
public sealed record Subscription(int Account, string Key, DateOnly StartedOn, DateOnly? EndedOn, string? Plan, double Seats, Money? Monthly, bool IsTrial)
{
    /// <summary>True when it runs on that day.</summary>
    public bool IsActive(DateOnly day) => StartedOn <= day && !(EndedOn <= day);
}
