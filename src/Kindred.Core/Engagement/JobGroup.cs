namespace Kindred.Core.Engagement;

/// <summary>What people of a company work on, coarse enough to be counted.</summary>
public enum JobGroup
{
    /// <summary>Nothing is known about the job.</summary>
    Unknown,

    /// <summary>Runs the company: chief executives, founders.</summary>
    TopManagement,

    /// <summary>Finance and business administration (재무, 경영지원): where budgets are signed.</summary>
    Finance,

    /// <summary>Technology, data and security: who reviews.</summary>
    Technology,

    /// <summary>Revenue operations, operations and production.</summary>
    Operations,

    /// <summary>Sales, marketing, customer success.</summary>
    Sales,

    /// <summary>People and recruiting.</summary>
    People,

    /// <summary>Product and design.</summary>
    Product,

    /// <summary>Law and purchasing.</summary>
    Procurement,
}
