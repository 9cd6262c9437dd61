using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>An integer card of exactly 100 points: the score of a row is the sum of one bin an attribute and of the lines that apply. Immutable; a change makes a new version.</summary>
/// <param name="Name">Name people give it.</param>
/// <param name="Version">1, 2, … under one name.</param>
/// <param name="Mode">Where the points come from.</param>
/// <param name="State">Draft, trial or validated.</param>
/// <param name="Outcome">The outcome in words: "계약했어요 / signed".</param>
/// <param name="Attributes">At most 12 by default; their maxima and those of the lines add up to 100.</param>
/// <param name="Lines">Confirmed interactions; may be empty.</param>
/// <param name="Calibration">Score → probability; null where there were no outcomes.</param>
/// <param name="Cut">Score from which a lead is worth a person's time; 70 unless set.</param>
/// <param name="Rows">Rows learned from; 0 for a template without outcomes.</param>
/// <param name="Positives">How many had the outcome.</param>
/// <param name="LearnedOn">Day it was learned.</param>
/// <param name="Seed">Of everything random in it.</param>
public sealed record Scorecard(
    string Name,
    int Version,
    ScorecardMode Mode,
    PublishState State,
    Wording Outcome,
    IReadOnlyList<CardAttribute> Attributes,
    IReadOnlyList<CardLine> Lines,
    CardCalibration? Calibration,
    int Cut,
    int Rows,
    int Positives,
    DateOnly LearnedOn,
    long Seed)
{
    /// <summary>Points of a whole card.</summary>
    public const int Total = 100;

    /// <summary>The cut when nobody has set another.</summary>
    public const int DefaultCut = 70;

    /// <summary>Version of the JSON form (<c>schema</c> of card.json).</summary>
    public const int Schema = 1;
}
