namespace Kindred.Core.Accounts;

/// <summary>What is wrong with the data, and what would improve the result most.</summary>
/// <param name="Coverage">Per field of the companies and deals.</param>
/// <param name="Issues">Counted troubles, gravest first.</param>
public sealed record QualityReport(IReadOnlyList<FieldCoverage> Coverage, IReadOnlyList<QualityIssue> Issues);
