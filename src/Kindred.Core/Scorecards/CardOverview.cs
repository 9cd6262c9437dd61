using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>What stands beside a card wherever it is shown.</summary>
/// <param name="AgeDays">Days since it was learned.</param>
/// <param name="AtCut">What its cut means for recent leads; null without evidence.</param>
/// <param name="Sufficiency">The sufficiency meter; null without evidence.</param>
/// <param name="Bands">Bands of left-out scores with their share of all; empty without outcomes.</param>
public sealed record CardOverview(int AgeDays, CutMeaning? AtCut, Sufficiency? Sufficiency, IReadOnlyList<CardOverview.SharedBand> Bands)
{
    /// <summary>Days after which a card is due to be looked at again: a quarter.</summary>
    public const int ReviewDays = 90;

    /// <summary>A band and its share of the left-out rows.</summary>
    /// <param name="Band">The band.</param>
    /// <param name="Share">0–1.</param>
    public sealed record SharedBand(ScoreBand Band, double Share);

    /// <summary>Whether it is older than a quarter.</summary>
    public bool IsDue => AgeDays > ReviewDays;

    /// <summary>Its age in a sentence.</summary>
    public Wording Age => new(
        $"배운 지 {Format.Grouped(AgeDays)}일 됐어요." + (IsDue ? " 석 달이 지났으니 다시 배워서 견주어 보세요." : ""),
        $"Learned {Format.Grouped(AgeDays)} days ago." + (IsDue ? " That is more than a quarter: learn again and compare." : ""));

    /// <summary>Of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="evidence">Its evidence, or null.</param>
    /// <param name="today">Today.</param>
    public static CardOverview Of(Scorecard card, CardEvidence? evidence, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(card);
        var total = evidence?.Rows.Sum() ?? 0;
        return new CardOverview(
            Math.Max(0, today.DayNumber - card.LearnedOn.DayNumber),
            evidence is null ? null : ThresholdTable.Meaning(evidence, card.Cut),
            evidence?.Sufficiency,
            total == 0 ? [] : [.. ScoreBand.Of(evidence!).Select(band => new SharedBand(band, (double)band.Rows / total))]);
    }
}
