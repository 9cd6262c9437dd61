using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>The drafts a decision to change leads to. Body of <see cref="ReviewEntryKind.NextDrafted"/>, <see cref="ReviewEntryKind.NextRefused"/> and <see cref="ReviewEntryKind.NextAdopted"/>.</summary>
/// <param name="ProfileVersion">Number the drafted profile will have; null where none was drafted.</param>
/// <param name="ProfileId">SHA-256 of the drafted profile; null likewise.</param>
/// <param name="CardVersion">Number the drafted card will have; null where none was drafted.</param>
/// <param name="CardId">Id of the drafted card's content; null likewise.</param>
/// <param name="ProfileChanges">What the drafted profile changes, in sentences.</param>
/// <param name="CardChanges">What the drafted card changes.</param>
/// <param name="LeftOut">Parts (<c>profile</c>, <c>card</c>) that were not drafted, and why.</param>
public sealed record NextVersions(
    int? ProfileVersion, string? ProfileId, int? CardVersion, string? CardId, IReadOnlyList<Wording> ProfileChanges, IReadOnlyList<Wording> CardChanges, IReadOnlyList<ReviewGap> LeftOut)
{
    /// <summary>Whether anything was drafted.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasDraft => ProfileVersion is not null || CardVersion is not null;

    /// <summary>Profile and card one after the other in sentences: the version and what it changes, or why there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IReadOnlyList<Wording> Sentences =>
    [
        .. ProfileVersion is { } profile ? [Drafted(new("고객상", "Profile"), profile, ProfileChanges)] : (IEnumerable<Wording>)[],
        .. CardVersion is { } card ? [Drafted(new("점수표", "Scorecard"), card, CardChanges)] : (IEnumerable<Wording>)[],
        .. LeftOut.Select(gap => gap.Text),
    ];

    private static Wording Drafted(Wording what, int version, IReadOnlyList<Wording> changes) => changes.Count == 0
        ? new Wording($"{what.Ko} v{Format.Whole(version)} 초안이 있어요.", $"{what.En} v{Format.Whole(version)} is drafted.")
        : new Wording($"{what.Ko} v{Format.Whole(version)} 초안: {string.Join(" · ", changes.Select(change => change.Ko))}", $"{what.En} v{Format.Whole(version)}, drafted: {string.Join(" · ", changes.Select(change => change.En))}");
}
