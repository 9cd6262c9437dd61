using System.Globalization;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Profiles;

/// <summary>Positive and negative outcomes.</summary>
/// <param name="Positive">Won, or with the outcome asked for.</param>
/// <param name="Negative">The others.</param>
public sealed record OutcomeCounts(int Positive, int Negative);

/// <summary>At a share of rows covered, the smallest uplift and lift that would have been found; null when none.</summary>
/// <param name="Coverage">Share of the rows a pattern covers, 0–1.</param>
/// <param name="SmallestUplift">Rate inside minus base rate; null when not even a rate of 1 would have been found.</param>
/// <param name="SmallestLift">Rate inside over base rate; null likewise.</param>
public sealed record PowerLine(double Coverage, double? SmallestUplift, double? SmallestLift);

/// <summary>A condition as scripts and as people read it.</summary>
/// <param name="Field">Column name.</param>
/// <param name="Op">"=", "in", "interval" or "has".</param>
/// <param name="Value">The words; for an interval "(20,40]".</param>
/// <param name="Text">In words.</param>
public sealed record ConditionText(string Field, string Op, IReadOnlyList<string> Value, Wording Text)
{
    /// <summary>The condition again; null when the text is none that Kindred writes.</summary>
    public Condition? ToCondition() => Op switch
    {
        "interval" when Value.Count > 0 && Ends(Value[0]) is var (above, upTo) && above < upTo && (double.IsFinite(above) || double.IsFinite(upTo)) => Condition.Between(Field, above, upTo),
        "has" when Value.Count > 0 => Condition.HasAny(Field, Value),
        "=" or "in" when Value.Count > 0 => Condition.OneOf(Field, Value),
        _ => null,
    };

    /// <summary>"(20,40]", "(-inf,6]", "(6,inf)".</summary>
    private static (double Above, double UpTo) Ends(string text)
    {
        var parts = text.Trim('(', ')', ']').Split(',');
        return parts.Length == 2 ? (End(parts[0], double.NegativeInfinity), End(parts[1], double.PositiveInfinity)) : (1, 0);
    }

    private static double End(string text, double open) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var end) && double.IsFinite(end) ? end : open;
}

/// <summary>A rate: rows, positives, value and 95 % interval.</summary>
/// <param name="N">Rows counted.</param>
/// <param name="Positives">Positives among them.</param>
/// <param name="Rate">Positives / N.</param>
/// <param name="Low">Lower 95 % bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record RateLine(int N, int Positives, double Rate, double Low, double High);

/// <summary>A pattern with its evidence.</summary>
/// <param name="Role">core, buys, regret, try-harder, anti or hypothesis.</param>
/// <param name="Conditions">What describes it.</param>
/// <param name="Text">The companies in words.</param>
/// <param name="Status">proven, promising or hypothesis.</param>
/// <param name="IsHigher">More positives than the base rate, or fewer.</param>
/// <param name="Raw">Rate where it was found: optimistic.</param>
/// <param name="Honest">Rate on rows it was not found in; null when no fold found it.</param>
/// <param name="Lift">Honest rate over base rate; null without an honest rate.</param>
/// <param name="Quality">χ² over all rows.</param>
/// <param name="P">Unadjusted two-sided mid-p.</param>
/// <param name="AdjustedP">After everything searched.</param>
/// <param name="FoldsFound">Of five training parts, how many found it again.</param>
/// <param name="Stability">Share of bootstraps in whose top it is.</param>
/// <param name="HoldsLater">Same direction in the last 30 % by date; null without dates.</param>
/// <param name="PeriodsSame">Quarters with the same direction; null without dates.</param>
/// <param name="PeriodsOf">Quarters with enough rows; null without dates.</param>
/// <param name="Equivalents">Other words for the same rows.</param>
/// <param name="Confounding">Whether owner, channel or quarter could be behind it.</param>
/// <param name="Won">Share that signed inside.</param>
/// <param name="WonRest">Share that signed outside.</param>
/// <param name="Kept">Share of customers kept inside; null when it cannot be told.</param>
/// <param name="KeptRest">The same outside.</param>
/// <param name="WonAndKept">Share that signed and was kept, inside; null likewise.</param>
/// <param name="WonAndKeptRest">The same outside.</param>
/// <param name="MoreDealsNeeded">About how many more such deals would settle it; null when not a hypothesis or out of reach.</param>
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
/// <param name="Field">owner, channel or quarter.</param>
/// <param name="OddsRatio">Pooled over strata.</param>
/// <param name="Low">Lower 95 % bound.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Crude">Without strata, over the same rows.</param>
/// <param name="IsConfounded">The interval includes 1, or the log-odds shrink by more than half.</param>
public sealed record ConfoundingLine(string Field, double OddsRatio, double Low, double High, double Crude, bool IsConfounded);

