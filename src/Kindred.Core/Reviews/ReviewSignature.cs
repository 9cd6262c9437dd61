namespace Kindred.Core.Reviews;

/// <summary>A role's signature under a decision. Body of <see cref="ReviewEntryKind.Signature"/>; who and when stand on the line.</summary>
/// <param name="Role">Code of a role of <see cref="Profiles.SignProfile.Roles"/>.</param>
public sealed record ReviewSignature(string Role);
