namespace Kindred.Core.Accounts;

/// <summary>An account left, as its own table of events says (which may disagree with subscriptions: see the quality report).</summary>
/// <param name="Account">Company index.</param>
/// <param name="On">Day, or null.</param>
/// <param name="Reason">As written, or null.</param>
public sealed record Cancellation(int Account, DateOnly? On, string? Reason);
