namespace Kindred.Core.Standards;

/// <summary>One rate: from this day on, one unit of <paramref name="From"/> is worth <paramref name="Rate"/> units of <paramref name="To"/>.</summary>
/// <param name="Since">First day on which it holds.</param>
/// <param name="From">ISO code.</param>
/// <param name="To">ISO code.</param>
/// <param name="Rate">Above 0.</param>
public sealed record ExchangeRate(DateOnly Since, string From, string To, decimal Rate);
