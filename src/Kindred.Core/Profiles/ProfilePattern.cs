using Kindred.Core.Patterns;

namespace Kindred.Core.Profiles;

/// <summary>What a pattern means once both questions are asked: who buys, and who stays.</summary>
public enum ProfileRole
{
    /// <summary>Raises "won and kept" and lowers neither.</summary>
    Core,

    /// <summary>Held up for buying, but retention cannot be told yet.</summary>
    Buys,

    /// <summary>Raises won, not kept: easily sold, soon gone.</summary>
    Regret,

    /// <summary>Raises kept, not won: try harder.</summary>
    TryHarder,

    /// <summary>Lowers won.</summary>
    Anti,

    /// <summary>Worth testing.</summary>
    Hypothesis,
}

/// <summary>A pattern with its role in the profile.</summary>
/// <param name="Pattern">The pattern and its evidence on the question it was found in.</param>
/// <param name="Role">Its role.</param>
/// <param name="Buys">Share that signed inside, over closed new-business deals.</param>
/// <param name="BuysRest">Share that signed outside.</param>
/// <param name="Stays">Share of customers kept at 12 months inside; null without subscriptions.</param>
/// <param name="StaysRest">Share kept outside.</param>
/// <param name="WonAndKept">Share of deals that signed and were kept, inside.</param>
/// <param name="WonAndKeptRest">The same outside.</param>
/// <param name="MoreDealsNeeded">For a hypothesis: about how many more such deals would settle it; null when even a thousand would not.</param>
public sealed record ProfilePattern(Pattern Pattern, ProfileRole Role, Rate Buys, Rate BuysRest, Rate? Stays, Rate? StaysRest, Rate? WonAndKept, Rate? WonAndKeptRest, int? MoreDealsNeeded);
