using Kindred.Core.Standards;

namespace Kindred.Product;

/// <summary>What somebody said a job title means.</summary>
/// <param name="Text">As written in the files.</param>
/// <param name="Function">What the work is about; null when the title does not say.</param>
/// <param name="Level">Level; Unknown when the title does not say.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record SaidTitle(string Text, JobFunction? Function, JobLevel Level, string By, DateTimeOffset At);
