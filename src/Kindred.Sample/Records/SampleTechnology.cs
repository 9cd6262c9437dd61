namespace Kindred.Sample;

/// <summary>A product seen at a company.</summary>
/// <param name="Account">Index in <see cref="SampleCompany.Accounts"/>.</param>
/// <param name="Product">Product name; Excel and None are values too.</param>
/// <param name="Vendor">Who makes it.</param>
/// <param name="Category">CRM, chat, cloud, identity, accounting …</param>
/// <param name="Role">integrates, complements, replaces or competes.</param>
/// <param name="Seen">Day it was first seen there.</param>
/// <param name="ContractEnd">Known end of its contract, or null.</param>
/// <param name="Source">How it is known.</param>
public sealed record SampleTechnology(int Account, string Product, string Vendor, string Category, string Role, DateOnly Seen, DateOnly? ContractEnd, string Source);
