namespace Kindred.Core.Standards;

/// <summary>What a job title says.</summary>
/// <param name="Text">As written.</param>
/// <param name="Functions">Distinct functions, in the order of the title; empty when none is named.</param>
/// <param name="Level">Highest level named.</param>
/// <param name="Roles">Buying roles that follow, most deciding first; a rule of thumb (docs/methods), not knowledge about the person.</param>
public sealed record TitleReading(string Text, IReadOnlyList<JobFunction> Functions, JobLevel Level, IReadOnlyList<BuyingRole> Roles);

/// <summary>Levels, lowest first.</summary>
public enum JobLevel
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>No people to lead: 사원, 대리, engineer.</summary>
    Staff,

    /// <summary>Leads a team: 팀장, 차장, manager.</summary>
    Manager,

    /// <summary>Leads teams: 실장, 부장, director, head of.</summary>
    Director,

    /// <summary>임원, 본부장, VP.</summary>
    VicePresident,

    /// <summary>대표, C-level, owner.</summary>
    Chief,
}

/// <summary>What a person's work is about.</summary>
public enum JobFunction
{
    /// <summary>General management.</summary>
    Executive,

    /// <summary>Finance and accounting.</summary>
    Finance,

    /// <summary>Engineering and IT.</summary>
    Technology,

    /// <summary>Security, privacy, compliance.</summary>
    Security,

    /// <summary>Product.</summary>
    Product,

    /// <summary>Data and analytics.</summary>
    Data,

    /// <summary>Operations, production, administration.</summary>
    Operations,

    /// <summary>Sales and business development.</summary>
    Sales,

    /// <summary>Revenue, sales or marketing operations.</summary>
    RevenueOperations,

    /// <summary>Marketing.</summary>
    Marketing,

    /// <summary>Customer success and support.</summary>
    CustomerSuccess,

    /// <summary>People and recruiting.</summary>
    HumanResources,

    /// <summary>Legal.</summary>
    Legal,

    /// <summary>Purchasing.</summary>
    Procurement,

    /// <summary>Design.</summary>
    Design,
}

/// <summary>Part a person usually plays in a purchase.</summary>
public enum BuyingRole
{
    /// <summary>Decides about the money.</summary>
    EconomicBuyer,

    /// <summary>Wants it and carries it inside.</summary>
    Champion,

    /// <summary>Judges technology, security or law.</summary>
    TechnicalReview,

    /// <summary>Handles the purchase.</summary>
    Procurement,

    /// <summary>Works with it.</summary>
    User,
}
