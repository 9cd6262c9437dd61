using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>The decision the figures suggest; people decide.</summary>
/// <param name="Kind">Keep, adjust or rebuild.</param>
/// <param name="Why">In one sentence.</param>
/// <param name="Conditions">Each with its figures, met or not.</param>
/// <param name="NextProfile">What the next version of the profile would change, in sentences; empty where nothing.</param>
/// <param name="NextCard">What the next card would change.</param>
public sealed record ReviewProposal(DecisionKind Kind, Wording Why, IReadOnlyList<ProposalCondition> Conditions, IReadOnlyList<Wording> NextProfile, IReadOnlyList<Wording> NextCard);
