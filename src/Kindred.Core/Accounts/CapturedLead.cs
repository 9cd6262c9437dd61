namespace Kindred.Core.Accounts;

/// <summary>Somebody who left name, company and address at the gate of one of our links, and whose reading looks human.</summary>
/// <param name="Email">Address, lower case.</param>
/// <param name="Name">Name as typed.</param>
/// <param name="Company">Company as typed.</param>
/// <param name="On">Day they did.</param>
/// <param name="Source">Where: the link's name.</param>
public sealed record CapturedLead(string Email, string Name, string Company, DateOnly On, string Source);
