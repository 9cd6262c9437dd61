using Kindred.Core.Basics;

namespace Kindred.Core.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="Fraction">0–1.</param>
/// <param name="Where">What it does now.</param>
/// <param name="Counted">Rows, companies … so far; 0 when nothing is counted.</param>
/// <param name="Total">How many there are; null when nobody knows yet.</param>
public sealed record JobProgress(double Fraction, Wording Where, long Counted = 0, long? Total = null)
{
    /// <summary>Before anything was done.</summary>
    public static JobProgress None { get; } = new(0, Wording.Same(""));
}
