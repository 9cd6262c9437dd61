using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Market;

/// <summary>What to say beside a market figure.</summary>
internal static class MarketWording
{
    public static IReadOnlyList<Wording> Used(MarketQuestion question, string[] sectors, UsState[] states)
    {
        var used = new List<Wording>();
        if (question.Naics.Count > 0)
        {
            var titles = string.Join(", ", sectors.Select(sector => $"{FirmTable.SectorTitles[sector]} (NAICS {sector})"));
            used.Add(new Wording("업종: " + titles, "Industry: " + titles));
        }

        if (question.EmployeesFrom > 0 || question.EmployeesTo is not null)
        {
            var from = Format.Grouped(question.EmployeesFrom);
            used.Add(question.EmployeesTo is { } to
                ? new Wording($"직원 {from}–{Format.Grouped(to)}명", $"{from}–{Format.Grouped(to)} employees")
                : new Wording($"직원 {from}명 이상", $"{from} employees or more"));
        }

        used.Add(states.Length == 0
            ? new Wording("지역: 미국 전체", "Region: all of the US")
            : new Wording("지역: " + string.Join(", ", states.Select(state => state.Name.Ko)), "Region: " + string.Join(", ", states.Select(state => state.Name.En))));
        return used;
    }

    public static IReadOnlyList<Wording> Notes(MarketQuestion question, string[] sectors, UsState[] states, bool wider)
    {
        var notes = new List<Wording>
        {
            new("업종·규모·지역만 셌어요. 기술 도구나 다른 조건은 공식 통계에 없어서 실제 대상은 이보다 적어요.",
                "Industry, size and region only: technology and other conditions are not in official statistics, so the real market is smaller."),
            new("2021년에 직원이 있던 회사를 셌어요(사업장이 아니라 회사 단위).", "Firms with employees in 2021 (firms, not establishments)."),
        };
        if (wider)
        {
            var asked = string.Join(", ", question.Naics.Where(code => code.Length > 2 && FirmTable.SectorOf(code) != code).Distinct(StringComparer.Ordinal));
            notes.Add(new Wording(
                $"통계는 대분류까지만 있어요. {asked}만의 수는 없어서 대분류 전체를 셌으니 상한으로 읽어 주세요.",
                $"The statistic goes down to sectors only: {asked} alone is not counted, so the figure is the whole sector. Read it as an upper bound."));
        }

        if (SizeInterpolation.Cuts(FirmTable.Bands(FirmTable.National, sectors[0]), question.EmployeesFrom, question.EmployeesTo))
        {
            notes.Add(new Wording(
                "통계의 규모 구간(1–4, 5–9, 10–19, 20–99, 100–499, 500명 이상) 안은 추정이에요. 범위는 걸친 구간을 모두 빼거나 모두 넣은 값이에요.",
                "Inside the statistic's size bands (1–4, 5–9, 10–19, 20–99, 100–499, 500 and more) the number is an estimate; the range leaves out or takes in every band that is cut."));
        }

        if (states.Length > 1)
        {
            notes.Add(new Wording(
                "여러 주에 있는 회사는 주마다 한 번씩 세어져요. 그래서 합은 상한이고, 가장 큰 주가 하한이에요.",
                "A firm with employees in several states counts in each: the sum is the most, the largest state the least."));
        }

        if (sectors.Length > 1)
        {
            notes.Add(new Wording(
                "두 업종에 걸친 회사는 업종마다 한 번씩 세어져요. 하한은 가장 큰 업종만 센 값이에요.",
                "A firm active in two sectors counts in both; the low end counts the largest sector alone."));
        }

        return notes;
    }
}
