namespace Kindred.Core.Accounts;

/// <summary>Somebody read a document.</summary>
/// <param name="Account">Company index, or -1 when unknown.</param>
/// <param name="Document">Document.</param>
/// <param name="Page">Page, or 0 for the whole document.</param>
/// <param name="On">Day, or null.</param>
/// <param name="Seconds">Time; NaN when unknown.</param>
/// <param name="Email">Reader's address, or null.</param>
public sealed record DocumentVisit(int Account, string Document, int Page, DateOnly? On, double Seconds, string? Email);
