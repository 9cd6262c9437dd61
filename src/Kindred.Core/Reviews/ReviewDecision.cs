namespace Kindred.Core.Reviews;

/// <summary>What people decided. Body of <see cref="ReviewEntryKind.Decision"/>; who and when stand on the line.</summary>
/// <param name="Kind">Keep, adjust or rebuild.</param>
/// <param name="Why">Why, in their words.</param>
/// <param name="ProfileVersion">Version that was reviewed; null without a profile.</param>
/// <param name="CardVersion">Card that was reviewed; null without a card.</param>
/// <param name="NextProfileVersion">Version it leads to; null where it stays or is not written yet.</param>
/// <param name="NextCardVersion">Card it leads to; null likewise.</param>
/// <param name="NewOutcomes">Outcomes since publication when it was decided.</param>
public sealed record ReviewDecision(DecisionKind Kind, string Why, int? ProfileVersion, int? CardVersion, int? NextProfileVersion, int? NextCardVersion, int NewOutcomes);
