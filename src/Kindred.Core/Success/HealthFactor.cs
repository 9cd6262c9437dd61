namespace Kindred.Core.Success;

/// <summary>What a customer's health is made of.</summary>
public enum HealthFactor
{
    /// <summary>Use of the key feature in the last whole month against the three months before.</summary>
    UsageTrend,

    /// <summary>How many features are used.</summary>
    Breadth,

    /// <summary>Support tickets a seat.</summary>
    Tickets,

    /// <summary>Invoices paid in time.</summary>
    Payment,

    /// <summary>Somebody who decides about the money, or who carries it, is known.</summary>
    Sponsor,

    /// <summary>Meetings, calls, reading of documents.</summary>
    Engagement,

    /// <summary>What the customer says when asked.</summary>
    Survey,
}
