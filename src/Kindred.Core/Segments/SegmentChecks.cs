using Kindred.Core.Basics;

namespace Kindred.Core.Segments;

/// <summary>Refusals of a request.</summary>
internal static class SegmentChecks
{
    private const int MostFields = 3;

    public static IReadOnlyList<Reason> Check(SegmentRequest request)
    {
        var reasons = new List<Reason>();
        if (request.By.Count > MostFields || request.By.Distinct(StringComparer.Ordinal).Count() < request.By.Count)
        {
            var asked = string.Join(",", request.By);
            reasons.Add(new Reason("segments.fields", asked, new Wording($"'{asked}'(으)로는 나눌 수 없어요. 서로 다른 항목을 하나에서 {Format.Whole(MostFields)}개까지 골라 주세요.", $"'{asked}' cannot be used. Choose one to {Format.Whole(MostFields)} different fields.")));
        }

        Within("segments.months", request.Months, 6, 120, "살펴볼 개월 수", "Months looked back over");
        Within("segments.margin", request.Margin, 0.01, 1, "이익률", "The margin");
        Within("segments.discount", request.DiscountPerYear, 0, 1, "할인율", "The discount a year");
        Within("segments.horizon", request.HorizonMonths, 12, 240, "고객 가치를 세는 개월 수", "The months value is counted over");
        return reasons;

        void Within(string code, double value, double least, double most, string ko, string en)
        {
            if (!(value >= least && value <= most))
            {
                var (found, low, high) = (Format.Number(value), Format.Number(least), Format.Number(most));
                reasons.Add(new Reason(code, found, new Wording($"{ko}: {found}은(는) 쓸 수 없어요. {low}부터 {high}까지 적어 주세요.", $"{en}: {found} cannot be used. Write {low} to {high}.")));
            }
        }
    }
}
