using Kindred.Core.Basics;

namespace Kindred.Core.CustomerValue;

/// <summary>One of the things that make a customer good.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Label">For people.</param>
/// <param name="IsHigherBetter">Direction.</param>
/// <param name="Weight">Weight, ≥ 0; 0 leaves it out.</param>
/// <param name="Unit">Word after the number.</param>
public sealed record CustomerCriterion(string Id, Wording Label, bool IsHigherBetter, double Weight, Wording Unit)
{
    /// <summary>The criteria of the product, with their default weights: contract value and retention count most, looks never.</summary>
    public static IReadOnlyList<CustomerCriterion> Defaults { get; } =
    [
        new("contract-value", new("연 계약액", "yearly contract value"), true, 2, new("", "")),
        new("retention", new("매출 유지율", "gross retention"), true, 2, new("", "")),
        new("expansion", new("확장", "expansion"), true, 1.5, new("배", "×")),
        new("cycle-days", new("계약까지 걸린 날", "days to sign"), false, 1, new("일", "days")),
        new("cac", new("획득 비용", "acquisition cost"), false, 1, new("", "")),
        new("time-to-value", new("첫 성과까지 걸린 날", "days to first value"), false, 1, new("일", "days")),
        new("tickets-per-seat", new("좌석·월당 문의", "tickets per seat-month"), false, 1, new("건", "")),
        new("on-time-payment", new("제때 낸 비율", "paid on time"), true, 1, new("", "")),
        new("margin", new("이익률", "margin"), true, 1, new("", "")),
        new("roi", new("효과를 확인해 줌", "attested ROI"), true, 1, new("", "")),
    ];
}
