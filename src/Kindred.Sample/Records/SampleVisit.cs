namespace Kindred.Sample;

/// <summary>One visit to a shared document.</summary>
/// <param name="Contact">Index in <see cref="SampleCompany.Contacts"/> of the person the link was sent to.</param>
/// <param name="Document">Index in <see cref="SampleDocument.All"/>.</param>
/// <param name="Link">Number of the link, 1 to 240 at the default size.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="PageSeconds">Seconds per page, in page order; 0 = not opened.</param>
/// <param name="Visitor">What planted it: human, scanner or unknown. Not in the export: telling them apart is the reader's work.</param>
/// <param name="Device">Device and browser as the export words it.</param>
/// <param name="City">Where from.</param>
public sealed record SampleVisit(int Contact, int Document, int Link, DateTime At, int[] PageSeconds, string Visitor, string Device, string City);
