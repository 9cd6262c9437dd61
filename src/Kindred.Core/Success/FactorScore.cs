using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>One factor of a customer's health.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Weight">Points it holds of 100.</param>
/// <param name="Counted">Points it counts for once unknown factors are left out; 0 when it is unknown itself.</param>
/// <param name="Score">0 (bad) to 1 (good), or null when unknown.</param>
/// <param name="Figure">What was counted: a ratio, a number of features, tickets a seat and month, a share, contacts, a mark; null when unknown.</param>
/// <param name="Said">The figure in words, or why it is unknown.</param>
public sealed record FactorScore(HealthFactor Factor, int Weight, double Counted, double? Score, double? Figure, Wording Said)
{
    /// <summary>Points reached.</summary>
    public double Points => Counted * (Score ?? 0);
}
