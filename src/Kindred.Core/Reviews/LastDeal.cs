namespace Kindred.Core.Reviews;

/// <summary>One of the newest deals against its score when it was created.</summary>
/// <param name="Deal">Id in the CRM, or the name.</param>
/// <param name="Account">Company index.</param>
/// <param name="Company">Name.</param>
/// <param name="CreatedOn">Day the deal began.</param>
/// <param name="Outcome">open, won or lost.</param>
/// <param name="ClosedOn">Day of the outcome; null while open.</param>
/// <param name="Score">Score at creation; null without a card.</param>
/// <param name="Low">Lowest possible score then; null likewise.</param>
/// <param name="High">Highest possible score then; null likewise.</param>
/// <param name="Origin">How the score is known.</param>
/// <param name="State">core, adjacent, regret, anti or outside, by the profile now; null without one.</param>
public sealed record LastDeal(string Deal, int Account, string Company, DateOnly CreatedOn, string Outcome, DateOnly? ClosedOn, int? Score, int? Low, int? High, ScoreOrigin Origin, string? State);
