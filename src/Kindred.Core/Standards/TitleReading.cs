namespace Kindred.Core.Standards;

/// <summary>What a job title says.</summary>
/// <param name="Text">As written.</param>
/// <param name="Functions">Distinct functions, in the order of the title; empty when none is named.</param>
/// <param name="Level">Highest level named.</param>
/// <param name="Roles">Buying roles that follow, most deciding first; a rule of thumb (docs/methods), not knowledge about the person.</param>
public sealed record TitleReading(string Text, IReadOnlyList<JobFunction> Functions, JobLevel Level, IReadOnlyList<BuyingRole> Roles);
