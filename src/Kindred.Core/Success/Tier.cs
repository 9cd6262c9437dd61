using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>How much hand a customer is looked after with.</summary>
public enum Tier
{
    /// <summary>A success manager of its own, quarterly business review, own report.</summary>
    A,

    /// <summary>A check-in every month, by e-mail and phone; guides.</summary>
    B,

    /// <summary>Automated: health score, manual, chatbot.</summary>
    C,
}

/// <summary>One of the six things a tier is decided by.</summary>
/// <param name="Id">contract, potential, usage, industry, year, effort.</param>
/// <param name="Label">In words.</param>
/// <param name="Weight">Points of 100.</param>
/// <param name="Score">0–1, or null when unknown: then the others count for more.</param>
public sealed record TierPart(string Id, Wording Label, int Weight, double? Score);

/// <summary>A customer's tier and how it came about.</summary>
/// <param name="Account">Company index.</param>
/// <param name="Tier">Now.</param>
/// <param name="Points">0–100 over the parts known.</param>
/// <param name="Parts">All six.</param>
/// <param name="Before">Tier ninety days ago; null where it was no customer then.</param>
/// <param name="Why">Why it moved; null where it did not.</param>
public sealed record TierPlace(int Account, Tier Tier, double Points, IReadOnlyList<TierPart> Parts, Tier? Before, Wording? Why)
{
    /// <summary>True where it was in another tier ninety days ago.</summary>
    public bool HasMoved => Before is { } before && before != Tier;
}
