namespace Kindred.Core.Accounts;

/// <summary>A head count on a day.</summary>
/// <param name="Account">Company index.</param>
/// <param name="On">Day it was true.</param>
/// <param name="People">People.</param>
/// <param name="Source">How we know, or null.</param>
public sealed record Headcount(int Account, DateOnly On, double People, string? Source);
