namespace Kindred.Sample;

/// <summary>One invented support ticket.</summary>
/// <param name="Customer">Index in <see cref="SampleCompany.Customers"/>.</param>
/// <param name="Created">Day it was opened.</param>
/// <param name="Solved">Day it was solved.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Priority">Low, Normal or High.</param>
/// <param name="Minutes">Handling time in minutes.</param>
public sealed record SampleTicket(int Customer, DateOnly Created, DateOnly Solved, string Category, string Priority, int Minutes);
