using Kindred.Core.Conditions;
using Kindred.Statistics.MultipleTesting;
using Kindred.Statistics.Subgroups;

namespace Kindred.Core.Patterns;

/// <summary>What a pattern must show besides a small corrected p before it is said to hold up. Each rule answers for itself.</summary>
internal sealed class ProofRules(ProofRows rows, PatternSearchSpace space)
{
    public const int FoldCount = 5;

    /// <summary>Of <see cref="FoldCount"/> training parts, how many must give the pattern again.</summary>
    public const int FoldsNeeded = 3;

    /// <summary>Positives and negatives a left-out part must hold on average before it can confirm anything: fifty of each in all.</summary>
    public const int FewestInFold = 10;

    /// <summary>
    /// One-sided level at which all conditions of a description together must show their worth on the left-out rows (Bonferroni: a pair's at 2.5 % each). The min-p correction
    /// holds when nothing is true; this keeps noise from riding on something that is.
    /// </summary>
    private const double LengthLevel = 0.05;

    private const double OppositeLevel = 0.01;

    private readonly HypergeometricMidP _midP = new(rows.Totals.Rows, rows.Totals.Positives);

    /// <summary>What the evidence amounts to.</summary>
    /// <param name="candidate">As the search found it.</param>
    /// <param name="covered">Its rows after boundaries moved.</param>
    /// <param name="adjusted">Corrected p.</param>
    /// <param name="crossFit">What left-out rows say.</param>
    /// <param name="holdsLater">What the last rows say; null without dates.</param>
    public PatternStatus StatusOf(Candidate candidate, ulong[] covered, double adjusted, CrossFitting crossFit, bool? holdsLater)
    {
        if (!BeatsKnownOpposite(candidate))
        {
            return PatternStatus.Hypothesis;
        }

        var isConfirmed = crossFit.FoldsFound >= FoldsNeeded && ExcludesBase(crossFit.Honest, candidate.IsHigher) && holdsLater != false && IsLargeEnough(covered, candidate.IsHigher) && HasOutcomesEnough;
        return adjusted < 0.05 && isConfirmed && crossFit.IncrementP * candidate.Selectors.Length < LengthLevel ? PatternStatus.Proven
            : adjusted < 0.05 || (adjusted < 0.25 && isConfirmed) ? PatternStatus.Promising : PatternStatus.Hypothesis;
    }

    /// <summary>Ten of either outcome in a left-out part on average.</summary>
    private bool HasOutcomesEnough => Math.Min(rows.Totals.Positives, rows.Totals.Negatives) >= FoldCount * FewestInFold;

    private bool ExcludesBase(Rate? honest, bool isHigher) => honest is not null && (isHigher ? honest.Low > rows.Totals.BaseRate : honest.High < rows.Totals.BaseRate);

    /// <summary>Enough outcomes inside to speak of a rate: 20 positives, or for the worst 10 that would have been expected.</summary>
    private bool IsLargeEnough(ulong[] covered, bool isHigher) => isHigher
        ? rows.Count(covered).Positives >= PatternChecks.FewestPositives
        : RowBits.Count(covered) * rows.Totals.BaseRate >= PatternChecks.FewestPositives / 2.0;

    /// <summary>A single condition counts only if it beats its known opposite: where missing values go with the outcome, any value looks good against them.</summary>
    private bool BeatsKnownOpposite(Candidate candidate)
    {
        if (candidate.Selectors.Length > 1)
        {
            return true;
        }

        var others = Outside(candidate.Rows);
        space.KeepKnown(candidate.Selectors[0], others);
        return IncrementP(candidate.Rows, others, candidate.IsHigher) < OppositeLevel;
    }

    /// <summary>One-sided Fisher p: the rows a condition drops are worse than those it keeps.</summary>
    public double IncrementP(ulong[] kept, ulong[] dropped, bool isHigher)
    {
        var (n, tp) = rows.Count(kept);
        var (m, others) = rows.Count(dropped);
        return m == 0 ? 1 : _midP.FisherWithin(n + m, tp + others, n, tp, isHigher);
    }

    private ulong[] Outside(ulong[] covered)
    {
        var others = ConditionRows.Everything(rows.Totals.Rows);
        for (var word = 0; word < others.Length; word++)
        {
            others[word] &= ~covered[word];
        }

        return others;
    }
}
