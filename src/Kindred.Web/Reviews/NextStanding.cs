using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;
using Kindred.Product;

namespace Kindred.Web.Reviews;

/// <summary>Where the drafts of a decision stand now.</summary>
/// <param name="Review">The review.</param>
/// <param name="Versions">What was drafted; null where nothing was tried yet.</param>
/// <param name="Profile">Where the drafted profile stands.</param>
/// <param name="Card">Where the drafted card stands.</param>
public sealed record NextStanding(ReviewFile Review, NextVersions? Versions, DraftState Profile, DraftState Card)
{
    internal static NextStanding? Of(ReviewFile? review, WorkspaceSnapshot snapshot)
    {
        // A decision of before says itself which versions it led to.
        if (review is null || !DecideReview.MayDraftNext(review).TryGet(out var made, out _) || (review.Next is null && made.Decision is { NextProfileVersion: not null } or { NextCardVersion: not null }))
        {
            return null;
        }

        if (review.Next is not { Versions: var versions } next)
        {
            return new NextStanding(review, null, DraftState.None, DraftState.None);
        }

        var profile = versions.ProfileId is not { } profileId ? DraftState.None
            : next.IsAdopted ? DraftState.InUse
            : ProfileFolder.ReadDraft(snapshot.Folder) is { } draft && draft.Id == profileId && (snapshot.Profile is not { } now || now.Version == draft.Document.Version - 1) ? DraftState.Waits
            : DraftState.Moved;
        var card = versions.CardId is not { } cardId ? DraftState.None
            : snapshot.Card is { } used && CardEvidence.IdOf(used) == cardId ? DraftState.InUse
            : snapshot.Draft is { } learned && CardEvidence.IdOf(learned) == cardId ? DraftState.Waits
            : DraftState.Moved;
        return new NextStanding(review, versions, profile, card);
    }
}

/// <summary>Where a draft stands.</summary>
public enum DraftState
{
    /// <summary>Nothing was drafted.</summary>
    None,

    /// <summary>It is there and waits.</summary>
    Waits,

    /// <summary>It came into use.</summary>
    InUse,

    /// <summary>Something newer was written since.</summary>
    Moved,
}
