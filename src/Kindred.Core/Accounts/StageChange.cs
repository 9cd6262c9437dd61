namespace Kindred.Core.Accounts;

/// <summary>A deal entered a stage.</summary>
/// <param name="Deal">Index into <see cref="AccountFacts.Deals"/>.</param>
/// <param name="Stage">As written.</param>
/// <param name="On">Day, or null.</param>
public sealed record StageChange(int Deal, string Stage, DateOnly? On);
