using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>What a decision rests on.</summary>
/// <param name="Code">outcomes, inputs, relation, calibration, lift, contradictions.</param>
/// <param name="IsMet">Whether it speaks for a change (for <c>outcomes</c>: whether a change is possible at all).</param>
/// <param name="Text">With its figures.</param>
/// <param name="Have">Rows there are; null where it counts none.</param>
/// <param name="Need">Rows it takes; null likewise.</param>
public sealed record ProposalCondition(string Code, bool IsMet, Wording Text, int? Have, int? Need);
