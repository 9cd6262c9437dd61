using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>What a study takes for granted, in sentences.</summary>
internal static class StudyAssumptions
{
    public static IReadOnlyList<Wording> Of(SegmentRequest request, CustomerMonths months, AcquisitionCosts? costs)
    {
        var sentences = new List<Wording>
        {
            new($"이익률 {Format.Percent(request.Margin, 0)}, 연 할인율 {Format.Percent(request.DiscountPerYear, 0)}, 고객 가치는 {Format.Whole(request.HorizonMonths)}개월까지 세요.", $"Margin {Format.Percent(request.Margin, 0)}, discount {Format.Percent(request.DiscountPerYear, 0)} a year, value counted over {Format.Whole(request.HorizonMonths)} months."),
            new($"모든 달의 금액은 {Format.Date(months.AsOf)} 환율로 바꿨어요 ({months.Currency}).", $"Amounts of every month are at the rates of {Format.Date(months.AsOf)} ({months.Currency})."),
            new($"고객이 {Format.Whole(SegmentsModule.PooledBelow)}곳보다 적은 묶음은 다른 묶음에 기대어 추정해요.", $"Segments of fewer than {Format.Whole(SegmentsModule.PooledBelow)} customers lean on the others."),
            new("고객 가치는 한 묶음 안에서 금액과 머무는 기간이 서로 상관없다고 봐요.", "Value takes amount and length of stay to be unrelated within a segment."),
        };
        if (costs is not null)
        {
            sentences.Add((costs.Rule, request.CostsByAmount) switch
            {
                (CostRule.Even, _) => new("모든 비용을 모든 새 고객에게 나눴어요.", "All spend is shared out over all customers won."),
                (CostRule.Month, true) => new("채널별로 그 달의 비용을, 계약까지 걸리는 기간만큼 뒤에 들어온 고객에게 금액대로 나눴어요.", "Each channel's spend of a month falls on the customers it brought a sales cycle later, by amount."),
                (CostRule.Month, _) => new("채널별로 그 달의 비용을, 계약까지 걸리는 기간만큼 뒤에 들어온 고객에게 똑같이 나눴어요.", "Each channel's spend of a month falls evenly on the customers it brought a sales cycle later."),
                (_, true) => new("채널별 비용을, 계약까지 걸리는 기간만큼 늦춰서 그 채널로 들어온 고객에게 금액대로 나눴어요.", "Each channel's spend, lagged by its sales cycle, falls on the customers it brought, by amount."),
                _ => new("채널별 비용을, 계약까지 걸리는 기간만큼 늦춰서 그 채널로 들어온 고객에게 똑같이 나눴어요.", "Each channel's spend, lagged by its sales cycle, falls evenly on the customers it brought."),
            });
        }

        return sentences;
    }
}
