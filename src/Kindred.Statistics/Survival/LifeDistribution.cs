namespace Kindred.Statistics.Survival;

/// <summary>Shape of a time: ln T = xβ + σW.</summary>
public enum LifeDistribution
{
    /// <summary>W extreme value, σ = 1: a constant hazard.</summary>
    Exponential,

    /// <summary>W extreme value.</summary>
    Weibull,

    /// <summary>W normal.</summary>
    LogNormal,

    /// <summary>W logistic.</summary>
    LogLogistic,
}
