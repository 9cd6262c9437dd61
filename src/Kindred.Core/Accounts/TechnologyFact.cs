namespace Kindred.Core.Accounts;

/// <summary>A technology in use at a company.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Product">Product.</param>
/// <param name="Vendor">Vendor, or null.</param>
/// <param name="Role">integrates, complements, replaces, competes, as written; or null.</param>
/// <param name="SeenOn">When it was seen, or null when the file does not say.</param>
/// <param name="ContractEnd">End of its contract, or null.</param>
/// <param name="Source">How we know, or null.</param>
/// <param name="Category">CRM, ERP, chat …, as written; or null.</param>
public sealed record TechnologyFact(int Account, string Product, string? Vendor, string? Role, DateOnly? SeenOn, DateOnly? ContractEnd, string? Source, string? Category = null);
