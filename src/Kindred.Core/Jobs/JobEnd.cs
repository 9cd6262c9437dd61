using Kindred.Core.Basics;

namespace Kindred.Core.Jobs;

/// <summary>How a job ended.</summary>
/// <param name="State">Done, Refused, Failed or Cancelled.</param>
/// <param name="Reasons">Why it was refused or failed.</param>
/// <param name="Result">Where its result is.</param>
/// <param name="Reference">Reference number of a failure.</param>
public sealed record JobEnd(JobState State, IReadOnlyList<Reason> Reasons, string? Result = null, string? Reference = null)
{
    /// <summary>It did what was asked.</summary>
    public static JobEnd Done(string? result) => new(JobState.Done, [], result);

    /// <summary>It could not be done.</summary>
    public static JobEnd Refused(IReadOnlyList<Reason> reasons) => new(JobState.Refused, reasons);
}
