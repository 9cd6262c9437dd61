namespace Kindred.Statistics.Drift;

/// <summary>How one field of the second sample differs from the first.</summary>
/// <param name="Statistic">Pearson's χ² over the levels that are large enough, or the Kolmogorov–Smirnov distance of known numbers; 0 where nothing can be compared.</param>
/// <param name="Level">Level whose share moved most against its standard error; -1 for numbers and where nothing can be compared.</param>
/// <param name="AdjustedP">Step-down permutation p over all fields.</param>
/// <param name="Psi">Population stability index; numbers in ten bins of the pooled sample, half a row added to each cell.</param>
/// <param name="PsiLimit">95 % quantile of that index over the permutations: what chance alone gives at these sizes.</param>
public readonly record struct DriftOutcome(double Statistic, int Level, double AdjustedP, double Psi, double PsiLimit);
