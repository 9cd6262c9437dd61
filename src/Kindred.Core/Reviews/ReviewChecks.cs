using Kindred.Core.Basics;

namespace Kindred.Core.Reviews;

/// <summary>Every refusal of this module.</summary>
internal static class ReviewChecks
{
    internal static Reason BodyUnreadable(string subject, string found) => Of("body-unreadable", subject,
        $"점검 기록 '{subject}'의 내용을 읽을 수 없어요: {found}. 다른 기록은 그대로 쓸 수 있어요.", $"The body of the review line '{subject}' cannot be read: {found}. The other lines still count.");

    internal static Reason TooFewIncoming(int then, int now, int need) => Of("too-few-leads", "inputs",
        $"들어온 회사를 견주기에는 적어요 (그 전과 이번에 각각 {Format.Whole(need)}곳 필요, 지금 {Format.Whole(then)}곳과 {Format.Whole(now)}곳). 만든 날이 있는 리드 파일을 더해 주세요.",
        $"Too few companies came in to compare (need {Format.Whole(need)} before and now, have {Format.Whole(then)} and {Format.Whole(now)}). Add a leads file with creation days.");

    internal static Reason NoFields() => Of("no-fields", "inputs",
        "견줄 수 있는 회사 항목이 없어요. 업종, 직원 수, 국가가 있는 회사 파일을 더해 주세요.", "There is no company field to compare. Add a companies file with industry, employees or country.");

    internal static Reason NoOutcomes(int have) => Of("no-outcomes", "relation",
        $"견줄 결과가 없어요. 그 전 1년에 끝난 새 고객 딜이 {Format.Whole(have)}건이에요.", $"There are no outcomes to compare: {Format.Whole(have)} new-business deals closed in the year before.");

    internal static Reason NoOutcomesNow(ReviewPeriod period) => Of("no-outcomes-now", "relation",
        $"{Format.Date(period.NowFrom)}부터 끝난 새 고객 딜이 없어요. 딜이 끝나야 성공률을 견줄 수 있어요.", $"No new-business deal closed since {Format.Date(period.NowFrom)}; win rates can be compared once deals close.");

    internal static Reason NoScoreRecords() => Of("no-score-records", "bands",
        "저장된 점수가 없어요. 리드를 나눠 주거나 열어 보면 그때의 점수가 남아요.", "There are no score records. Scores are kept when leads are routed or opened.");

    internal static Reason NoCard() => Of("no-card", "card",
        "점수표가 없어요. kindred scorecard learn으로 먼저 만들어 주세요.", "There is no scorecard. Make one first: kindred scorecard learn.");

    internal static Reason NoProfile() => Of("no-profile", "icp",
        "고객상이 없어요. 먼저 kindred build를 실행해 주세요.", "There is no profile. Run kindred build first.");

    internal static Reason NoCore() => Of("no-core", "icp",
        "고객상에 다시 확인된 핵심이 없어서 견줄 것이 없어요.", "The profile has no core that held up, so there is nothing to compare.");

    internal static Reason NoDeals() => Of("no-deals", "last-deals",
        "만든 날이 있는 새 고객 딜이 없어요.", "There is no new-business deal with a creation day.");

    internal static Reason NoReasons() => Of("no-churn-reasons", "churn",
        "떠난 이유가 적힌 파일이 없어요. 그룹마다 떠난 비율만 보여 드려요.", "No file says why customers left; only the share that left is shown, by segment.");

    internal static Reason NoCustomers() => Of("no-customers", "best",
        "최근 12개월에 계약한 고객이 없어요.", "Nobody became a customer in the last twelve months.");

    internal static Reason TooFewOutcomes(string subject, int have, int need) => Of("too-few-outcomes", subject,
        $"고객상이나 점수표를 바꾸기에는 새 결과가 적어요 (필요 {Format.Whole(need)}건, 현재 {Format.Whole(have)}건). 지금은 '그대로 두기'만 고를 수 있어요.",
        $"Too few new outcomes to change profile or card (need {Format.Whole(need)}, have {Format.Whole(have)}). For now only keeping them can be decided.");

