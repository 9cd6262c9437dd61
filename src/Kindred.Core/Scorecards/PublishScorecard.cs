using Kindred.Core.Basics;
using Kindred.Statistics.MultipleTesting;

namespace Kindred.Core.Scorecards;

/// <summary>The gate's answer.</summary>
/// <param name="Card">The card in its new state.</param>
/// <param name="Why">Why this state, and not the other.</param>
/// <param name="RowsNeeded">Rows with an outcome that would settle it, where too few were the reason; else null.</param>
public sealed record PublishedScorecard(Scorecard Card, Wording Why, int? RowsNeeded);

/// <summary>Puts a card into use: on trial when its arithmetic holds, validated unless evidence speaks against it.</summary>
public static class PublishScorecard
{
    private const double SlopeFrom = 0.8;
    private const double SlopeTo = 1.2;
    private const double Alpha = 0.05;

    /// <summary>Publishes.</summary>
    /// <param name="card">The card.</param>
    /// <param name="evidence">Left-out scores; null: none.</param>
    /// <param name="wanted">Trial or validated.</param>
    /// <param name="cut">New cut; null: as it is.</param>
    /// <returns>The card in use; refused: <c>scorecards.card-*</c>, <c>scorecards.gate-*</c>.</returns>
    public static Result<PublishedScorecard> Run(Scorecard card, CardEvidence? evidence, PublishState wanted, int? cut = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        card = card with { Cut = cut ?? card.Cut };
        var wrong = CardChecks.Arithmetic(card, card.Name);
        if (wrong.Count > 0)
        {
            return Result.Refused<PublishedScorecard>(wrong);
        }

        if (wanted == PublishState.Trial)
        {
            return Trial(card, new Wording("시험 운영 중: 아직 검증 전이에요.", "Trial: not yet validated."), null);
        }

        if (card.Mode == ScorecardMode.Template || evidence?.Quality is not { } quality)
        {
            return Trial(card, new Wording("사람이 정한 점수라서 시험 운영으로 시작해요. 결과가 쌓이면 검증할 수 있어요.", "Points set by people start on trial; they can be validated once outcomes exist."), null);
        }

        var against = Against(quality, evidence);
        if (against.Count > 0)
        {
            return Result.Refused<PublishedScorecard>(against);
        }

        if (quality.SlopeLow < SlopeFrom && quality.SlopeHigh > SlopeTo)
        {
            var width = (quality.SlopeHigh - quality.SlopeLow) / (SlopeTo - SlopeFrom);
            var needed = (int)Math.Ceiling(quality.Rows * width * width - 1e-6);
            return Trial(card, new Wording(
                $"아직 확률이 맞는지 알기에는 적어요 (기울기 {Format.Fixed(quality.SlopeLow, 2)}–{Format.Fixed(quality.SlopeHigh, 2)}). 결과가 약 {Format.Grouped(needed)}건이면 가릴 수 있어요.",
                $"Too few to tell whether its probabilities hold (slope {Format.Fixed(quality.SlopeLow, 2)}–{Format.Fixed(quality.SlopeHigh, 2)}). About {Format.Grouped(needed)} outcomes would settle it."), needed);
        }

        return Result.Accepted(new PublishedScorecard(card with { State = PublishState.Validated }, new Wording(
            $"떼어 둔 {Format.Grouped(quality.Rows)}건에서 AUC {Format.Fixed(quality.Auc, 3)} ({Format.Fixed(quality.AucLow, 3)}–{Format.Fixed(quality.AucHigh, 3)}), 기울기 {Format.Fixed(quality.CalibrationSlope, 2)}, 점수 구간의 순서도 맞았어요.",
            $"On {Format.Grouped(quality.Rows)} rows left out: AUC {Format.Fixed(quality.Auc, 3)} ({Format.Fixed(quality.AucLow, 3)}–{Format.Fixed(quality.AucHigh, 3)}), slope {Format.Fixed(quality.CalibrationSlope, 2)}, bands in order."), null));
    }

    private static Result<PublishedScorecard> Trial(Scorecard card, Wording why, int? needed) => Result.Accepted(new PublishedScorecard(card with { State = PublishState.Trial }, why, needed));

    private static List<Reason> Against(ScorecardQuality quality, CardEvidence evidence)
    {
        var reasons = new List<Reason>();
        if (quality.AucLow <= 0.5)
        {
            reasons.Add(new Reason("scorecards.gate-auc", "auc", new Wording(
                $"떼어 둔 행에서 AUC가 {Format.Fixed(quality.Auc, 3)} ({Format.Fixed(quality.AucLow, 3)}–{Format.Fixed(quality.AucHigh, 3)})예요. 구간이 0.5를 포함하면 우연과 구별되지 않아요. 시험 운영(--as trial)으로 쓰거나 결과를 더 모아 주세요.",
                $"AUC on rows left out is {Format.Fixed(quality.Auc, 3)} ({Format.Fixed(quality.AucLow, 3)}–{Format.Fixed(quality.AucHigh, 3)}); an interval that holds 0.5 cannot be told from chance. Publish it --as trial, or gather more outcomes.")));
        }

        if (quality.SlopeHigh < SlopeFrom || quality.SlopeLow > SlopeTo)
        {
            reasons.Add(new Reason("scorecards.gate-slope", "calibrationSlope", new Wording(
                $"확률의 기울기가 {Format.Fixed(quality.SlopeLow, 2)}–{Format.Fixed(quality.SlopeHigh, 2)}예요. 0.8–1.2 밖이면 확률을 믿을 수 없어요. 다시 배우거나 시험 운영으로 써 주세요.",
                $"The calibration slope is {Format.Fixed(quality.SlopeLow, 2)}–{Format.Fixed(quality.SlopeHigh, 2)}; outside 0.8–1.2 its probabilities mislead. Learn again, or publish it --as trial.")));
        }

        var bands = ScoreBand.Of(evidence);
        var tests = new List<(ScoreBand Lower, ScoreBand Higher, double P)>();
        for (var i = 0; i < bands.Count; i++)
        {
            for (var j = i + 1; j < bands.Count; j++)
            {
                tests.Add((bands[i], bands[j], new HypergeometricMidP(bands[i].Rows + bands[j].Rows, bands[i].Positives + bands[j].Positives).FisherLower(bands[j].Rows, bands[j].Positives)));
            }
        }

        var adjusted = HolmAdjustment.Of([.. tests.Select(test => test.P)]);
        for (var i = 0; i < tests.Count; i++)
        {
            if (adjusted[i] < Alpha)
            {
                var (lower, higher, _) = tests[i];
                reasons.Add(new Reason("scorecards.gate-bands", $"{Format.Whole(higher.From)}–{Format.Whole(higher.To)}", new Wording(
                    $"{Format.Whole(higher.From)}–{Format.Whole(higher.To)}점({Format.Percent(higher.Rate)})이 {Format.Whole(lower.From)}–{Format.Whole(lower.To)}점({Format.Percent(lower.Rate)})보다 확실히 낮아요. 높은 점수가 더 나쁜 점수표는 검증할 수 없어요.",
                    $"Scores {Format.Whole(higher.From)}–{Format.Whole(higher.To)} ({Format.Percent(higher.Rate)}) do clearly worse than {Format.Whole(lower.From)}–{Format.Whole(lower.To)} ({Format.Percent(lower.Rate)}). A card whose high scores are worse cannot be validated.")));
            }
        }

        return reasons;
    }
}
