namespace Kindred.Core.Accounts;

/// <summary>How often a field is filled.</summary>
/// <param name="Field">Field.</param>
/// <param name="Source">File and column.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Filled">Rows with a value that does not stand for "missing".</param>
/// <param name="Positive">Share filled among won (or kept), NaN without outcome.</param>
/// <param name="Negative">Share filled among lost (or left), NaN without outcome.</param>
/// <param name="DiffersByOutcome">True when the two shares differ beyond chance (z ≥ 3): "missing" would predict the outcome, a data problem, never a finding.</param>
/// <param name="Segments">The same within each sector, largest first.</param>
public sealed record FieldCoverage(string Field, string Source, int Rows, int Filled, double Positive, double Negative, bool DiffersByOutcome, IReadOnlyList<SegmentCoverage> Segments);
