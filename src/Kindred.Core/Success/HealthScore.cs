namespace Kindred.Core.Success;

/// <summary>A customer's health of 100. A factor nobody knows is not a zero: it is left out, the others count for more, and the ends say what it could make of the total.</summary>
/// <param name="Total">0–100 over the factors known; null when none is.</param>
/// <param name="Low">Total if every unknown factor were at its worst.</param>
/// <param name="High">Total if every unknown factor were at its best.</param>
/// <param name="KnownWeight">Points of the factors known.</param>
/// <param name="Factors">All factors, in order.</param>
public sealed record HealthScore(double? Total, double Low, double High, int KnownWeight, IReadOnlyList<FactorScore> Factors)
{
    /// <summary>From this total on a customer is well.</summary>
    public const double WellFrom = 70;

    /// <summary>Below this total a customer needs somebody.</summary>
    public const double PoorBelow = 40;

    /// <summary>Factors nobody knows.</summary>
    public IEnumerable<FactorScore> Unknown => Factors.Where(factor => factor.Score is null && factor.Weight > 0);
}
