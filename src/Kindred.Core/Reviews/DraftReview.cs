using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Use case: drafts a review. It only writes down figures; people decide.</summary>
public static class DraftReview
{
    /// <summary>Drafts.</summary>
    /// <param name="request">What it is drafted from.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>The draft, with a gap for every part that could not be worked out; refused: <c>reviews.bounds</c> (review days, permutations).</returns>
    public static Result<ReviewDraft> Run(DraftReviewRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.ReviewDays is < 7 or > 730)
        {
            return Result.Refused<ReviewDraft>(ReviewChecks.Bounds("review days", Format.Whole(request.ReviewDays), "7", "730"));
        }

        if (request.Permutations is < 99 or > 99_999)
        {
            return Result.Refused<ReviewDraft>(ReviewChecks.Bounds("permutations", Format.Whole(request.Permutations), "99", "99999"));
        }

        var rows = new ReviewRows(request);
        var honest = new HonestScores(rows);
        var gaps = new List<ReviewGap>();
        T? Take<T>(string part, Result<T> result)
            where T : class
        {
            if (result.TryGet(out var value, out var reasons))
            {
                return value;
            }

            gaps.AddRange(reasons.Select(reason => new ReviewGap(part, reason.Code, reason.Message)));
            return null;
        }

        var bands = Take("bands", DraftBands.Run(rows));
        var last = DraftLastDeals.Run(rows, honest).TryGet(out var deals, out var none) ? deals : (Deals: (IReadOnlyList<LastDeal>)[], Sentence: (Wording?)null);
        gaps.AddRange((none ?? []).Select(reason => new ReviewGap("last-deals", reason.Code, reason.Message)));
        cancel.ThrowIfCancellationRequested();
        var lifts = DraftLifts.Run(rows, honest, gaps);
        var inputs = Take("inputs", DriftOfInputs.Run(rows, cancel));
        var relation = Take("relation", DriftOfRelation.Run(rows, honest, inputs));
        var churn = DraftReasons.Churn(rows, gaps);
        var best = Take("best", DraftCustomers.Best(rows));
        var contradictions = DraftContradictions.Run(rows, relation);
        ExperimentReading[] experiments = [.. request.Book.Experiments.Where(trial => trial.Plan.EndsOn >= rows.Period.NowFrom).Select(trial => ReadExperiment.Of(request, trial))];
        var draft = new ReviewDraft
        {
            DueOn = request.DueOn,
            DraftedOn = request.Today,
            AsOf = request.Facts.AsOf,
            NextDueOn = request.DueOn.AddDays(request.ReviewDays),
            Period = rows.Period,
            ProfileVersion = request.Profile?.Version,
            CardVersion = request.Card?.Version,
            Seed = request.Seed,
            NewOutcomes = rows.NewOutcomes,
            Gaps = gaps,
            Bands = bands,
            LastDeals = last.Deals,
            LastDealsSentence = last.Sentence,
            Lifts = lifts,
            Inputs = inputs,
            Relation = relation,
            Churn = churn,
            Expansion = DraftReasons.Expansion(rows),
            Best = best,
            ComingBack = DraftCustomers.Back(rows),
            Contradictions = contradictions,
            Experiments = experiments,
            Headline = new Wording("", ""),
            Proposal = ProposeDecision.Run(request, rows.NewOutcomes, inputs, relation, lifts, contradictions),
        };
        return Result.Accepted(draft with { Headline = Headline(draft), Checklist = DraftChecklist.Run(rows, draft) });
    }

    private static Wording Headline(ReviewDraft draft)
    {
        var inputs = draft.Inputs?.Rows.Count(row => row.Verdict == FigureVerdict.Found) ?? 0;
        var relation = draft.Relation?.Rows.Count(row => row.Verdict == FigureVerdict.Found) ?? 0;
        var proposed = ReviewLabels.Of(draft.Proposal.Kind);
        return (inputs, relation) switch
        {
            (0, 0) => new($"달라졌다고 말할 수 있는 것이 없어요. 제안: {proposed.Ko} (새 결과 {Format.Whole(draft.NewOutcomes)}건).", $"Nothing can be said to have changed. Proposed: {proposed.En} ({Format.Whole(draft.NewOutcomes)} new outcomes)."),
            (_, 0) => new($"들어오는 회사는 달라졌지만({Format.Whole(inputs)}개 항목) 성공률이 달라졌다고는 말할 수 없어요. 제안: {proposed.Ko} (새 결과 {Format.Whole(draft.NewOutcomes)}건).", $"Other companies come in ({Format.Whole(inputs)} {(inputs == 1 ? "field" : "fields")}); that win rates changed cannot be said. Proposed: {proposed.En} ({Format.Whole(draft.NewOutcomes)} new outcomes)."),
            _ => new($"성공률이 달라졌어요({Format.Whole(relation)}곳). 제안: {proposed.Ko} (새 결과 {Format.Whole(draft.NewOutcomes)}건).", $"Win rates changed ({Format.Whole(relation)} {(relation == 1 ? "place" : "places")}). Proposed: {proposed.En} ({Format.Whole(draft.NewOutcomes)} new outcomes)."),
        };
    }
}
