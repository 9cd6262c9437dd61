using Kindred.Core.Basics;
using Kindred.Core.Standards;
using Kindred.Core.Success;
using Kindred.Reports.Blocks;
using Kindred.Reports.Charts;

namespace Kindred.Reports;

/// <summary>The sheet of a quarterly business review: one customer's own facts on one page, to print.</summary>
public static class ReviewSheet
{
    /// <summary>Writes the sheet.</summary>
    /// <param name="name">Name of the customer.</param>
    /// <param name="study">The study it stands in.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="alike">Success stories like it, by name; may be empty.</param>
    /// <param name="language">Language.</param>
    /// <param name="notice">A strip above everything, or null.</param>
    public static ReportPage Page(string name, SuccessStudy study, CustomerHealth customer, IReadOnlyList<(string Name, Lookalike Like)> alike, Language language, string? notice)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(customer);
        ArgumentNullException.ThrowIfNull(alike);
        string T(string ko, string en) => language == Language.Korean ? ko : en;
        var finding = customer.Health.Total is { } total
            ? T($"{name}: 건강 {Format.Fixed(total, 0)}점 (모르는 것에 따라 {Format.Fixed(customer.Health.Low, 0)}–{Format.Fixed(customer.Health.High, 0)})", $"{name}: health {Format.Fixed(total, 0)} ({Format.Fixed(customer.Health.Low, 0)}–{Format.Fixed(customer.Health.High, 0)}, depending on what is unknown)")
            : T($"{name}: 건강을 말할 자료가 아직 없어요", $"{name}: nothing is known yet to tell its health");
        var summary = T($"{Format.Date(customer.StartedOn)}부터 고객, {customer.Place.Tier} 등급, 다음 갱신 {Format.Date(customer.Renewal.On)}", $"Customer since {Format.Date(customer.StartedOn)}, tier {customer.Place.Tier}, renews {Format.Date(customer.Renewal.On)}");
        var sections = new List<ReportSection>
        {
            new("health", T("무엇이 잘되고 무엇이 아쉬운가요?", "What goes well, and what does not?"), [Factors(customer, language)]),
            new("value", T("함께한 시간과 금액", "Time and money"), [Prose.List(Facts(study, customer, language))]),
            new("ask", T("이번 리뷰에서 물어볼 것", "To ask in this review"), [Prose.List([.. Questions(customer, language)])]),
        };
        if (study.Tasks.Where(task => task.Account == customer.Account).ToArray() is { Length: > 0 } tasks)
        {
            sections.Add(new("next", T("다음 할 일", "Next"), [new DataTable([T("기한", "Due"), T("할 일", "Task"), T("이유", "Why")], [.. tasks.Select(task => (string[])[Format.Date(task.DueOn), task.What.In(language), task.Why.In(language)])]).Render()]));
        }

        if (alike.Count > 0)
        {
            sections.Add(new("alike", T("닮은 성공 사례", "Success stories like it"), [new DataTable([T("사례", "Story"), T("닮은 정도", "Likeness"), T("비슷한 점", "Alike"), T("다른 점", "Differs")],
                [.. alike.Select(one => (string[])[one.Name, Format.Percent(one.Like.Likeness, 0), string.Join(", ", one.Like.Alike.Take(4).Select(pair => pair.Said.In(language))), string.Join(", ", one.Like.Different.Take(3).Select(pair => pair.Said.In(language)))])]).Render()]));
        }

        return new ReportPage(language, T("분기 비즈니스 리뷰 (QBR)", "Quarterly business review (QBR)"), finding, summary, sections,
            T($"{Format.Date(study.AsOf)} 기준. 건강 점수는 규칙으로 더한 값이고, 예측이 아니에요.", $"As of {Format.Date(study.AsOf)}. Health adds points by rule; it is no forecast."), notice) { IsSheet = true };
    }

    private static Markup Factors(CustomerHealth customer, Language language)
    {
        var ko = language == Language.Korean;
        return new BarLineChart("factors", customer.Health.Unknown.Any()
                ? new($"100점 가운데 {Format.Whole(customer.Health.KnownWeight)}점 치를 알아요. 모르는 것은 0점이 아니라 빼고 셌어요.", $"{Format.Whole(customer.Health.KnownWeight)} of the 100 points are known. What is unknown is left out, not counted as zero.")
                : new("일곱 가지를 모두 알아요.", "All seven factors are known."),
            [.. customer.Health.Factors.Where(factor => factor.Weight > 0).Select(factor => new BarLine(HealthWeights.Label(factor.Factor).In(language), factor.Score, null, null,
                factor.Score is null ? ko ? "모름" : "unknown" : Format.Fixed(factor.Points, 0) + "/" + Format.Fixed(factor.Counted, 0), factor.Said))],
            new("얻은 점수", "Points"), null, new Provenance(new("항목별 규칙의 합", "sum of factors by rule"), 1)).Render(language);
    }

    private static List<string> Facts(SuccessStudy study, CustomerHealth customer, Language language)
    {
        var ko = language == Language.Korean;
        string Amount(long minor) => study.Currency.Length == 0 || minor <= 0 ? ko ? "금액 모름" : "amount unknown" : MoneyText.Short(new Money(minor, study.Currency), language);
        var facts = new List<string> { ko ? $"월 {Amount(customer.Monthly)}, 처음에는 월 {Amount(customer.FirstMonthly)}" : $"{Amount(customer.Monthly)} a month, at first {Amount(customer.FirstMonthly)}" };
        if (customer.Risk is { } risk)
        {
            facts.Add(ko ? $"90일 안에 떠날 확률 {Format.Percent(risk.Probability)} ({Format.Percent(risk.Low)}–{Format.Percent(risk.High)}, 고객 {Format.Grouped(study.Model.Customers)}곳에서 배움)" : $"Chance of leaving within 90 days {Format.Percent(risk.Probability)} ({Format.Percent(risk.Low)}–{Format.Percent(risk.High)}, learned from {Format.Grouped(study.Model.Customers)} customers)");
        }

        if (customer.DaysOverdue > 0)
        {
            facts.Add(ko ? $"기한을 {Format.Whole(customer.DaysOverdue)}일 넘긴 청구서가 있어요" : $"An invoice is {Format.Whole(customer.DaysOverdue)} days past due");
        }

        return facts;
    }

    private static IEnumerable<string> Questions(CustomerHealth customer, Language language)
    {
        var ko = language == Language.Korean;
        yield return ko ? "지난 분기에 이루려던 것 가운데 무엇을 이뤘나요?" : "What did you want to reach last quarter, and what was reached?";
        foreach (var factor in customer.Health.Factors.Where(factor => factor is { Score: < 0.5 }).OrderByDescending(factor => factor.Counted).Take(3))
        {
            yield return factor.Said.In(language) + (ko ? ". 무슨 일이 있었나요?" : ". What happened?");
        }

        foreach (var factor in customer.Health.Unknown.Take(2))
        {
            yield return (ko ? "아직 몰라요, 알아 오기: " : "Not known yet, find out: ") + HealthWeights.Label(factor.Factor).In(language);
        }

        yield return ko ? "다음 분기에는 무엇이 달라지면 좋겠나요?" : "What should be different next quarter?";
    }
}
