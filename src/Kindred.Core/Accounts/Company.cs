using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Accounts;

/// <summary>A company we know: customer, lead or lost. Everything about it refers to <paramref name="Index"/>.</summary>
/// <param name="Index">Position in <see cref="AccountFacts.Companies"/>.</param>
/// <param name="Key">Id in the CRM, else business number, domain or name; stable over imports of the same files.</param>
/// <param name="Name">Name as first written; empty when unknown.</param>
/// <param name="OtherNames">Other spellings that were merged.</param>
/// <param name="Domain">Registrable domain, or null.</param>
/// <param name="BusinessNumber">Ten digits, or null.</param>
/// <param name="Place">Country, region, city.</param>
/// <param name="IndustryText">Industry as written, or null.</param>
/// <param name="Industry">What it means, or null when not understood.</param>
/// <param name="Employees">Head count; the middle of a range; NaN when unknown.</param>
/// <param name="Revenue">Annual revenue, or null.</param>
/// <param name="Founded">Year, or null.</param>
/// <param name="FundingStage">As written, or null.</param>
/// <param name="Technologies">Undated technologies of the company row.</param>
/// <param name="CreatedOn">When the company entered the CRM or signed up, or null.</param>
public sealed record Company(
    int Index,
    string Key,
    string Name,
    IReadOnlyList<string> OtherNames,
    string? Domain,
    string? BusinessNumber,
    Place Place,
    string? IndustryText,
    IndustryMatch? Industry,
    double Employees,
    Money? Revenue,
    int? Founded,
    string? FundingStage,
    IReadOnlyList<string> Technologies,
    DateOnly? CreatedOn);
