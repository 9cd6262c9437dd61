namespace Kindred.Statistics.Regression;

/// <summary>A fitted <see cref="CodedLogistic"/>.</summary>
/// <param name="Intercept">Log-odds where every coefficient is 0.</param>
/// <param name="Coefficients">Per field and code, field after field.</param>
/// <param name="PenalisedLoss">−log-likelihood + penalty.</param>
/// <param name="Information">Penalised information (negative second derivative), lower triangle, (size + 1)², the intercept last.</param>
public sealed record LogisticFit(double Intercept, double[] Coefficients, double PenalisedLoss, double[] Information);
