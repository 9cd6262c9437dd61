namespace Kindred.Core.Accounts;

/// <summary>What the rows of a table are.</summary>
public enum TableKind
{
    /// <summary>Not recognised: kept, shown, not used.</summary>
    Unknown,

    /// <summary>Companies (accounts, customers).</summary>
    Companies,

    /// <summary>People at companies (contacts).</summary>
    People,

    /// <summary>Leads: a person and a company in one row, not yet a deal.</summary>
    Leads,

    /// <summary>Deals (opportunities).</summary>
    Deals,

    /// <summary>Changes of a deal's stage.</summary>
    StageHistory,

    /// <summary>Subscriptions or contracts with a start and perhaps an end.</summary>
    Subscriptions,

    /// <summary>Invoices, also tax-invoice lists.</summary>
    Invoices,

    /// <summary>Product usage.</summary>
    Usage,

    /// <summary>Support tickets.</summary>
    Tickets,

    /// <summary>Sales and marketing spend.</summary>
    Costs,

    /// <summary>Dated events at companies: funding, hiring, regulation.</summary>
    Signals,

    /// <summary>Head counts of companies on days.</summary>
    Headcounts,

    /// <summary>Technologies in use at companies.</summary>
    Technologies,

    /// <summary>Campaign touches and meetings.</summary>
    Activities,

    /// <summary>Our own people who own deals.</summary>
    Owners,

    /// <summary>Who read which document.</summary>
    DocumentVisits,

    /// <summary>Cancellations: who left when and why.</summary>
    Cancellations,

    /// <summary>One wide sheet: a row per customer or lead, with a column that says how it ended.</summary>
    Wide,
}
