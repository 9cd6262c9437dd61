using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>The sufficiency meter: how far the data has moved a card's points from the template, and how many outcomes the next step takes.</summary>
/// <param name="Share">0 the template's points, 1 the data's own: mean effective degrees of freedom a coefficient.</param>
/// <param name="Positives">Outcomes known.</param>
/// <param name="Negatives">Decisions known without the outcome.</param>
/// <param name="NextShare">The share aimed at next: 0 to be learned at all, 0.5, 0.8; null when there is no next.</param>
/// <param name="NextOutcomes">How many of the rarer kind that takes in all; null likewise.</param>
public sealed record Sufficiency(double Share, int Positives, int Negatives, double? NextShare, int? NextOutcomes)
{
    private static readonly double[] Steps = [0.5, 0.8];

    /// <summary>The rarer of the two.</summary>
    public int Rarer => Math.Min(Positives, Negatives);

    /// <summary>How many more of the rarer kind are needed; null when nothing is.</summary>
    public int? More => NextOutcomes is { } needed ? Math.Max(0, needed - Rarer) : null;

    /// <summary>
    /// From a share. Information grows with the outcomes of the rarer kind, so at the same ridge strength share ≈ m / (m + k): k follows from today's share, a share s takes k·s/(1 − s).
    /// An estimate for planning, not a promise: the strength is chosen anew each time.
    /// </summary>
    public static Sufficiency Of(double share, int positives, int negatives)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var rarer = Math.Min(positives, negatives);
        if (rarer < ScorecardChecks.FewestOfEither)
        {
            return new Sufficiency(share, positives, negatives, 0, ScorecardChecks.FewestOfEither);
        }

        if (share <= 0 || Array.Find(Steps, step => step > share) is not (> 0 and var next))
        {
            return new Sufficiency(share, positives, negatives, null, null);
        }

        var k = rarer * (1 - share) / share;
        return new Sufficiency(share, positives, negatives, next, Math.Max(rarer + 1, (int)Math.Ceiling((k * next / (1 - next)) - 1e-9)));
    }

    /// <summary>The meter in a sentence.</summary>
    public Wording Text
    {
        get
        {
            var ko = $"점수의 {Format.Percent(Share, 0)}는 자료가, 나머지는 처음 점수표(자유 방식에서는 평균 쪽으로 당기는 힘)가 정했어요 (성공 {Format.Grouped(Positives)}건, 아님 {Format.Grouped(Negatives)}건).";
            var en = $"The data decides {Format.Percent(Share, 0)} of the points; the rest is the template's (in a free card: the pull toward the average) ({Format.Grouped(Positives)} with the outcome, {Format.Grouped(Negatives)} without).";
            if (NextShare is { } next && More is { } more)
            {
                ko += next == 0 ? $" 적은 쪽이 {Format.Grouped(more)}건 더 모이면 자료에서 배울 수 있어요." : $" 적은 쪽이 약 {Format.Grouped(more)}건 더 모이면 {Format.Percent(next, 0)}가 돼요.";
                en += next == 0 ? $" With {Format.Grouped(more)} more of the rarer kind a card can be learned." : $" About {Format.Grouped(more)} more of the rarer kind would make it {Format.Percent(next, 0)}.";
            }

            return new Wording(ko, en);
        }
    }
}
