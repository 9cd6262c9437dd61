using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>One mode's card and its quality, or why there is none.</summary>
/// <param name="Mode">Template, capped or free.</param>
/// <param name="Card">Learned from all rows; null when refused.</param>
/// <param name="Quality">On rows left out; the time split where dates exist; null when refused.</param>
/// <param name="RandomFolds">On random folds, where <paramref name="Quality"/> is the time split.</param>
/// <param name="LeftOut">Per row left out: its fold, score and probability; in row order.</param>
/// <param name="DataShare">How much of the card the data decided rather than the template, 0–1.</param>
/// <param name="Elapsed">Time of one training part on average.</param>
/// <param name="Refused">Why there is no such card.</param>
public sealed record ModeResult(ScorecardMode Mode, Scorecard? Card, ScorecardQuality? Quality, ScorecardQuality? RandomFolds, IReadOnlyList<LeftOutScore> LeftOut, double DataShare, TimeSpan Elapsed, Reason? Refused)
{
    /// <summary>Rows of the last 20 % by date, scored by a card learned from the earlier ones; empty without dates.</summary>
    public IReadOnlyList<LeftOutScore> Later { get; init; } = [];

    /// <summary>AUC on random folds less AUC on the last 20 %: how much the world changed. Null without dates.</summary>
    public double? Drift => RandomFolds is null || Quality is null ? null : RandomFolds.Auc - Quality.Auc;

    /// <summary>Drift from which it is reported as such.</summary>
    public const double DriftFrom = 0.03;
}

/// <summary>A row scored by a card that had not seen it.</summary>
/// <param name="Row">Row of the table, from 0.</param>
/// <param name="Fold">Fold it was left out in.</param>
/// <param name="Score">0–100.</param>
/// <param name="Probability">Calibrated.</param>
/// <param name="IsPositive">What happened.</param>
public readonly record struct LeftOutScore(int Row, int Fold, int Score, double Probability, bool IsPositive);
