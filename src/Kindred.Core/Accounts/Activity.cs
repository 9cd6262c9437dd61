namespace Kindred.Core.Accounts;

/// <summary>A campaign touch or a meeting.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Kind">As written.</param>
/// <param name="On">Day, or null.</param>
/// <param name="Email">Person's address, or null.</param>
public sealed record Activity(int Account, string Kind, DateOnly? On, string? Email);
