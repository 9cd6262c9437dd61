using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;

namespace Kindred.Product;

/// <summary>Changes of a workspace's profile by people: one at a time, each on the newest version, so that nothing another wrote is lost.</summary>
public static class ProfileChanges
{
    private static readonly Lock Turn = new();

    /// <summary>Writes a statement of the team into the next version.</summary>
    /// <returns>The new version; refused as <see cref="StateClause"/>, or <c>icp.not-found</c>.</returns>
    public static Result<ProfileDocument> State(string folder, StateClauseRequest request) => Change(folder, document => StateClause.Run(document, request));

    /// <summary>Writes a signature into the version that was looked at.</summary>
    /// <returns>The version; refused as <see cref="SignProfile"/>, or <c>icp.not-found</c>.</returns>
    public static Result<ProfileDocument> Sign(string folder, int version, string role, string by, DateOnly on) => Change(folder, document => SignProfile.Run(document, version, role, by, on));

    /// <summary>Puts the draft of a review's decision to use, with the signatures under that decision.</summary>
    /// <param name="folder">Workspace folder.</param>
    /// <param name="review">The review; every role that is needed has signed.</param>
    /// <returns>The new version; refused: <c>reviews.draft-moved</c>, <c>reviews.profile-moved</c>.</returns>
    internal static Result<ProfileDocument> Adopt(string folder, ReviewFile review)
    {
        lock (Turn)
        {
            if (ProfileFolder.ReadDraft(folder) is not { } draft || draft.Id != review.Next?.Versions.ProfileId)
            {
                return Result.Refused<ProfileDocument>("reviews.draft-moved", review.Subject,
                    "결정 때 쓴 고객상 초안이 더는 그대로 있지 않아요. 다음 점검에서 다시 정해 주세요.", "The profile draft of this decision is not there as it was any more. Decide again at the next review.");
            }

            var inUseNow = ProfileFolder.Read(folder).TryGet(out var document, out _) ? document : null;
            if (inUseNow is { } there && ProfileFolder.DraftId(there) == draft.Id)
            {
                // Put to use a moment ago by a process that did not come to write it down.
                return Result.Accepted(there);
            }

            // Somebody may have built or stated something meanwhile: what they wrote is not written over.
            if (inUseNow is { } inUse && inUse.Version != draft.Document.Version - 1)
            {
                return Result.Refused<ProfileDocument>("reviews.profile-moved", review.Subject,
                    $"초안을 쓴 다음 고객상이 v{Format.Whole(inUse.Version)}이 되었어요. 새 버전은 고객상 화면에서 동의를 받아 주세요.", $"The profile became v{Format.Whole(inUse.Version)} after the draft was written. Have that version agreed with on the ICP page.");
            }

            var adopted = draft.Document with { SignOffs = [.. review.Signatures.Select(signed => new SignOff(signed.Role, signed.By ?? "", DateOnly.FromDateTime(signed.At.DateTime)))] };
            ProfileFolder.Write(folder, adopted);
            return Result.Accepted(adopted);
        }
    }

    private static Result<ProfileDocument> Change(string folder, Func<ProfileDocument, Result<ProfileDocument>> change)
    {
        lock (Turn)
        {
            var changed = ProfileFolder.Read(folder).Then(change);
            if (changed.TryGet(out var document, out _))
            {
                ProfileFolder.Write(folder, document);
            }

            return changed;
        }
    }
}
