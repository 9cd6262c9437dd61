using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>How a measure is called, how its value reads and what its n counts.</summary>
/// <param name="Label">Name.</param>
/// <param name="Unit">count, money, rate, months, days, times or per-seat.</param>
/// <param name="Counts">What n counts.</param>
/// <param name="Code">Name in JSON.</param>
public sealed record SegmentLabel(Wording Label, string Unit, Wording Counts, string Code);

/// <summary>Names of the measures.</summary>
public static class SegmentLabels
{
    private static readonly Wording Customers = new("고객", "customers");
    private static readonly Wording Year = new("12개월 전 고객", "customers twelve months ago");
    private static readonly Wording Won = new("비용을 아는 계약", "customers won with known cost");

    private static readonly Dictionary<SegmentMeasure, SegmentLabel> All = new()
    {
        [SegmentMeasure.Customers] = new(new("지금 고객", "customers now"), "count", Customers, "customers"),
        [SegmentMeasure.CustomersEver] = new(new("지금까지 고객", "customers ever"), "count", Customers, "customersEver"),
        [SegmentMeasure.Mrr] = new(new("월 매출", "monthly recurring revenue"), "money", Customers, "mrr"),
        [SegmentMeasure.LogoChurn] = new(new("월 이탈률 (고객 수)", "logo churn a month"), "rate", new("고객·달", "customer-months"), "logoChurn"),
        [SegmentMeasure.LogoChurnYear] = new(new("연 이탈률 (고객 수)", "logo churn a year"), "rate", new("고객·달", "customer-months"), "logoChurnYear"),
        [SegmentMeasure.RevenueChurnGross] = new(new("연 매출 이탈률", "gross revenue churn a year"), "rate", Year, "revenueChurnGross"),
        [SegmentMeasure.RevenueChurnNet] = new(new("연 순매출 이탈률", "net revenue churn a year"), "rate", Year, "revenueChurnNet"),
        [SegmentMeasure.Nrr] = new(new("순매출 유지율 (NRR)", "net revenue retention"), "rate", Year, "nrr"),
        [SegmentMeasure.Grr] = new(new("매출 유지율 (GRR)", "gross revenue retention"), "rate", Year, "grr"),
        [SegmentMeasure.Expansion] = new(new("확장", "expansion"), "rate", Year, "expansion"),
        [SegmentMeasure.MedianLife] = new(new("절반이 남는 기간", "median life"), "months", Customers, "medianLife"),
        [SegmentMeasure.Survival12] = new(new("12개월 뒤 남는 비율", "left after 12 months"), "rate", Customers, "survival12"),
        [SegmentMeasure.Clv] = new(new("고객 가치 (할인, 이익 기준)", "customer lifetime value, discounted, on margin"), "money", Customers, "clv"),
        [SegmentMeasure.ClvObserved] = new(new("지금까지 본 기간 안의 고객 가치", "customer value within the life observed"), "money", Customers, "clvObserved"),
        [SegmentMeasure.ClvBeyond] = new(new("아직 보지 못한 기간의 몫", "share of the value beyond the life observed"), "rate", Customers, "clvBeyond"),
        [SegmentMeasure.Cac] = new(new("획득 비용 (CAC)", "cost to acquire a customer"), "money", Won, "cac"),
        [SegmentMeasure.ClvToCac] = new(new("고객 가치 ÷ 획득 비용", "value over acquisition cost"), "times", Won, "clvToCac"),
        [SegmentMeasure.Payback] = new(new("획득 비용 회수", "payback"), "months", Won, "payback"),
        [SegmentMeasure.ImpliedRatio] = new(new("이탈률과 회수 기간이 뜻하는 배수", "ratio that churn and payback imply"), "times", Won, "impliedRatio"),
        [SegmentMeasure.WinRate] = new(new("계약 성공률", "win rate"), "rate", new("끝난 딜", "closed deals"), "winRate"),
        [SegmentMeasure.CycleDays] = new(new("계약까지 걸린 날", "days to sign"), "days", new("성공한 딜", "won deals"), "cycleDays"),
        [SegmentMeasure.TimeToValue] = new(new("첫 성과까지 걸린 날", "days to first value"), "days", Customers, "timeToValue"),
        [SegmentMeasure.TicketsPerSeat] = new(new("좌석·달당 문의", "tickets per seat and month"), "per-seat", Customers, "ticketsPerSeat"),
        [SegmentMeasure.SupportShare] = new(new("문의에서 차지하는 몫", "share of all tickets"), "rate", new("문의", "tickets"), "supportShare"),
        [SegmentMeasure.KeyFeatureUse] = new(new("핵심 기능을 쓰는 고객", "customers using the key feature"), "rate", Customers, "keyFeatureUse"),
    };

    /// <summary>Of a measure.</summary>
    public static SegmentLabel Of(SegmentMeasure measure) => All[measure];
}
