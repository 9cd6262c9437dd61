namespace Kindred.Core.Segments;

/// <summary>What is measured of a segment.</summary>
public enum SegmentMeasure
{
    /// <summary>Customers that pay on the as-of day.</summary>
    Customers,

    /// <summary>Customers that ever paid.</summary>
    CustomersEver,

    /// <summary>Recurring revenue of the as-of day, in minor units.</summary>
    Mrr,

    /// <summary>Share of customers that leave in a month.</summary>
    LogoChurn,

    /// <summary>The same over a year.</summary>
    LogoChurnYear,

    /// <summary>Share of revenue lost over twelve months, growth of others not counted.</summary>
    RevenueChurnGross,

    /// <summary>Share of revenue lost over twelve months less growth; below 0 where growth is larger.</summary>
    RevenueChurnNet,

    /// <summary>Net revenue retention over twelve months.</summary>
    Nrr,

    /// <summary>Gross revenue retention over twelve months.</summary>
    Grr,

    /// <summary>Growth of customers that stayed, as a share of the revenue twelve months ago.</summary>
    Expansion,

    /// <summary>Months by which half have left.</summary>
    MedianLife,

    /// <summary>Share still there after twelve months.</summary>
    Survival12,

    /// <summary>Discounted margin of a customer over the horizon, in minor units.</summary>
    Clv,

    /// <summary>The part of it within the life observed so far, from the survival curve alone.</summary>
    ClvObserved,

    /// <summary>Share of the value that lies beyond the life observed so far.</summary>
    ClvBeyond,

    /// <summary>Spend per customer won, in minor units.</summary>
    Cac,

    /// <summary>Value over acquisition cost.</summary>
    ClvToCac,

    /// <summary>Months of margin that win the acquisition cost back.</summary>
    Payback,

    /// <summary>1 / (churn × payback): the ratio that churn and payback imply without discount or horizon.</summary>
    ImpliedRatio,

    /// <summary>Won share of closed new-business deals.</summary>
    WinRate,

    /// <summary>Median days from creation to signature of won deals.</summary>
    CycleDays,

    /// <summary>Median days from start to first use of the key feature.</summary>
    TimeToValue,

    /// <summary>Tickets per seat and month.</summary>
    TicketsPerSeat,

    /// <summary>Share of all tickets.</summary>
    SupportShare,

    /// <summary>Share of paying customers that used the key feature in the last full month.</summary>
    KeyFeatureUse,
}
