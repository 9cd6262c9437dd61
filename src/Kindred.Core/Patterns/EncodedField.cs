using Kindred.Core.Conditions;
using Kindred.Core.Tables;

namespace Kindred.Core.Patterns;

/// <summary>A selector: one condition, as the cells of its field that satisfy it.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Cells">Cells (1-based) that satisfy it, ascending.</param>
/// <param name="Depth">Longest description it is tried in: fine intervals are tried alone only.</param>
public sealed record FieldSelector(Condition Condition, int[] Cells, int Depth);

/// <summary>A field prepared for the search: every row lies in one cell (a word, a bin) or in none (0, missing), and every selector is a set of cells.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Cells">Per row its cell; 0 none.</param>
/// <param name="CellCount">Cells, not counting 0.</param>
/// <param name="Selectors">Conditions tried on the field.</param>
public sealed record EncodedField(string Name, CodeArray Cells, int CellCount, IReadOnlyList<FieldSelector> Selectors);
