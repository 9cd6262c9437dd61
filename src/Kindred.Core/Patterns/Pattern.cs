using Kindred.Core.Conditions;

namespace Kindred.Core.Patterns;

/// <summary>What the proof says of a pattern.</summary>
public enum PatternStatus
{
    /// <summary>Survived the correction for everything searched, and was confirmed on rows it was not found in. Shown as "held up again", never as proof of a cause.</summary>
    Proven,

    /// <summary>One of the two.</summary>
    Promising,

    /// <summary>Seen in the data, neither corrected for nor confirmed.</summary>
    Hypothesis,
}

/// <summary>A share with its interval.</summary>
/// <param name="Rows">Rows counted.</param>
/// <param name="Positives">Positives among them.</param>
/// <param name="Value">Positives / Rows.</param>
/// <param name="Low">Lower 95 % Wilson bound, on the effective number of rows where rows of one account go together.</param>
/// <param name="High">Upper bound.</param>
public sealed record Rate(int Rows, int Positives, double Value, double Low, double High);

/// <summary>A description of rows with its evidence.</summary>
/// <param name="Conditions">The description.</param>
/// <param name="IsHigher">More positives than the base rate (what sets the best apart), or fewer (the worst).</param>
/// <param name="Raw">Rate where it was found: optimistic, because the search chose it.</param>
/// <param name="Honest">Cross-fitted rate: only rows outside the part of the data it was found in; null when no fold found it, or in a plain search.</param>
/// <param name="Lift">Honest rate over base rate; raw in a plain search; null when there is no honest rate.</param>
/// <param name="Quality">Value of the quality it was ranked by.</param>
/// <param name="P">Unadjusted two-sided hypergeometric mid-p.</param>
/// <param name="Proof">The proof's figures; null in a plain search.</param>
public sealed record Pattern(Conjunction Conditions, bool IsHigher, Rate Raw, Rate? Honest, double? Lift, double Quality, double P, PatternProof? Proof);

/// <summary>What the proof found about a pattern.</summary>
/// <param name="AdjustedP">Westfall–Young min-p over everything searched, permuting whole accounts.</param>
/// <param name="Status">What that amounts to.</param>
/// <param name="FoldsFound">Of five training parts, how many gave the pattern again (Jaccard ≥ 0.8 among the top 50).</param>
/// <param name="HoldsLater">Same direction in the last 30 % by date; null without dates.</param>
/// <param name="LaterRate">Rate in those later rows; null without dates.</param>
/// <param name="Stability">Share of 200 account bootstraps in whose top 20 it is.</param>
/// <param name="Equivalents">Other descriptions of the same rows (Jaccard ≥ 0.9).</param>
/// <param name="PeriodsSeen">Of the periods (quarters of the data by date) with enough rows, in how many the direction was the same, e.g. (7, 8); null without dates.</param>
/// <param name="IsLead">One of the few shown; the others say much the same or less.</param>
/// <param name="Confounding">Whether owner, channel or quarter could be behind it; empty where not checked.</param>
public sealed record PatternProof(
    double AdjustedP,
    PatternStatus Status,
    int FoldsFound,
    bool? HoldsLater,
    Rate? LaterRate,
    double Stability,
    IReadOnlyList<Conjunction> Equivalents,
    (int Same, int Of)? PeriodsSeen,
    bool IsLead,
    IReadOnlyList<ConfoundingCheck> Confounding);

/// <summary>A pattern's odds ratio within the strata of another field (Mantel–Haenszel).</summary>
/// <param name="Field">The field: owner, channel, quarter.</param>
/// <param name="OddsRatio">Pooled over strata.</param>
/// <param name="Low">Lower 95 % bound (Robins–Breslow–Greenland).</param>
/// <param name="High">Upper bound.</param>
/// <param name="CrudeOddsRatio">Without strata, over the same rows.</param>
/// <param name="IsConfounded">The interval includes 1, or the log-odds shrink by more than half.</param>
/// <param name="Strata">Strata with at least five positives that were used.</param>
public sealed record ConfoundingCheck(string Field, double OddsRatio, double Low, double High, double CrudeOddsRatio, bool IsConfounded, int Strata);
