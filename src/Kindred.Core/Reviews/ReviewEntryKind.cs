namespace Kindred.Core.Reviews;

/// <summary>What a line of the review log says.</summary>
public enum ReviewEntryKind
{
    /// <summary>A review was drafted; the body is its figures as they were then.</summary>
    Draft,

    /// <summary>A question of a checklist was answered yes, no or don't know.</summary>
    Answer,

    /// <summary>Keep, adjust or rebuild, with the reason.</summary>
    Decision,

    /// <summary>A role signed the decision.</summary>
    Signature,

    /// <summary>What sales or customer success reported, linked to clauses of the profile.</summary>
    Feedback,

    /// <summary>Why a review comes before its day.</summary>
    OffCycle,

    /// <summary>An experiment was planned and started; the body is its plan.</summary>
    ExperimentStarted,

    /// <summary>An experiment was stopped, and what it showed.</summary>
    ExperimentStopped,

    /// <summary>A Monday note, a reminder or a draft was made on its day; nobody makes it a second time.</summary>
    Due,

    /// <summary>The next versions a decision leads to were drafted; the body names them. Once for each review.</summary>
    NextDrafted,

    /// <summary>No next version could be drafted, and why; it can be tried again.</summary>
    NextRefused,

    /// <summary>The drafted profile came into use after the roles had signed. Once for each review.</summary>
    NextAdopted,
}
