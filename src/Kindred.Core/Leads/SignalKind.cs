namespace Kindred.Core.Leads;

/// <summary>What happened at a company: events that create a budget or take it away.</summary>
public enum SignalKind
{
    /// <summary>Not one of the kinds below; carries no weight.</summary>
    Other,

    /// <summary>An audit is due or has found something.</summary>
    Audit,

    /// <summary>A rule or law that applies from a day.</summary>
    Regulation,

    /// <summary>How long data must be kept has changed.</summary>
    RetentionPolicy,

    /// <summary>Merger or acquisition.</summary>
    MergerOrAcquisition,

    /// <summary>A new VP, CISO, RevOps or finance lead.</summary>
    NewExecutive,

    /// <summary>A funding round.</summary>
    FundingRound,

    /// <summary>A bill that jumped.</summary>
    CostSpike,

    /// <summary>Several tools for one task.</summary>
    ToolOverlap,

    /// <summary>A budget was cut.</summary>
    BudgetCut,

    /// <summary>Conversion or lead quality falls.</summary>
    FallingConversion,

    /// <summary>Poor public reviews.</summary>
    PoorReviews,

    /// <summary>Growth outran the process.</summary>
    OutgrownProcess,

    /// <summary>More people than before, from two dated headcounts.</summary>
    HeadcountGrowth,
}
