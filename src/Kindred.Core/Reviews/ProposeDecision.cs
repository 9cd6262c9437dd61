using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Scorecards;

namespace Kindred.Core.Reviews;

/// <summary>The rule that turns figures into a proposal. A change needs enough new outcomes; a change of the relation weighs more than a change of what comes in.</summary>
public static class ProposeDecision
{
    /// <summary>Fewest closed new-business deals since publication on which profile or card may change: with 40 a win rate of 20 % is known to about ±12 points.</summary>
    public const int FewestOutcomes = 40;

    internal static ReviewProposal Run(DraftReviewRequest request, int outcomes, DriftFigures? inputs, DriftFigures? relation, IReadOnlyList<LiftFigure> lifts, IReadOnlyList<Contradiction> contradictions)
    {
        var isEnough = outcomes >= FewestOutcomes;
        int moved = Found(inputs, _ => true), rates = Found(relation, row => row.Kind == DriftKind.WinRate), promised = Found(relation, row => row.Kind == DriftKind.Calibration);
        var lost = lifts.Where(lift => lift.Verdict == FigureVerdict.Found && lift is { Then: { } then, Now: { } now } && now.Ratio < then.Ratio).ToArray();
        var isGone = lost.Any(lift => lift.Now!.Low <= 1);
        ProposalCondition[] conditions =
        [
            new("outcomes", isEnough, isEnough
                ? new Wording($"새 결과가 {Format.Whole(outcomes)}건이라 바꿀 수 있어요 (필요 {Format.Whole(FewestOutcomes)}건).", $"{Format.Whole(outcomes)} new outcomes: a change is possible (need {Format.Whole(FewestOutcomes)}).")
                : new Wording($"새 결과가 모자라 바꿀 수 없어요 (필요 {Format.Whole(FewestOutcomes)}건, 현재 {Format.Whole(outcomes)}건).", $"Too few new outcomes for a change (need {Format.Whole(FewestOutcomes)}, have {Format.Whole(outcomes)})."), outcomes, FewestOutcomes),
            new("inputs", moved > 0, inputs?.Sentence ?? new Wording("들어오는 회사는 견줄 수 없었어요.", "What comes in could not be compared."), null, null),
            new("relation", rates > 0, relation?.Sentence ?? new Wording("성공률은 견줄 수 없었어요.", "Win rates could not be compared."), null, null),
            new("calibration", promised > 0, relation?.Rows.FirstOrDefault(row => row.Kind == DriftKind.Calibration)?.Sentence ?? new Wording("점수표의 약속과 견줄 끝난 딜이 없어요.", "No closed deal to hold the card's promise against."), null, null),
            new("lift", lost.Length > 0, lifts.Count == 0 ? new Wording("고객상과 점수표의 힘은 견줄 수 없었어요.", "The lift of profile and card could not be compared.") : new Wording(string.Join(" ", lifts.Select(lift => lift.Sentence.Ko)), string.Join(" ", lifts.Select(lift => lift.Sentence.En))), null, null),
            new("contradictions", contradictions.Count > 0, contradictions.Count == 0 ? new Wording("조건과 다른 의견이 없어요.", "Nothing speaks against a clause.") : new Wording($"조건과 다른 의견이 {Format.Whole(contradictions.Count)}건 있어요.", $"{Format.Whole(contradictions.Count)} {(contradictions.Count == 1 ? "clause has" : "clauses have")} something against {(contradictions.Count == 1 ? "it" : "them")}."), null, null),
        ];
        var kind = !isEnough ? DecisionKind.Keep : isGone || (rates > 0 && lost.Length > 0) ? DecisionKind.Rebuild : moved + rates + promised + lost.Length + contradictions.Count > 0 ? DecisionKind.Adjust : DecisionKind.Keep;
        return new ReviewProposal(kind, Why(kind, isEnough), conditions,
            request is { Profile: { } profile, NextProfile: { } next } ? DiffProfiles.Run(profile, next) : [],
            request is { Card: { } card, NextCard: { } draft } ? DiffCards.Run(card, draft) : []);
    }

    private static int Found(DriftFigures? figures, Func<DriftFigure, bool> which) => figures?.Rows.Count(row => row.Verdict == FigureVerdict.Found && which(row)) ?? 0;

    private static Wording Why(DecisionKind kind, bool isEnough) => kind switch
    {
        DecisionKind.Rebuild => new("고객상이나 점수표가 더는 가려 주지 못해요.", "Profile or card no longer tell apart what they did."),
        DecisionKind.Adjust => new("달라진 것이 있고, 바꿀 만큼 결과가 쌓였어요.", "Something changed, and there are enough outcomes to change with."),
        _ when !isEnough => new("바꿀 만큼 새 결과가 쌓이지 않았어요.", "There are not enough new outcomes to change anything."),
        _ => new("달라졌다고 말할 수 있는 것이 없어요.", "Nothing can be said to have changed."),
    };
}
