namespace Kindred.Statistics.RiskScores;

/// <summary>How a risk score is learned.</summary>
public sealed record RiskScoreOptions
{
    /// <summary>Most attributes, lines' fields included; 1 to 64.</summary>
    public int MaxAttributes { get; init; } = 12;

    /// <summary>Most lines (interactions); 0 for none.</summary>
    public int MaxLines { get; init; } = 12;

    /// <summary>Most bins of an attribute, 2 to 64.</summary>
    public int MaxBins { get; init; } = 16;

    /// <summary>Folds inside the training part that choose bins, ridge, attributes and calibration.</summary>
    public int InnerFolds { get; init; } = 5;

    /// <summary>Points of each group; null: one group of 100.</summary>
    public IReadOnlyList<int>? GroupPoints { get; init; }

    /// <summary>Smallest score-test χ² of a line, 15.</summary>
    public double LineChiSquared { get; init; } = 15;

    /// <summary>Stored seed of folds and splits.</summary>
    public long Seed { get; init; } = 1;
}
