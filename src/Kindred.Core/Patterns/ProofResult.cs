using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Patterns;

/// <summary>What a data set allows one to say.</summary>
public enum Verdict
{
    /// <summary>At least one pattern held up again.</summary>
    Proven,

    /// <summary>Something is worth testing, or the data is too small to tell.</summary>
    Hypotheses,

    /// <summary>Fewer than 20 positives or 20 negatives.</summary>
    Insufficient,

    /// <summary>The data was large enough to show a difference, and there was none.</summary>
    NoPattern,
}

/// <summary>The result of a proof.</summary>
/// <param name="Patterns">Best first: by status, then adjusted p, then p.</param>
/// <param name="Verdict">What the data allows one to say.</param>
/// <param name="Power">Smallest uplift that would have been found 80 % of the time, at 10, 20 and 40 % coverage.</param>
/// <param name="Covers">Descriptions searched, by length.</param>
/// <param name="CriticalP">Largest unadjusted p of a pair (or single) that survives the correction; 0 when nothing was searched.</param>
/// <param name="CopiesKeptTogether">Rows that are exact copies of an earlier one and were kept with it.</param>
public sealed record ProofResult(IReadOnlyList<Pattern> Patterns, Verdict Verdict, IReadOnlyList<FindableUplift> Power, IReadOnlyList<long> Covers, double CriticalP, int CopiesKeptTogether);
