using Kindred.Core.Basics;
using Kindred.Core.Conditions;
using Kindred.Core.Scorecards;

namespace Kindred.Cli;

/// <summary>Cards for people at a terminal.</summary>
internal static class ScorecardText
{
    public static void Write(TextWriter output, LearnedScorecards learned, Sufficiency? sufficiency, Language language)
    {
        var ko = language == Language.Korean;
        output.WriteLine(ko ? $"{Format.Grouped(learned.Rows)}행, 결과 있음 {Format.Grouped(learned.Positives)}행" : $"{Format.Grouped(learned.Rows)} rows, {Format.Grouped(learned.Positives)} with the outcome");
        foreach (var left in learned.LeftOut)
        {
            output.WriteLine((ko ? "뺀 열: " : "Left out: ") + left.Reason.Message.In(language));
        }

        foreach (var mode in learned.Modes)
        {
            var name = ScorecardJson.Name(mode.Mode);
            output.WriteLine(mode.Quality is { } quality
                ? $"{name,-9} AUC {Format.Fixed(quality.Auc, 3)} ({Format.Fixed(quality.AucLow, 3)}–{Format.Fixed(quality.AucHigh, 3)})  log-loss {Format.Fixed(quality.LogLoss, 3)}  slope {Format.Fixed(quality.CalibrationSlope, 2)}  ECE {Format.Fixed(quality.Ece, 4)} / {Format.Fixed(quality.EceLimit, 4)}"
                : mode.Card is not null
                ? ko ? $"{name,-9} 결과가 아직 적어서 사람이 정한 30/25/25/20점으로 시작해요. 시험 운영(scorecard publish --as trial)으로 쓸 수 있어요." : $"{name,-9} too few outcomes yet: it starts with 30/25/25/20 points set by people. It can be used on trial (scorecard publish --as trial)."
                : $"{name,-9} {mode.Refused!.Message.In(language)} [{mode.Refused.Code}]");
        }

        if (learned.CapsCost is { } cost)
        {
            output.WriteLine(cost > 0
                ? ko ? $"30/25/25/20 배분을 지키느라 AUC가 {Format.Fixed(cost, 3)} 낮아져요." : $"Keeping to 30/25/25/20 costs {Format.Fixed(cost, 3)} of AUC."
                : ko ? $"30/25/25/20 배분을 지켜도 AUC를 잃지 않아요 ({Format.Fixed(Math.Max(0, -cost), 3)} 높아요)." : $"Keeping to 30/25/25/20 costs no AUC (higher by {Format.Fixed(Math.Max(0, -cost), 3)}).");
        }

        if (sufficiency is not null)
        {
            output.WriteLine(sufficiency.Text.In(language));
        }

        foreach (var mode in learned.Modes.Where(mode => mode.Drift > ModeResult.DriftFrom))
        {
            output.WriteLine(ko
                ? $"{ScorecardJson.Name(mode.Mode)}: 무작위로 나누면 AUC {Format.Fixed(mode.RandomFolds!.Auc, 3)}, 마지막 20%에서는 {Format.Fixed(mode.Quality!.Auc, 3)}예요. 그사이 달라진 것이 있어요."
                : $"{ScorecardJson.Name(mode.Mode)}: AUC {Format.Fixed(mode.RandomFolds!.Auc, 3)} on random folds, {Format.Fixed(mode.Quality!.Auc, 3)} on the last 20 %. Something changed in between.");
        }

        if (learned.Best?.Card is { } card)
        {
            output.WriteLine();
            WriteCard(output, card, language);
        }
    }

    /// <summary>Age, meaning of the cut, sufficiency and bands.</summary>
    public static void WriteOverview(TextWriter output, CardOverview overview, Language language)
    {
        var ko = language == Language.Korean;
        output.WriteLine(overview.Age.In(language));
        if (overview.AtCut is { } meaning)
        {
            output.WriteLine(meaning.Text.In(language));
        }

        if (overview.Sufficiency is { } sufficiency)
        {
            output.WriteLine(sufficiency.Text.In(language));
        }

        if (overview.Bands.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(ko ? "  점수     건수   비율   성공률(95% 구간)" : " score     rows  share   rate (95 % interval)");
            foreach (var (band, share) in overview.Bands)
            {
                output.WriteLine($"{Format.Whole(band.From),3}–{Format.Whole(band.To),-3} {Format.Grouped(band.Rows),7} {Format.Percent(share, 0),6}   " +
                    (band.Rows == 0 ? "–" : $"{Format.Percent(band.Rate)} ({Format.Percent(band.Low)}–{Format.Percent(band.High)})"));
            }
        }
    }

    /// <summary>Version, cut and state in one line.</summary>
    public static Wording StateOf(Scorecard card)
    {
        var head = $"{card.Name} v{Format.Whole(card.Version)}";
        var mode = ScorecardJson.Name(card.Mode);
        return card.State switch
        {
            PublishState.Validated => new Wording($"{head}, {mode}, 기준 {Format.Whole(card.Cut)}점. 검증됨", $"{head}, {mode}, cut {Format.Whole(card.Cut)}. Validated"),
            PublishState.Trial => new Wording($"{head}, {mode}, 기준 {Format.Whole(card.Cut)}점. 시험 운영 중: 아직 검증 전이에요", $"{head}, {mode}, cut {Format.Whole(card.Cut)}. Trial: not yet validated"),
            _ => new Wording($"{head}, {mode}, 기준 {Format.Whole(card.Cut)}점. 초안", $"{head}, {mode}, cut {Format.Whole(card.Cut)}. Draft"),
        };
    }

    public static void WriteCard(TextWriter output, Scorecard card, Language language)
    {
        var ko = language == Language.Korean;
        var fields = card.Attributes.ToDictionary(attribute => attribute.Field, attribute => new Field(attribute.Field, attribute.Label, FieldLevel.Company), StringComparer.Ordinal);
        foreach (var attribute in card.Attributes)
        {
            output.WriteLine($"{attribute.Label.In(language)}  0–{Format.Whole(attribute.MaxPoints)}");
            foreach (var bin in attribute.Bins)
            {
                var what = bin.Condition is not null ? ConditionWording.Of(bin.Condition, language, fields) : bin.Kind == CardBinKind.Missing ? (ko ? "비어 있음" : "empty") : (ko ? "그 밖의 값" : "any other value");
                output.WriteLine($"  {Format.Whole(bin.Points),3}  {what}" + (bin.Rows > 0 ? $"  ({Format.Grouped(bin.Positives)} / {Format.Grouped(bin.Rows)})" : ""));
            }
        }

        foreach (var line in card.Lines)
        {
            var what = string.Join(ko ? ", 그리고 " : " and ", line.Conditions.Conditions.Select(condition => ConditionWording.Of(condition, language, fields)));
            output.WriteLine($"{Format.Whole(line.Points),3}  " + (line.IsAbsence ? (ko ? "다음이 아니면: " : "unless ") : "") + what + $"  ({Format.Grouped(line.Positives)} / {Format.Grouped(line.Rows)})");
        }
    }
}
