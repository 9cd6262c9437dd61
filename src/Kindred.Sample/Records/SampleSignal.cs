namespace Kindred.Sample;

/// <summary>A dated event at a company.</summary>
/// <param name="Account">Index in <see cref="SampleCompany.Accounts"/>.</param>
/// <param name="On">Day of the event.</param>
/// <param name="Kind">New RevOps lead, New finance lead (the trigger), Funding round, Audit, Layoff, Cloud bill spike, Headcount growth.</param>
/// <param name="Detail">In words.</param>
/// <param name="Source">How it is known.</param>
public sealed record SampleSignal(int Account, DateOnly On, string Kind, string Detail, string Source);