/// <summary>A line of the profile.</summary>
/// <param name="Row">Row of the form: industry, size, region, …</param>
/// <param name="Label">Its heading.</param>
/// <param name="Origin">held-up, hypothesis, stated or unknown.</param>
/// <param name="Text">The line, or the question to ask.</param>
/// <param name="Coverage">Share of records it can be measured in; null when it cannot.</param>
/// <param name="StatedBy">Who said so, for stated lines.</param>
/// <param name="StatedOn">When.</param>
public sealed record ClauseLine(string Row, Wording Label, string Origin, Wording Text, double? Coverage, string? StatedBy = null, DateOnly? StatedOn = null);

/// <summary>How many adjacent companies differ in these fields ("field?" when unknown).</summary>
/// <param name="Differs">Fields.</param>
/// <param name="Text">In words.</param>
/// <param name="Companies">How many.</param>
public sealed record AdjacentLine(IReadOnlyList<string> Differs, Wording Text, int Companies);

/// <summary>The market, or the reason there is no figure.</summary>
/// <param name="Firms">Firms; null without a figure.</param>
/// <param name="Low">Smallest number the statistic allows.</param>
/// <param name="High">Largest.</param>
/// <param name="Year">Year of the statistic.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="UpperBoundOnly">Conditions were left out that make the market smaller.</param>
/// <param name="Used">Conditions counted.</param>
/// <param name="Ignored">Conditions the statistic does not know.</param>
/// <param name="Notes">What to know about the figure.</param>
/// <param name="Reason">Why there is no figure; null with one.</param>
public sealed record MarketLine(long? Firms, long? Low, long? High, int? Year, string? Source, bool UpperBoundOnly, IReadOnlyList<Wording> Used, IReadOnlyList<Wording> Ignored, IReadOnlyList<Wording> Notes, Wording? Reason);

/// <summary>A customer of the list.</summary>
/// <param name="Rank">1 is best.</param>
/// <param name="Name">Company.</param>
/// <param name="State">core, adjacent, regret, anti or outside.</param>
/// <param name="Value">0–1.</param>
/// <param name="InTop">Share of drawn weightings in which it stays among the first.</param>
/// <param name="Coverage">Share of the weight whose figures are known.</param>
/// <param name="IsActive">Still a customer.</param>
/// <param name="Figures">One a criterion.</param>
public sealed record CustomerLine(int Rank, string Name, string State, double Value, double InTop, double Coverage, bool IsActive, IReadOnlyList<FigureLine> Figures);

/// <summary>One figure of a customer.</summary>
/// <param name="Id">Criterion.</param>
/// <param name="Label">For people.</param>
/// <param name="Value">Null when unknown.</param>
/// <param name="Unit">Currency, or a word; may be empty.</param>
public sealed record FigureLine(string Id, Wording Label, double? Value, string Unit);

/// <summary>A field and a reason.</summary>
/// <param name="Field">Column name.</param>
/// <param name="Code">Reason code.</param>
/// <param name="Reason">In words.</param>
public sealed record FieldLine(string Field, string Code, Wording Reason);

/// <summary>How often a field is filled.</summary>
/// <param name="Field">Column name.</param>
/// <param name="Label">For people.</param>
/// <param name="Rows">Rows looked at.</param>
/// <param name="Filled">Rows in which it is known.</param>
/// <param name="DiffersByOutcome">Known clearly more often on one side: a problem of the data.</param>
/// <param name="Positive">Share known among positives; null without any.</param>
/// <param name="Negative">Share known among negatives; null without any.</param>
public sealed record CoverageLine(string Field, Wording Label, int Rows, int Filled, bool DiffersByOutcome, double? Positive, double? Negative);

/// <summary>Counted trouble in the data.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Subject">File or field.</param>
/// <param name="Count">How many.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Text">In words.</param>
public sealed record IssueLine(string Code, string Subject, int Count, int Total, Wording Text);

/// <summary>Rows of a file that found their company.</summary>
/// <param name="Table">File.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Share">Share that found a company, 0–1.</param>
public sealed record MatchLine(string Table, int Rows, double Share);
