namespace Kindred.Core.Personas;

/// <summary>What somebody does in a purchase.</summary>
public enum BuyingPart
{
    /// <summary>Decides about the money.</summary>
    EconomicBuyer,

    /// <summary>Judges technology and security.</summary>
    Reviewer,

    /// <summary>Works with it, or wants it and carries it inside.</summary>
    Champion,

    /// <summary>Handles terms and law.</summary>
    Procurement,

    /// <summary>No part is usual for the job.</summary>
    None,
}
