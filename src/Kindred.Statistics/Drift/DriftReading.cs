namespace Kindred.Statistics.Drift;

/// <summary>One field under one division of the rows.</summary>
/// <param name="Strength">Minus the logarithm of the asymptotic p: what fields are compared by.</param>
/// <param name="Statistic">χ² or distance.</param>
/// <param name="Level">Level that moved most, or -1.</param>
/// <param name="Psi">Population stability index.</param>
internal readonly record struct DriftReading(double Strength, double Statistic, int Level, double Psi);
