namespace Kindred.Core.Accounts;

/// <summary>An account, with the people we know there, that is neither customer nor in an open deal past the first qualified stage.</summary>
/// <param name="Account">Company index, or -1 when the company is unknown (free-mail address).</param>
/// <param name="People">Indices into <see cref="AccountFacts.People"/>.</param>
/// <param name="CreatedOn">First seen, or null.</param>
/// <param name="Status">As written, or null.</param>
/// <param name="Source">Lead source as written, or null.</param>
public sealed record Lead(int Account, IReadOnlyList<int> People, DateOnly? CreatedOn, string? Status, string? Source)
{
    /// <summary>True for a lead whose company nobody knows yet.</summary>
    public bool IsCompanyUnknown => Account < 0;
}
