namespace Kindred.Sample;

/// <summary>What one channel cost in one month, in won.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Channel">Index in <see cref="Planted.Channels"/>.</param>
/// <param name="Program">Advertising, events, commissions.</param>
/// <param name="People">Sales and marketing pay booked on the channel.</param>
public sealed record SampleCost(DateOnly Month, int Channel, long Program, long People);
