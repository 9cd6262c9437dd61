namespace Kindred.Sample;

/// <summary>A campaign touch or a meeting.</summary>
/// <param name="Contact">Index in <see cref="SampleCompany.Contacts"/>.</param>
/// <param name="On">Day.</param>
/// <param name="Kind">Meeting, Call, Email sent, Webinar attended, Ad click.</param>
/// <param name="Subject">In words.</param>
public sealed record SampleActivity(int Contact, DateOnly On, string Kind, string Subject);
