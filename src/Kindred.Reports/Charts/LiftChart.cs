using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Reports.Charts;

/// <summary>The patterns of a profile against the base rate: how many times as often, with intervals. Where nothing held up, the hypotheses as they were found.</summary>
public static class LiftChart
{
    private const int MostRows = 5;

    /// <summary>The chart; null when nothing stands out or nothing happened at all.</summary>
    /// <param name="document">The profile.</param>
    /// <param name="language">Language of the words.</param>
    public static Markup? Render(ProfileDocument document, Language language)
    {
        ArgumentNullException.ThrowIfNull(document);
        var rows = document.Outcomes.Positive + document.Outcomes.Negative;
        var shown = Shown(document);
        if (shown.Count == 0 || document.Outcomes.Positive == 0)
        {
            return null;
        }

        var rate = (double)document.Outcomes.Positive / rows;
        var finding = document.Core is not null
            ? new Wording("전체보다 몇 배나 자주 계약했을까요? (따로 떼어 둔 딜에서 잰 값)", "How many times as often as all deals? (measured on deals left out)")
            : new Wording("가설이 맞다면 전체보다 몇 배일까요? 찾은 그대로의 값이라 실제보다 커 보일 수 있어요.", "If a hypothesis is right, how many times as often? Raw values, which tend to look larger than they are.");
        var method = new Wording("조건에 맞는 딜의 비율을 전체 비율로 나눴어요. 구간은 조건 쪽 비율의 95% 구간이에요", "rate inside over the rate of all deals; the interval is that of the rate inside (95%)");
        return new ForestChart("icp-lift", finding, [.. shown.Select(pattern => Row(pattern, rate, document.Core is null))], 1, new("전체", "all"), ForestScale.Lift, new Provenance(method, rows, document.Seed)).Render(language);
    }

    private static List<PatternLine> Shown(ProfileDocument document)
    {
        var first = new[] { document.Core }.OfType<PatternLine>();
        var others = document.Core is null ? document.Hypotheses : document.Regret.Concat(document.Anti).Concat(document.Hypotheses).Where(pattern => pattern.Honest is not null);
        return [.. first.Concat(others).DistinctBy(pattern => pattern.Text.En).Take(MostRows)];
    }

    /// <summary>Hypotheses as found, like the sentence that heads the page; with a core only what deals left out say.</summary>
    private static ForestRow Row(PatternLine pattern, double rate, bool asFound)
    {
        var own = asFound ? pattern.Won : pattern.Honest ?? pattern.Raw;
        var held = pattern.Status == "proven";
        var kind = !held ? GroupKind.Outside : pattern.Role switch { "core" or "buys" => GroupKind.Core, "regret" => GroupKind.Regret, "anti" => GroupKind.Anti, _ => GroupKind.Outside };
        return new ForestRow(pattern.Text, own.N, own.Rate / rate, own.Low / rate, own.High / rate, kind, held ? new("다시 확인됨", "held up again") : pattern.Status == "promising" ? new("유망함", "promising") : new("가설", "hypothesis"));
    }
}
