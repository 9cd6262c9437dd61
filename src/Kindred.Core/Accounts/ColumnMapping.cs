using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Accounts;

/// <summary>What one column was taken to mean; editable.</summary>
/// <param name="Column">Header.</param>
/// <param name="Role">Standard meaning, or <see cref="ColumnRole.None"/>.</param>
/// <param name="Confidence">0–1.</param>
/// <param name="Level">What it describes; decides whether it may enter an ICP.</param>
/// <param name="Why">Why this level, in words.</param>
public sealed record ColumnMapping(string Column, ColumnRole Role, double Confidence, FieldLevel Level, Wording Why);
