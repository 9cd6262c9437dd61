using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Reviews;
using Kindred.Core.Scorecards;
using Kindred.Storage;

namespace Kindred.Product;

/// <summary>
/// After a decision to adjust or rebuild: writes the next profile (icp-draft.json) and the next card (card-draft.json) as drafts and links them from the decision.
/// Nothing comes into use by it. Done once for each review; where nothing could be drafted the log says why, and it can be tried again.
/// </summary>
public static class DraftNextVersions
{
    private const double BuildingShare = 0.6;

    /// <summary>Runs it.</summary>
    /// <param name="workspace">The open workspace.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="subject">Subject of the review.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="progress">Told of each step.</param>
    /// <param name="cancel">Stops; nothing is linked then.</param>
    /// <returns>The review with its drafts; refused: <c>reviews.no-draft</c>, <c>reviews.not-decided</c>, <c>reviews.stays</c>.</returns>
    public static async Task<Result<ReviewFile>> RunAsync(Workspace workspace, string folder, string subject, string? by, TimeProvider clock, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        if ((await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false)).Find(subject) is not { } review)
        {
            return Result.Refused<ReviewFile>(DecideReview.NoneOpen);
        }

        if (!DecideReview.MayDraftNext(review).TryGet(out _, out var reasons))
        {
            return Result.Refused<ReviewFile>(reasons);
        }

        if (review.Next is { Versions.HasDraft: true })
        {
            return Result.Accepted(review);
        }

        var versions = await MakeAsync(workspace, folder, clock, progress, cancel).ConfigureAwait(false);
        var line = DecideReview.Next(review, versions, by, clock.GetLocalNow());
        if (line.Kind == ReviewEntryKind.NextDrafted)
        {
            await workspace.Reviews.AddOnceAsync(line, cancel).ConfigureAwait(false);
        }
        else
        {
            await workspace.Reviews.AddAsync([line], cancel).ConfigureAwait(false);
        }

        return Result.Accepted((await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false)).Find(subject)!);
    }

    /// <summary>Puts the drafted profile to use once the roles have signed. The card is put to use on its own page, where its gate is.</summary>
    /// <returns>The new version of the profile; refused as <see cref="DecideReview.Adopt"/>, or <c>reviews.none-open</c>, <c>reviews.draft-moved</c>, <c>reviews.profile-moved</c>.</returns>
    public static async Task<Result<ProfileDocument>> AdoptAsync(Workspace workspace, string folder, string subject, string? by, TimeProvider clock, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(clock);
        if ((await ReviewWorkspace.BookAsync(workspace, cancel).ConfigureAwait(false)).Find(subject) is not { } review)
        {
            return Result.Refused<ProfileDocument>(DecideReview.NoneOpen);
        }

        if (!DecideReview.Adopt(review, by, clock.GetLocalNow()).TryGet(out var line, out var reasons) || !ProfileChanges.Adopt(folder, review).TryGet(out var adopted, out reasons))
        {
            return Result.Refused<ProfileDocument>(reasons);
        }

        await workspace.Reviews.AddOnceAsync(line, cancel).ConfigureAwait(false);
        ProfileFolder.DropDraft(folder);
        return Result.Accepted(adopted);
    }

    private static async Task<NextVersions> MakeAsync(Workspace workspace, string folder, TimeProvider clock, IProgress<BuildProgress>? progress, CancellationToken cancel)
    {
        var made = await BuildWorkspace.OfImportsAsync(workspace, folder, progress is null ? null : new Part(progress, BuildingShare), cancel).ConfigureAwait(false);
        if (!made.TryGet(out var built, out var reasons))
        {
            return new NextVersions(null, null, null, null, [], [], [.. reasons.Select(reason => Gap("profile", reason))]);
        }

        var gaps = new List<ReviewGap>();
        var inUse = ProfileFolder.Read(folder).TryGet(out var profile, out _) ? profile : null;
        var next = ReviewWorkspace.NextProfile(folder, built.Built);
        var card = Card(folder, built.Built, clock, progress, gaps, cancel);
        string? profileId = null;
        if (next.Core is null)
        {
            gaps.Insert(0, Gap("profile", new Reason("reviews.next-not-held-up", "profile", new Wording(
                $"다음 고객상은 쓰지 않았어요. {next.Why.Ko}", $"No next profile was drafted. {next.Why.En}"))));
        }
        else if (inUse is not null && next.Version == inUse.Version)
        {
            gaps.Insert(0, Gap("profile", new Reason("reviews.next-same-profile", "profile", new Wording(
                "지금 데이터로 다시 만들어도 고객상이 달라지지 않아서 새 버전을 쓰지 않았어요.", "Built again from today's data the profile stays the same, so no new version was drafted."))));
        }
        else
        {
            profileId = ProfileFolder.WriteDraft(folder, next);
        }

        return new NextVersions(profileId is null ? null : next.Version, profileId, card?.Version, card?.Id,
            profileId is null || inUse is null ? [] : DiffProfiles.Run(inUse, next), card?.Changes ?? [], gaps);
    }

    /// <summary>The draft of the next card: learned anew, or as people changed the draft by hand, which is not written over.</summary>
    private static (int Version, string Id, IReadOnlyList<Wording> Changes)? Card(string folder, BuildResult built, TimeProvider clock, IProgress<BuildProgress>? progress, List<ReviewGap> gaps, CancellationToken cancel)
    {
        var inUse = File.Exists(Path.Combine(folder, "card.json")) && ScorecardFolder.Read(folder).TryGet(out var used, out _) ? used.Card : null;
        var edited = inUse is not null && ScorecardFolder.Read(folder, draft: true).TryGet(out var drafted, out _) && drafted.Evidence is null && CardEvidence.IdOf(drafted.Card) != CardEvidence.IdOf(inUse) ? drafted.Card : null;
        var learning = new Wording("점수표를 배우는 중", "Learning the scorecard");
        if (edited is null && !LearnDraft.Run(built.Facts, folder, new FactsScorecardRequest(null), clock, new Share(value => progress?.Report(new BuildProgress(learning, BuildingShare + value * (1 - BuildingShare)))), cancel).TryGet(out _, out var reasons))
        {
            gaps.AddRange(reasons.Select(reason => Gap("card", reason)));
            return null;
        }

        var card = edited ?? ScorecardFolder.Read(folder, draft: true).Value.Card;
        var id = CardEvidence.IdOf(card);
        if (inUse is not null && DiffCards.Run(inUse, card with { Cut = inUse.Cut }).Count == 0)
        {
            gaps.Add(Gap("card", new Reason("reviews.next-same-card", "card", new Wording(
                "지금 데이터로 다시 배워도 점수표가 달라지지 않아서 새 버전을 쓰지 않았어요.", "Learned again from today's data the scorecard stays the same, so no new version was drafted."))));
            return null;
        }

        return (ScorecardFolder.NextVersion(folder), id, inUse is null ? [] : DiffCards.Run(inUse, card));
    }

    private static ReviewGap Gap(string part, Reason reason) => new(part, reason.Code, reason.Message);

    private sealed class Part(IProgress<BuildProgress> whole, double share) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value) => whole.Report(value with { Share = value.Share * share });
    }

    private sealed class Share(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
