using Kindred.Core.Basics;

namespace Kindred.Core.Accounts;

/// <summary>Something the data cannot say. The marked choices are the default.</summary>
/// <param name="Id"><c>won-stages</c> or <c>new-business</c>.</param>
/// <param name="Text">The question.</param>
/// <param name="Column">File and column the choices come from.</param>
/// <param name="Choices">Values with counts, most frequent first.</param>
public sealed record Question(string Id, Wording Text, string Column, IReadOnlyList<Choice> Choices);
