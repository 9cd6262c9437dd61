using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Everything a review shows, as it was on its day. Body of <see cref="ReviewEntryKind.Draft"/>. No figure is NaN: what cannot be said is null, with have and need, or stands among the gaps.</summary>
public sealed record ReviewDraft
{
    /// <summary>Name of the format.</summary>
    public string Format { get; init; } = "kindred-review/1";

    /// <summary>Day it is due; the review's subject is <see cref="ReviewBook.SubjectOf"/> of it.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Day it was drafted.</summary>
    public required DateOnly DraftedOn { get; init; }

    /// <summary>Day the data speaks for.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Day the next one is due when this one closes on its day.</summary>
    public required DateOnly NextDueOn { get; init; }

    /// <summary>What is compared with what.</summary>
    public required ReviewPeriod Period { get; init; }

    /// <summary>Version of the profile under review; null without one.</summary>
    public int? ProfileVersion { get; init; }

    /// <summary>Version of the card under review; null without one.</summary>
    public int? CardVersion { get; init; }

    /// <summary>Seed of everything random.</summary>
    public long Seed { get; init; }

    /// <summary>Closed new-business deals since publication.</summary>
    public int NewOutcomes { get; init; }

    /// <summary>The sentence that heads the page.</summary>
    public required Wording Headline { get; init; }

    /// <summary>Parts that could not be worked out.</summary>
    public IReadOnlyList<ReviewGap> Gaps { get; init; } = [];

    /// <summary>Score bands; null with a gap.</summary>
    public BandFigures? Bands { get; init; }

    /// <summary>The last 20 new deals, newest first.</summary>
    public IReadOnlyList<LastDeal> LastDeals { get; init; } = [];

    /// <summary>What they say together; null without any.</summary>
    public Wording? LastDealsSentence { get; init; }

    /// <summary>Lift of profile and card then and now.</summary>
    public IReadOnlyList<LiftFigure> Lifts { get; init; } = [];

    /// <summary>Drift of what comes in; null with a gap.</summary>
    public DriftFigures? Inputs { get; init; }

    /// <summary>Drift of what becomes of it; null with a gap.</summary>
    public DriftFigures? Relation { get; init; }

    /// <summary>Why customers left, by segment.</summary>
    public IReadOnlyList<ReasonFigure> Churn { get; init; } = [];

    /// <summary>What grew where customers expanded, by segment.</summary>
    public IReadOnlyList<ReasonFigure> Expansion { get; init; } = [];

    /// <summary>Best customers of the last twelve months; null with a gap.</summary>
    public BestMatches? Best { get; init; }

    /// <summary>Customers that left and match now.</summary>
    public IReadOnlyList<ComingBack> ComingBack { get; init; } = [];

    /// <summary>Clauses with something against them.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    /// <summary>The quarterly five and the 90-day three, each with its figure.</summary>
    public IReadOnlyList<ChecklistItem> Checklist { get; init; } = [];

    /// <summary>Trials that run or ended in the period.</summary>
    public IReadOnlyList<ExperimentReading> Experiments { get; init; } = [];

    /// <summary>What the figures suggest.</summary>
    public required ReviewProposal Proposal { get; init; }
}
