namespace Kindred.Statistics.Survival;

/// <summary>A survival curve at one of the times that occur in the data.</summary>
/// <param name="Time">The time.</param>
/// <param name="AtRisk">Under observation just before it.</param>
/// <param name="Events">Events at it.</param>
/// <param name="Censored">Observations that end at it without an event.</param>
/// <param name="Survival">Estimate of S(time), after the events of this time.</param>
/// <param name="Greenwood">Σ d / (n(n − d)) up to and at this time: the variance of ln S; infinity once S is 0.</param>
/// <param name="CumulativeHazard">Nelson–Aalen Σ d / n.</param>
/// <param name="HazardVariance">Σ d / n², the variance of the cumulative hazard.</param>
public readonly record struct SurvivalStep(double Time, int AtRisk, int Events, int Censored, double Survival, double Greenwood, double CumulativeHazard, double HazardVariance);
