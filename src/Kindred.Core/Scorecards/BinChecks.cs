using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>What must hold of the bins of one attribute: exactly one of them applies to any value.</summary>
internal static class BinChecks
{
    /// <summary>Nobody reads more, and a class of values must fit into a byte.</summary>
    private const int MostBins = 128;

    internal static void Add(List<Reason> reasons, CardAttribute attribute, string subject)
    {
        foreach (var bin in attribute.Bins)
        {
            if (bin.Points is < 0 or > Scorecard.Total)
            {
                reasons.Add(Points(subject, attribute.Field, bin.Points));
            }

            if (bin.Positives > bin.Rows)
            {
                reasons.Add(CardChecks.Of("card-counts", subject, $"항목 '{attribute.Field}'의 한 칸에 성공 {CardChecks.Number(bin.Positives)}건, 행 {CardChecks.Number(bin.Rows)}건이에요. 성공은 행보다 많을 수 없어요.", $"A bin of '{attribute.Field}' has {CardChecks.Number(bin.Positives)} positives in {CardChecks.Number(bin.Rows)} rows; positives cannot exceed rows."));
            }

            if (bin.Kind == CardBinKind.Value && bin.Condition is { } condition && attribute.IsNumber != (condition.Op == ConditionOp.Interval))
            {
                reasons.Add(WrongKind(subject, condition, attribute.IsNumber));
            }
        }

        if (attribute.Bins.Count > MostBins)
        {
            reasons.Add(CardChecks.Of("card-bins", subject, $"항목 '{attribute.Field}'에 칸이 {CardChecks.Number(attribute.Bins.Count)}개 있어요. {CardChecks.Number(MostBins)}개까지 쓸 수 있어요.", $"The attribute '{attribute.Field}' has {CardChecks.Number(attribute.Bins.Count)} bins; at most {CardChecks.Number(MostBins)} are allowed."));
        }

        Count(reasons, attribute, CardBinKind.Missing, 1, subject);
        Count(reasons, attribute, CardBinKind.Other, attribute.IsNumber ? 0 : 1, subject);
        var conditions = attribute.Bins.Where(bin => bin.Kind == CardBinKind.Value).Select(bin => bin.Condition!).ToArray();
        if (conditions.Length == 0)
        {
            reasons.Add(CardChecks.Of("card-no-bins", subject, $"항목 '{attribute.Field}'에 값이 든 칸이 없어요.", $"The attribute '{attribute.Field}' has no bin with values."));
        }
        else if (attribute.IsNumber)
        {
            Contiguous(reasons, attribute.Field, conditions, subject);
        }
        else
        {
            Distinct(reasons, attribute.Field, conditions, subject);
        }
    }

    internal static Reason Points(string subject, string place, int points) => CardChecks.Of("card-points", subject,
        $"'{place}'에 {CardChecks.Number(points)}점이 적혀 있어요. 점수는 0–100의 정수예요.", $"'{place}' gives {CardChecks.Number(points)} points; points are whole numbers from 0 to 100.");

    internal static Reason WrongKind(string subject, Condition condition, bool isNumber) => CardChecks.Of("card-unit", subject,
        isNumber ? $"항목 '{condition.Field}'은(는) 숫자인데 조건이 '{condition.OpText} {condition.ValueText}'이에요. 숫자는 구간(interval)으로 써요." : $"항목 '{condition.Field}'은(는) 낱말인데 조건이 구간 {condition.ValueText}이에요. 낱말은 =, in, has로 써요.",
        isNumber ? $"The field '{condition.Field}' holds numbers, but a condition says '{condition.OpText} {condition.ValueText}'. Numbers take intervals." : $"The field '{condition.Field}' holds words, but a condition is the interval {condition.ValueText}. Words take =, in or has.");

    private static void Count(List<Reason> reasons, CardAttribute attribute, CardBinKind kind, int wanted, string subject)
    {
        var found = attribute.Bins.Count(bin => bin.Kind == kind);
        if (found != wanted)
        {
            var word = CardWords.Word(CardWords.Kinds, kind);
            reasons.Add(CardChecks.Of("card-bins", subject,
                $"항목 '{attribute.Field}'에 {word} 칸이 {CardChecks.Number(found)}개 있어요. {CardChecks.Number(wanted)}개여야 해요.",
                $"The attribute '{attribute.Field}' has {CardChecks.Number(found)} bins of kind {word}; it needs exactly {CardChecks.Number(wanted)}."));
        }
    }

    /// <summary>From minus infinity to infinity without gap or overlap, in ascending order.</summary>
    private static void Contiguous(List<Reason> reasons, string field, Condition[] conditions, string subject)
    {
        var end = double.NegativeInfinity;
        foreach (var condition in conditions.Where(condition => condition.Op == ConditionOp.Interval))
        {
            if (!condition.Above.Equals(end))
            {
                reasons.Add(Gap(subject, field, end, condition.Above));
                return;
            }

            end = condition.UpTo;
        }

        if (!double.IsPositiveInfinity(end))
        {
            reasons.Add(Gap(subject, field, end, double.PositiveInfinity));
        }
    }

    private static Reason Gap(string subject, string field, double end, double next) => CardChecks.Of("card-gap", subject,
        $"항목 '{field}'의 구간이 이어지지 않아요. {Text(end)}에서 끝난 다음 {Text(next)}에서 시작해요. 구간은 −∞부터 ∞까지 빈틈도 겹침도 없이 이어져야 해요.",
        $"The intervals of '{field}' do not join: one ends at {Text(end)}, the next begins at {Text(next)}. They must run from -infinity to infinity without gap or overlap.");

    private static string Text(double value) => double.IsNegativeInfinity(value) ? "-infinity" : double.IsPositiveInfinity(value) ? "infinity" : Format.Number(value);

    /// <summary>A word stands in one bin only; of bins that ask for any of several tags the first that holds counts.</summary>
    private static void Distinct(List<Reason> reasons, string field, Condition[] conditions, string subject)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in conditions.Where(condition => condition.Op is ConditionOp.Equal or ConditionOp.OneOf).SelectMany(condition => condition.Values))
        {
            if (!seen.Add(word))
            {
                reasons.Add(CardChecks.Of("card-word-twice", subject, $"항목 '{field}'의 낱말 '{word}'이(가) 두 칸에 있어요. 한 칸에만 둘 수 있어요.", $"The word '{word}' of '{field}' stands in two bins; it may stand in one."));
            }
        }
    }
}
