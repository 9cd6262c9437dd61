using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>Something about the profile a careful person would look at. Warns, never blocks.</summary>
/// <param name="Code">profile.wide-range, profile.open-range, profile.low-coverage, profile.many-industries, profile.industry-only, profile.several-cores.</param>
/// <param name="Field">Field concerned, or empty.</param>
/// <param name="Message">What and why.</param>
public sealed record LintWarning(string Code, string Field, Wording Message);
