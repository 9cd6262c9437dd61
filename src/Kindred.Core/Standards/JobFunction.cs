namespace Kindred.Core.Standards;

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
