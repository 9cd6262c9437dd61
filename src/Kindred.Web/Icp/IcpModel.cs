using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Product;

namespace Kindred.Web.Icp;

/// <summary>The ICP page.</summary>
/// <param name="Profile">The version shown.</param>
/// <param name="Counts">Companies by state, as known now.</param>
/// <param name="Friction">Security reviews; null where there is no core.</param>
/// <param name="Versions">Versions, newest first.</param>
/// <param name="HasCard">Whether there is a scorecard to go on to.</param>
public sealed record IcpModel(ProfileDocument Profile, IReadOnlyDictionary<string, int> Counts, FrictionResult? Friction, IReadOnlyList<ProfileVersion> Versions, bool HasCard)
{
    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done { get; init; }

    /// <summary>Whether people are asked for their best customers: right after a build, until they picked some.</summary>
    public bool OffersPicks { get; init; }

    /// <summary>Why a form was not taken; null when none was sent.</summary>
    public Reason? Refusal { get; init; }

    /// <summary>What was typed into the refused form, by row; nothing typed is lost.</summary>
    public (string Row, string Text)? Typed { get; init; }
}

/// <summary>An older version of the profile.</summary>
/// <param name="Version">The version and what it changed.</param>
/// <param name="Newest">Number of the newest.</param>
public sealed record IcpVersionModel(ProfileVersion Version, int Newest)
{
    /// <summary>Whether it is a draft of a review that nobody uses yet.</summary>
    public bool IsDraft { get; init; }
}
