using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>A person at a company.</summary>
/// <param name="Account">Company index, or -1 when unknown.</param>
/// <param name="Key">Id in the CRM, else e-mail address; may be empty.</param>
/// <param name="Name">Name; may be empty.</param>
/// <param name="Email">Address, or null.</param>
/// <param name="Title">What the title says; empty text when there is none.</param>
/// <param name="Department">Department, or null.</param>
public sealed record Person(int Account, string Key, string Name, string? Email, TitleReading Title, string? Department);
