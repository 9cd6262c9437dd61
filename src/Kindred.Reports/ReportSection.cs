namespace Kindred.Reports;

/// <summary>One section of a report.</summary>
/// <param name="Id">Anchor, unique on the page: letters, digits and hyphens.</param>
/// <param name="Heading">A finding, or a question where nothing held up.</param>
/// <param name="Body">Blocks and charts in order.</param>
/// <param name="NavLabel">Short word for the list of sections, or null to leave it out there.</param>
public sealed record ReportSection(string Id, string Heading, IReadOnlyList<Markup> Body, string? NavLabel = null);
