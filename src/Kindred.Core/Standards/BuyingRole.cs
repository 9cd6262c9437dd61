namespace Kindred.Core.Standards;

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
