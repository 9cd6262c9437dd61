using Kindred.Core.Basics;
using Kindred.Core.Patterns;

namespace Kindred.Core.Profiles;

/// <summary>The sentence that heads the profile, by verdict: natural frequencies, never a bare lift, never "because".</summary>
public static class ProfileSentences
{
    /// <summary>The outcome as a predicate: "계약했어요 / signed", "still customers after 12 months", "had churn_flag = True".</summary>
    public static Wording Happened(Wording outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return IsSigning(outcome) ? outcome
            : outcome.En.Contains(" = ", StringComparison.Ordinal) ? new Wording($"'{outcome.Ko}'에 해당해요", "had " + outcome.En)
            : new Wording(outcome.Ko, "were " + outcome.En.Replace("a customer", "customers", StringComparison.Ordinal));
    }

    /// <summary>Whether the question is the usual one: closed deals, won or not.</summary>
    public static bool IsSigning(Wording outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.En == "signed";
    }

    /// <summary>Held up again.</summary>
    public static Wording Proven(ProfilePhrases phrases, ProfilePattern core, bool hasLaterDeals, Wording outcome)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(core);
        var who = phrases.Companies(core.Pattern.Conditions);
        var rate = core.Pattern.Honest ?? core.Buys;
        var (ko, en) = (hasLaterDeals
            ? ("나중 시기 딜에서도 다시 확인했어요.", "It held again in later deals.")
            : ("따로 떼어 둔 딜에서 다시 확인했어요. 날짜가 없어 나중 시기는 아직 몰라요.", "It held again in deals that were left out. Without dates, later deals cannot be checked."));
        var happened = Happened(outcome);
        var rows = RowWord(outcome);
        var stays = core.Role == ProfileRole.Buys && IsSigning(outcome)
            ? (Ko: " 누가 남는지는 구독이나 매출 파일이 더 있어야 말할 수 있어요.", En: " We know who buys, not yet who stays.")
            : (Ko: "", En: "");
        return new Wording(
            $"{who.Ko}는 100곳 중 {Of100(rate.Value)}곳이 {happened.Ko}. 나머지는 {Of100(core.BuysRest.Value)}곳이에요. ({Format.Grouped(core.Buys.Rows)}{rows.Ko}, {Of100(rate.Low)}–{Of100(rate.High)}곳) {ko} 이유까지는 데이터가 말해 주지 않아요.{stays.Ko}",
            $"Of 100 {who.En}, {Of100(rate.Value)} {happened.En}; of the rest, {Of100(core.BuysRest.Value)}. ({Format.Grouped(core.Buys.Rows)} {rows.En}, {Of100(rate.Low)}–{Of100(rate.High)}) {en} The data does not say why.{stays.En}");
    }

    /// <summary>Worth testing.</summary>
    public static Wording Hypotheses(ProfilePhrases phrases, IReadOnlyList<ProfilePattern> hypotheses, Wording outcome)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        ArgumentNullException.ThrowIfNull(hypotheses);
        if (hypotheses.Count == 0)
        {
            return new Wording(
                "아직 확정할 수 없고, 먼저 시험할 만큼 두드러진 조건도 보이지 않아요. 딜이 더 쌓이면 다시 살펴볼게요.",
                "Nothing is certain yet, and no condition stands out enough to test first. More deals will tell.");
        }

        var first = hypotheses[0];
        var happened = Happened(outcome);
        var who = phrases.Companies(first.Pattern.Conditions);
        var settle = first.MoreDealsNeeded is { } more
            ? (Ko: $" 비슷한 딜이 약 {Format.Grouped(more)}건 더 있으면 가릴 수 있어요(추정).", En: $" About {Format.Grouped(more)} more such deals would settle it (estimate).")
            : (Ko: "", En: "");
        return new Wording(
            $"아직 확정할 수 없지만, 먼저 시험할 가설이 {Format.Whole(hypotheses.Count)}개 있어요. 1번: {who.Ko}는 {Format.Grouped(first.Buys.Rows)}곳 중 {Format.Grouped(first.Buys.Positives)}곳이 {happened.Ko}(나머지 100곳 중 {Of100(first.BuysRest.Value)}곳).{settle.Ko}",
            $"Not certain yet, but {Count(hypotheses.Count)} worth testing first. No. 1: {Format.Grouped(first.Buys.Positives)} of {Format.Grouped(first.Buys.Rows)} {who.En} {happened.En} (the rest: {Of100(first.BuysRest.Value)} of 100).{settle.En}");
    }

    /// <summary>Outcomes enough, but nothing known about the companies.</summary>
    public static Wording NothingToCompare(int positives, int negatives) => new(
        $"결과는 {Format.Grouped(positives + negatives)}건 있지만 회사를 비교할 항목이 없어요. 업종, 직원 수, 지역 같은 회사 정보가 든 파일을 더해 주세요.",
        $"There are {Format.Grouped(positives + negatives)} outcomes, but nothing known about the companies to compare. Add a file with industry, employees, region or the like.");

    /// <summary>Too few to compare.</summary>
    public static Wording Insufficient(int positives, int negatives, Wording outcome) => !IsSigning(outcome)
        ? new Wording(
            $"'{outcome.Ko}'인 곳이 {Format.Grouped(positives)}곳, 아닌 곳이 {Format.Grouped(negatives)}곳이에요. 각각 {Format.Whole(PatternChecks.FewestPositives)}곳부터 비교할 수 있어요.",
            $"{Format.Grouped(positives)} with '{outcome.En}' and {Format.Grouped(negatives)} without; comparison starts at {Format.Whole(PatternChecks.FewestPositives)} of each.")
        : positives < PatternChecks.FewestPositives
        ? new Wording(
            $"성공한 딜이 {Format.Grouped(positives)}건이에요. {Format.Whole(PatternChecks.FewestPositives)}건부터 조건을 비교할 수 있어요. 지금은 고객 {Format.Grouped(positives)}곳의 순위와 질문 10개로 시작해요.",
            $"{Format.Grouped(positives)} won deals; comparison starts at {Format.Whole(PatternChecks.FewestPositives)}. For now: your {Format.Grouped(positives)} customers ranked, and ten questions.")
        : new Wording(
            $"성공하지 못한 딜이 {Format.Grouped(negatives)}건뿐이에요. {Format.Whole(PatternChecks.FewestPositives)}건부터 조건을 비교할 수 있어요. 놓친 딜도 파일에 넣어 주세요.",
            $"Only {Format.Grouped(negatives)} deals were not won; comparison starts at {Format.Whole(PatternChecks.FewestPositives)}. Put lost deals into the file too.");

    /// <summary>Large enough to tell, and nothing there.</summary>
    /// <param name="deals">Deals looked at.</param>
    /// <param name="findableLift">Smallest lift that would most likely have shown; null when none.</param>
    public static Wording NoPattern(int deals, double? findableLift, Wording outcome)
    {
        var power = findableLift is { } lift
            ? (Ko: $" {Format.Fixed(lift, 1)}배 넘는 차이가 있었다면 대부분 찾았을 거예요.", En: $" A difference above {Format.Fixed(lift, 1)}× would most likely have shown.")
            : (Ko: "", En: "");
        if (!IsSigning(outcome))
        {
            return new Wording(
                $"{Format.Grouped(deals)}곳을 봤지만 회사 조건으로는 '{outcome.Ko}'이(가) 갈리지 않았어요.{power.Ko}",
                $"In {Format.Grouped(deals)} rows no company trait went with '{outcome.En}'.{power.En}");
        }

        return new Wording(
            $"딜 {Format.Grouped(deals)}건을 봤지만 회사 조건으로는 성공과 실패가 갈리지 않았어요.{power.Ko} 시점, 담당자, 유입 경로를 보세요.",
            $"In {Format.Grouped(deals)} deals no company trait separated won from lost.{power.En} Look at timing, people, channel.");
    }

    /// <summary>What is counted: deals, or companies.</summary>
    public static Wording RowWord(Wording outcome) => IsSigning(outcome) ? new Wording("건", "deals") : new Wording("곳", "companies");

    /// <summary>A share as a number out of 100.</summary>
    public static string Of100(double share) => Format.Whole((long)Math.Round(share * 100, MidpointRounding.AwayFromZero));

    private static string Count(int hypotheses) => hypotheses switch
    {
        1 => "one hypothesis is",
        2 => "two hypotheses are",
        3 => "three hypotheses are",
        _ => Format.Whole(hypotheses) + " hypotheses are",
    };
}
