namespace Kindred.Core.Reviews;

/// <summary>Why a review comes before its day. Body of <see cref="ReviewEntryKind.OffCycle"/>.</summary>
/// <param name="Cause">What changed.</param>
/// <param name="Note">In the team's words.</param>
public sealed record OffCycleReason(OffCycleCause Cause, string Note);

/// <summary>What may start a review early.</summary>
public enum OffCycleCause
{
    /// <summary>Our price.</summary>
    OwnPrice,

    /// <summary>Our product.</summary>
    OwnProduct,

    /// <summary>A competitor.</summary>
    Competitor,

    /// <summary>The law.</summary>
    Law,

    /// <summary>The market.</summary>
    Market,
}
