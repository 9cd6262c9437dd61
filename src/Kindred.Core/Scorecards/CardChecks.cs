using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>Every reason for which a card is refused. Each quotes what stands in the card.</summary>
internal static class CardChecks
{
    /// <summary>Everything that is wrong with a card's arithmetic; empty for a card that may be used.</summary>
    internal static IReadOnlyList<Reason> Arithmetic(Scorecard card, string subject)
    {
        var reasons = new List<Reason>();
        if (card.Attributes.Count == 0)
        {
            reasons.Add(Of("card-empty", subject, "점수표에 항목이 하나도 없어요. 항목이 적어도 하나 있어야 해요.", "The card has no attributes. It needs at least one."));
            return reasons;
        }

        foreach (var twice in card.Attributes.GroupBy(attribute => attribute.Field, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            reasons.Add(Of("card-field-twice", subject, $"항목 '{twice.Key}'이(가) {Number(twice.Count())}번 나와요. 한 번만 쓸 수 있어요.", $"The field '{twice.Key}' stands in the card {Number(twice.Count())} times; once is allowed."));
        }

        foreach (var attribute in card.Attributes)
        {
            BinChecks.Add(reasons, attribute, subject);
        }

        foreach (var line in card.Lines)
        {
            Line(reasons, card, line, subject);
        }

        if (card.Attributes.Count > CardPlan.MostAttributes)
        {
            reasons.Add(Of("card-attributes", subject, $"항목이 {Number(card.Attributes.Count)}개예요. {Number(CardPlan.MostAttributes)}개까지 쓸 수 있어요.", $"The card has {Number(card.Attributes.Count)} attributes; at most {Number(CardPlan.MostAttributes)} are allowed."));
        }

        if (card.Lines.Count > CardPlan.MostLines)
        {
            reasons.Add(Of("card-lines", subject, $"줄이 {Number(card.Lines.Count)}개예요. {Number(CardPlan.MostLines)}개까지 쓸 수 있어요.", $"The card has {Number(card.Lines.Count)} lines; at most {Number(CardPlan.MostLines)} are allowed."));
        }

        Maxima(reasons, card, subject);
        if (card.Cut is < 1 or > Scorecard.Total)
        {
            reasons.Add(Of("card-cut", subject, $"기준이 {Number(card.Cut)}점이에요. 1–100점이어야 해요.", $"The cut is {Number(card.Cut)}; it must lie in 1–100."));
        }

        if (card.Version < 1 || card.Positives > card.Rows)
        {
            reasons.Add(Of("card-counts", subject,
                $"버전 {Number(card.Version)}, 행 {Number(card.Rows)}, 성공 {Number(card.Positives)}이에요. 버전은 1부터, 성공은 행보다 많을 수 없어요.",
                $"Version {Number(card.Version)}, rows {Number(card.Rows)}, positives {Number(card.Positives)}: versions start at 1 and positives cannot exceed rows."));
        }

        if (card.Calibration is { } calibration)
        {
            Calibrated(reasons, calibration, subject);
        }

        return reasons;
    }

    internal static Reason NotJson(string subject, long line, string why) => Of("card-not-json", subject,
        $"'{subject}'은(는) JSON이 아니에요(줄 {Number(line + 1)}: {why}). kindred가 쓴 card.json을 주세요.",
        $"'{subject}' is not JSON (line {Number(line + 1)}: {why}). Give a card.json written by kindred.");

    internal static Reason OtherSchema(string subject, int schema, JsonElement found)
    {
        var quoted = found.ValueKind == JsonValueKind.Undefined ? "" : CardProperties.Quoted(found);
        return schema > Scorecard.Schema
            ? Of("card-newer", subject,
                $"'{subject}'은(는) 더 새로운 형식(schema {quoted})이에요. 이 프로그램은 schema {Number(Scorecard.Schema)}를 읽어요. kindred를 새 버전으로 바꿔 주세요.",
                $"'{subject}' is of a newer form (schema {quoted}); this program reads schema {Number(Scorecard.Schema)}. Use a newer kindred.")
            : Of("card-older", subject,
                $"'{subject}'은(는) 예전 형식(schema {(quoted.Length == 0 ? "없음" : quoted)})이에요. 이 프로그램은 schema {Number(Scorecard.Schema)}를 읽어요. kindred scorecard learn으로 다시 만들어 주세요.",
                $"'{subject}' is of an older form (schema {(quoted.Length == 0 ? "missing" : quoted)}); this program reads schema {Number(Scorecard.Schema)}. Learn the card again with kindred scorecard learn.");
    }

    internal static Reason UnknownProperty(string subject, string path, string known) => Of("card-unknown-property", subject,
        $"'{path}'라는 속성은 없어요. 쓸 수 있는 속성: {known}.", $"There is no property '{path}'. Known here: {known}.");

    internal static Reason WrongValue(string subject, string path, string found, string wantedEn, string wantedKo) => found.Length == 0
        ? Of("card-value", subject, $"'{path}'이(가) 빠졌어요. {wantedKo}이(가) 있어야 해요.", $"'{path}' is missing; expected {wantedEn}.")
        : Of("card-value", subject, $"'{path}'에 {found}이(가) 있어요. {wantedKo}이(가) 있어야 해요.", $"'{path}' holds {found}; expected {wantedEn}.");

    internal static Reason NotAnInterval(string subject, string path, double above, double upTo) => Of("card-interval", subject,
        $"'{path}'의 구간 ({End(above)}, {End(upTo)}]은 쓸 수 없어요. above는 upTo보다 작아야 하고 둘 다 비울 수는 없어요.",
        $"'{path}': ({End(above)}, {End(upTo)}] is no interval. 'above' must be smaller than 'upTo', and not both may be null.");

    internal static Reason NoWords(string subject, string path) => Of("card-no-words", subject,
        $"'{path}'에 낱말이 없거나 빈 낱말이 있어요. 빈칸은 missing 칸이 맡아요.", $"'{path}' has no words, or an empty one. Empty cells belong to the bin of kind missing.");

    internal static string End(double value) => double.IsInfinity(value) ? "null" : Format.Number(value);

    internal static string Number(long value) => Format.Whole(value);

    internal static Reason Of(string code, string subject, string ko, string en) => new("scorecards." + code, subject, new Wording(ko, en));

    private static void Line(List<Reason> reasons, Scorecard card, CardLine line, string subject)
    {
        var conditions = line.Conditions.Conditions;
        if (conditions.Count is < 2 or > 3 || conditions.Select(condition => condition.Field).Distinct(StringComparer.Ordinal).Count() < conditions.Count)
        {
            reasons.Add(Of("card-line", subject, $"줄 '{line.Conditions}'에는 서로 다른 항목의 조건이 2개나 3개 있어야 해요. 지금은 {Number(conditions.Count)}개예요.", $"The line '{line.Conditions}' needs two or three conditions on different fields; it has {Number(conditions.Count)}."));
        }

        if (line.Points is < 0 or > Scorecard.Total)
        {
            reasons.Add(BinChecks.Points(subject, line.Conditions.ToString(), line.Points));
        }

        foreach (var condition in conditions)
        {
            if (card.Attributes.FirstOrDefault(attribute => attribute.Field == condition.Field) is { } attribute && attribute.IsNumber != (condition.Op == ConditionOp.Interval))
            {
                reasons.Add(BinChecks.WrongKind(subject, condition, attribute.IsNumber));
            }
        }
    }

    private static void Maxima(List<Reason> reasons, Scorecard card, string subject)
    {
        var total = card.Attributes.Sum(attribute => attribute.MaxPoints) + card.Lines.Sum(line => line.Points);
        if (total != Scorecard.Total)
        {
            reasons.Add(Of("card-total", subject,
                $"항목과 줄의 최고점을 더하면 {Number(total)}점이에요. 정확히 100점이어야 해요. 최고점을 {(total > Scorecard.Total ? "줄여" : "늘려")} 주세요.",
                $"The maxima of attributes and lines add up to {Number(total)}; they must add up to exactly 100. {(total > Scorecard.Total ? "Lower" : "Raise")} one of them by {Number(Math.Abs(total - Scorecard.Total))}."));
        }

        if (card.Mode == ScorecardMode.Free)
        {
            return;
        }

        foreach (var attribute in card.Attributes.Where(attribute => attribute.Category is null))
        {
            reasons.Add(Of("category-missing", subject, $"항목 '{attribute.Field}'에 분류가 없어요. firmographic, technology, trigger, buyability 중 하나를 정해 주세요.", $"The field '{attribute.Field}' has no category. Set one of firmographic, technology, trigger, buyability."));
        }

        foreach (var line in card.Lines.Where(line => line.Category is null))
        {
            reasons.Add(Of("category-missing", subject, $"줄 '{line.Conditions}'에 분류가 없어요. 첫 항목의 분류를 써 주세요.", $"The line '{line.Conditions}' has no category. Use that of its first field."));
        }

        var held = card.Attributes.Where(attribute => attribute.Category is not null).Select(attribute => (Category: attribute.Category!.Value, attribute.MaxPoints))
            .Concat(card.Lines.Where(line => line.Category is not null).Select(line => (Category: line.Category!.Value, MaxPoints: line.Points)))
            .GroupBy(part => part.Category).ToDictionary(group => group.Key, group => group.Sum(part => part.MaxPoints));
        foreach (var (category, share) in held.Count == 0 ? new Dictionary<CardCategory, int>() : CategoryShares.Of(held.Keys))
        {
            if (held[category] != share)
            {
                reasons.Add(Of("card-category", subject,
                    $"분류 {CardWords.Of(category)}의 최고점이 {Number(held[category])}점이에요. {CardWords.Of(card.Mode)} 점수표에서는 {Number(share)}점이어야 해요.",
                    $"The category {CardWords.Of(category)} holds {Number(held[category])} points; in a {CardWords.Of(card.Mode)} card it holds {Number(share)}."));
            }
        }
    }

    private static void Calibrated(List<Reason> reasons, CardCalibration calibration, string subject)
    {
        foreach (var (name, values) in new[] { ("probability", calibration.Probability), ("low", calibration.Low), ("high", calibration.High) })
        {
            if (values.Count != Scorecard.Total + 1)
            {
                reasons.Add(Of("card-calibration", subject, $"calibration.{name}에 값이 {Number(values.Count)}개 있어요. 0점부터 100점까지 101개여야 해요.", $"calibration.{name} has {Number(values.Count)} entries; it needs 101, one for each score from 0 to 100."));
                return;
            }
        }

        for (var score = 0; score <= Scorecard.Total; score++)
        {
            var (low, p, high) = (calibration.Low[score], calibration.Probability[score], calibration.High[score]);
            if (!(low >= 0 && low <= p && p <= high && high <= 1))
            {
                reasons.Add(Of("card-calibration", subject, $"{Number(score)}점의 확률이 {End(low)} ≤ {End(p)} ≤ {End(high)}로 적혀 있어요. 0 ≤ 낮은 쪽 ≤ 확률 ≤ 높은 쪽 ≤ 1이어야 해요.", $"At score {Number(score)} the calibration says {End(low)} ≤ {End(p)} ≤ {End(high)}; it must hold that 0 ≤ low ≤ probability ≤ high ≤ 1."));
                return;
            }

            if (score > 0 && !(p > calibration.Probability[score - 1]))
            {
                reasons.Add(Of("card-calibration", subject, $"{Number(score)}점의 확률 {End(p)}이(가) {Number(score - 1)}점의 {End(calibration.Probability[score - 1])}보다 높지 않아요. 점수가 오르면 확률도 올라야 해요.", $"The probability at score {Number(score)}, {End(p)}, is not above that at {Number(score - 1)}, {End(calibration.Probability[score - 1])}. It must rise strictly with the score."));
                return;
            }
        }
    }
}
