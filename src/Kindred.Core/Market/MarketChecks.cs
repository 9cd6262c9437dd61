using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Market;

/// <summary>Every refusal of <see cref="CountMarket"/>.</summary>
internal static class MarketChecks
{
    public static IReadOnlyList<Reason> Check(MarketQuestion question)
    {
        var country = Country.Read(question.Country)?.Iso2 ?? question.Country;
        if (country != "US")
        {
            return [NoStatistics(question.Country, country)];
        }

        var reasons = new List<Reason>();
        foreach (var code in question.Naics.Where(code => FirmTable.SectorOf(code) is null))
        {
            reasons.Add(new Reason("market.unknown-industry", code, new Wording(
                $"업종 코드 '{code}'은(는) NAICS 2022에 없는 업종이에요. 숫자 2–6자리(예: 51, 5132)나 31-33, 44-45, 48-49를 적어 주세요.",
                $"'{code}' is no NAICS 2022 industry. Give 2 to 6 digits (51, 5132) or 31-33, 44-45, 48-49.")));
        }

        foreach (var code in question.Naics.Where(code => FirmTable.SectorOf(code) is { } sector && FirmTable.MissingSectors.Contains(sector)))
        {
            reasons.Add(new Reason("market.industry-not-shipped", code, new Wording(
                $"업종 '{code}'의 회사 수는 함께 담긴 통계에 없어요. 제조업(31-33), 소매업(44-45), 운수·창고업(48-49)은 아직 셀 수 없어요. 이 업종을 빼고 세거나, 숫자와 출처를 직접 적어 주세요.",
                $"The shipped statistic has no firm counts for '{code}': manufacturing (31-33), retail (44-45) and transport (48-49) cannot be counted yet. Count without it, or state a figure with its source.")));
        }

        foreach (var state in question.States.Where(state => UsState.Read(state) is null))
        {
            reasons.Add(new Reason("market.unknown-state", state, new Wording(
                $"'{state}'은(는) 미국의 주가 아니에요. CA나 California처럼 50개 주와 워싱턴 D.C. 가운데 하나를 적어 주세요.",
                $"'{state}' is no US state. Give one of the 50 states or the District of Columbia, as CA or California.")));
        }

        if (question.EmployeesFrom < 0 || question.EmployeesTo < question.EmployeesFrom)
        {
            var range = Format.Whole(question.EmployeesFrom) + "–" + (question.EmployeesTo is { } to ? Format.Whole(to) : "");
            reasons.Add(new Reason("market.empty-size-range", range, new Wording(
                $"직원 수 범위 '{range}'에 들어갈 회사가 없어요. 0 이상의 작은 수를 먼저, 큰 수를 나중에 적어 주세요.",
                $"No firm can have '{range}' employees. Give the smaller number first, 0 or more.")));
        }

        return reasons;
    }

    private static Reason NoStatistics(string asked, string country) => country == "KR"
        ? new Reason("market.no-statistics-for-country", asked, new Wording(
            "한국 공식 통계는 아직 들어 있지 않아요. 시장 크기를 알고 있다면 숫자와 출처(예: 통계청 전국사업체조사)를 적어 주세요.",
            "No official statistics for Korea are shipped yet. If you know the market's size, state the figure with its source (such as Statistics Korea's census on establishments)."))
        : new Reason("market.no-statistics-for-country", asked, new Wording(
            $"'{asked}'의 공식 통계는 들어 있지 않아요. 지금은 미국(US)만 셀 수 있어요. 다른 나라는 숫자와 출처를 적어 주세요.",
            $"No official statistics for '{asked}' are shipped; only the US can be counted. For other countries state a figure with its source."));
}
