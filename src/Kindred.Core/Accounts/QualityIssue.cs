using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>One counted trouble in the data.</summary>
/// <param name="Code">Stable code, e.g. <c>accounts.usage-before-start</c>.</param>
/// <param name="Subject">File and column.</param>
/// <param name="Count">Rows or accounts concerned.</param>
/// <param name="Total">Rows or accounts looked at.</param>
/// <param name="Message">What was found and what to do.</param>
public sealed record QualityIssue(string Code, string Subject, int Count, int Total, Wording Message);