    internal static Reason TrialRuns(LoggedExperiment running) => Of("trial-runs", running.Subject,
        $"{Format.Whole(running.Plan.Number)}번 시험이 {Format.Date(running.Plan.EndsOn)}까지 진행 중이에요. 먼저 멈춰 주세요 (점검 화면이나 kindred review trial stop).", $"Trial {Format.Whole(running.Plan.Number)} runs until {Format.Date(running.Plan.EndsOn)}. Stop it first (on the review's page, or kindred review trial stop).");

    internal static Reason NoWhy(string subject) => Of("no-reason", subject,
        "결정에는 이유가 있어야 해요. 한 문장으로 적어 주세요.", "A decision needs its reason. Write one sentence.");

    internal static Reason Closed(string subject, string? by, DateOnly on) => Of("closed-already", subject,
        $"'{subject}'은(는) {by ?? "이름 없는 사람"}이(가) {Format.Date(on)}에 이미 결정했어요.", $"'{subject}' was decided by {by ?? "somebody unnamed"} on {Format.Date(on)} already.");

    internal static Reason NoDraft(string subject) => Of("no-draft", subject,
        $"'{subject}'에는 아직 초안이 없어요. kindred review draft로 먼저 만들어 주세요.", $"'{subject}' has no draft yet. Make one first: kindred review draft.");

    internal static Reason NoReview() => Of("none-open", "review",
        "열린 점검이 없어요. kindred review draft로 만들어 주세요.", "No review is open. Make one: kindred review draft.");

    internal static Reason UnknownDecision(string word) => Of("decision", word,
        $"'{word}'은(는) 결정이 아니에요. keep(그대로), adjust(고치기), rebuild(다시 만들기) 중에 골라 주세요.", $"'{word}' is no decision. Choose keep, adjust or rebuild.");

    internal static Reason UnknownItem(string item, IEnumerable<string> known) => Of("unknown-item", item,
        $"'{item}'은(는) 점검 질문이 아니에요. 질문: {string.Join(", ", known)}.", $"'{item}' is no question of the checklists. Questions: {string.Join(", ", known)}.");

    internal static Reason NotDecided(string subject) => Of("not-decided", subject,
        $"'{subject}'은(는) 아직 결정하지 않았어요. 결정한 다음 서명해 주세요.", $"'{subject}' is not decided yet. Decide first, then sign.");

    internal static Reason Stays(string subject) => Of("stays", subject,
        $"'{subject}'은(는) 그대로 두기로 했어요. 다음 버전은 고치거나 다시 만들기로 했을 때만 써요.", $"'{subject}' was decided to stay as it is. Next versions are drafted for a decision to adjust or rebuild only.");

    internal static Reason NoNextProfile(string subject) => Of("no-next-profile", subject,
        $"'{subject}'에는 다음 고객상 초안이 없어요. kindred review next로 만들어 주세요.", $"'{subject}' has no draft of the next profile. Make one: kindred review next.");

    internal static Reason Unsigned(string subject, IReadOnlyList<Profiles.SigningRole> pending) => Of("unsigned", subject,
        $"아직 {string.Join(", ", pending.Select(role => role.Label.Ko))}의 동의가 없어요. 모두 동의한 다음 쓰기 시작해 주세요.", $"{string.Join(" and ", pending.Select(role => role.Label.En))} {(pending.Count == 1 ? "has" : "have")} not agreed yet. Put it to use once everybody needed has.");

    internal static Reason InUseAlready(string subject, int version) => Of("in-use-already", subject,
        $"고객상 v{Format.Whole(version)}은(는) 이미 쓰고 있어요.", $"Profile v{Format.Whole(version)} is in use already.");

    internal static Reason ResidentNumber(string subject) => Of("resident-number", subject,
        "주민등록번호로 보이는 숫자가 있어요. 저장하지 않았어요. 번호를 빼고 다시 적어 주세요.", "The text looks as if it held a resident registration number. It was not stored; leave the number out.");

    internal static Reason Bounds(string subject, string found, string low, string high) => Of("bounds", subject,
        $"{subject}: {found}은(는) 쓸 수 없어요. {low}부터 {high}까지 적어 주세요.", $"{subject}: {found} cannot be used. Write {low} to {high}.");

    internal static Reason Of(string code, string subject, string ko, string en) => new("reviews." + code, subject, new Wording(ko, en));
}
