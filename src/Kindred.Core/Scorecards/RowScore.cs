namespace Kindred.Core.Scorecards;

/// <summary>The score of one row and what its unknown fields leave open.</summary>
/// <param name="Score">Sum of all bins and lines, unknown fields by their missing bin: whole points, 0–100.</param>
/// <param name="Expected">The same, but an unknown field whose missing bin was not learned counts with the mean of its bins over the training rows.</param>
/// <param name="Low">Lowest score that values of the unknown fields, or their staying unknown, can give.</param>
/// <param name="High">Highest such score.</param>
/// <param name="State">How it stands to the cut.</param>
public readonly record struct RowScore(int Score, double Expected, int Low, int High, ScoreState State);
