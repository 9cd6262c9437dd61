using Kindred.Core.Basics;

namespace Kindred.Core.Profiles;

/// <summary>Positive and negative outcomes.</summary>
public sealed record OutcomeCounts(int Positive, int Negative);

/// <summary>At a share of rows covered, the smallest uplift and lift that would have been found; null when none.</summary>
public sealed record PowerLine(double Coverage, double? SmallestUplift, double? SmallestLift);

/// <summary>A condition as scripts and as people read it.</summary>
public sealed record ConditionText(string Field, string Op, IReadOnlyList<string> Value, Wording Text);

/// <summary>A rate: rows, positives, value and 95 % interval.</summary>
public sealed record RateLine(int N, int Positives, double Rate, double Low, double High);

/// <summary>A pattern with its evidence.</summary>
public sealed record PatternLine(
    string Role,
    IReadOnlyList<ConditionText> Conditions,
    Wording Text,
    string Status,
    bool IsHigher,
    RateLine Raw,
    RateLine? Honest,
    double? Lift,
    double Quality,
    double P,
    double AdjustedP,
    int FoldsFound,
    double Stability,
    bool? HoldsLater,
    int? PeriodsSame,
    int? PeriodsOf,
    IReadOnlyList<Wording> Equivalents,
    IReadOnlyList<ConfoundingLine> Confounding,
    RateLine Won,
    RateLine WonRest,
    RateLine? Kept,
    RateLine? KeptRest,
    RateLine? WonAndKept,
    RateLine? WonAndKeptRest,
    int? MoreDealsNeeded);

/// <summary>Odds ratio within the strata of a field that may stand behind a pattern.</summary>
public sealed record ConfoundingLine(string Field, double OddsRatio, double Low, double High, double Crude, bool IsConfounded);

/// <summary>A line of the profile.</summary>
public sealed record ClauseLine(string Row, Wording Label, string Origin, Wording Text, double? Coverage, string? StatedBy = null, DateOnly? StatedOn = null);

/// <summary>How many adjacent companies differ in these fields ("field?" when unknown).</summary>
public sealed record AdjacentLine(IReadOnlyList<string> Differs, Wording Text, int Companies);

/// <summary>The market, or the reason there is no figure.</summary>
public sealed record MarketLine(long? Firms, long? Low, long? High, int? Year, string? Source, bool UpperBoundOnly, IReadOnlyList<Wording> Used, IReadOnlyList<Wording> Ignored, IReadOnlyList<Wording> Notes, Wording? Reason);

/// <summary>A customer of the list.</summary>
public sealed record CustomerLine(int Rank, string Name, string State, double Value, double InTop, double Coverage, bool IsActive, IReadOnlyList<FigureLine> Figures);

/// <summary>One figure of a customer.</summary>
public sealed record FigureLine(string Id, Wording Label, double? Value, string Unit);

/// <summary>A field and a reason.</summary>
public sealed record FieldLine(string Field, string Code, Wording Reason);

/// <summary>How often a field is filled.</summary>
public sealed record CoverageLine(string Field, Wording Label, int Rows, int Filled, bool DiffersByOutcome, double? Positive, double? Negative);

/// <summary>Counted trouble in the data.</summary>
public sealed record IssueLine(string Code, string Subject, int Count, int Total, Wording Text);

/// <summary>Rows of a file that found their company.</summary>
public sealed record MatchLine(string Table, int Rows, double Share);
