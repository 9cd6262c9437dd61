using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>An invoice; corrections are negative.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Key">Number; may be empty.</param>
/// <param name="On">Day of issue, or null.</param>
/// <param name="Amount">Without value-added tax where the file says how.</param>
/// <param name="DueOn">Day due, or null.</param>
/// <param name="PaidOn">Day paid, or null.</param>
public sealed record Invoice(int Account, string Key, DateOnly? On, Money Amount, DateOnly? DueOn, DateOnly? PaidOn);
