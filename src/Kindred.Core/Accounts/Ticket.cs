namespace Kindred.Core.Accounts;

/// <summary>A support ticket.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Key">Id; may be empty.</param>
/// <param name="OpenedOn">Day, or null.</param>
/// <param name="ClosedOn">Day, or null.</param>
/// <param name="Priority">As written, or null.</param>
/// <param name="Satisfaction">Score; NaN when unknown.</param>
public sealed record Ticket(int Account, string Key, DateOnly? OpenedOn, DateOnly? ClosedOn, string? Priority, double Satisfaction);
