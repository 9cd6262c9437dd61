namespace Kindred.Core.Basics;

/// <summary>Why something was refused, for people and for scripts.</summary>
/// <param name="Code">Stable code "module.kebab-case", e.g. <c>patterns.too-few-wins</c>.</param>
/// <param name="Subject">What it is about: a file, a column, a field, a verb.</param>
/// <param name="Message">What was found (quoted), what is allowed, what to do.</param>
public sealed record Reason(string Code, string Subject, Wording Message);
