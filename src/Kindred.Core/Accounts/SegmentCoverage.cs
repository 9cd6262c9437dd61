namespace Kindred.Core.Accounts;

/// <summary>How often a field is filled within one segment.</summary>
/// <param name="Segment">Sector word.</param>
/// <param name="Rows">Rows of the segment.</param>
/// <param name="Filled">Rows with a value.</param>
public sealed record SegmentCoverage(string Segment, int Rows, int Filled);
