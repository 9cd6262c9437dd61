namespace Kindred.Core.CustomerValue;

/// <summary>A customer with its place in the list.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Rank">1 = best; 0 when its record is too thin to rank.</param>
/// <param name="Value">0–1: mean rank within its cohort over the criteria, pulled to the middle where criteria are missing.</param>
/// <param name="Coverage">Share of the criteria's weight that is known.</param>
/// <param name="InTopShare">Share of 1,000 random weightings in which it stays in the top k.</param>
/// <param name="Cohort">Cohort of equal age it was compared within.</param>
/// <param name="Figures">Per criterion the figure, NaN when unknown.</param>
/// <param name="IsActive">Still a customer on the as-of day.</param>
public sealed record RankedCustomer(int Account, int Rank, double Value, double Coverage, double InTopShare, string Cohort, IReadOnlyList<double> Figures, bool IsActive);
