using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Reviews;

/// <summary>The quarterly five and the 90-day three with the figure that bears on each.</summary>
internal static class DraftChecklist
{
    public static IReadOnlyList<ChecklistItem> Run(ReviewRows rows, ReviewDraft draft) =>
        [.. new[] { "quarterly-check", "ninety-day-check" }.SelectMany(list => Banks.Shipped[list].Items.Select(item => new ChecklistItem(item.Id, list, item.Text, Figure(rows, draft, item.Id))))];

    /// <summary>Keys of every question of both lists.</summary>
    public static IReadOnlyList<string> Items { get; } = [.. new[] { "quarterly-check", "ninety-day-check" }.SelectMany(list => Banks.Shipped[list].Items.Select(item => item.Id))];

    private static Wording Figure(ReviewRows rows, ReviewDraft draft, string item) => item switch
    {
        "quarterly-check.revenue-group" => draft.Best?.Sentence ?? Gap(draft, "best"),
        "quarterly-check.retention" => Retention(rows),
        "quarterly-check.world" => World(rows),
        "quarterly-check.feedback" => Feedback(rows, draft),
        "quarterly-check.agreement" => draft.Bands?.Sentence ?? Gap(draft, "bands"),
        "ninety-day-check.top-deals" => draft.LastDealsSentence ?? Gap(draft, "last-deals"),
        "ninety-day-check.bands" => draft.Bands?.Readable ?? Gap(draft, "bands"),
        "ninety-day-check.factors" => Factors(draft),
        _ => new Wording("이 질문에는 붙일 숫자가 없어요.", "There is no figure for this question."),
    };

    private static Wording Gap(ReviewDraft draft, string part) => draft.Gaps.FirstOrDefault(gap => gap.Part == part)?.Text ?? new Wording("아직 말할 수 없어요.", "Not enough to say.");

    private static Wording Retention(ReviewRows rows)
    {
        var (facts, request) = (rows.Facts, rows.Request);
        if (facts.Subscriptions.Count == 0)
        {
            return new Wording("구독 파일이 없어서 이탈을 알 수 없어요.", "Without a subscriptions file churn is not known.");
        }

        bool IsCore(int account) => request.Profile?.Core is null || (request.Standing.Count > account && request.Standing[account].State == AccountState.Core);
        RateFigure Left(DateOnly from, DateOnly to)
        {
            var customers = facts.Subscriptions.Where(one => !one.IsTrial && one.Account >= 0 && IsCore(one.Account)).GroupBy(one => one.Account).Where(group => group.Any(one => one.IsActive(from))).ToArray();
            return RateFigure.From(customers.Count(group => !group.Any(one => one.IsActive(to))), customers.Length);
        }

        var (now, then) = (Left(rows.Period.NowFrom, facts.AsOf), Left(rows.Period.NowFrom.AddDays(rows.Period.NowFrom.DayNumber - facts.AsOf.DayNumber), rows.Period.NowFrom));
        var (ko, en) = request.Profile?.Core is null ? ("고객", "customers") : ("핵심 고객", "core customers");
        return new Wording($"떠난 {ko}: 이번 기간 {now.Words.Ko}, 그 전 같은 기간 {then.Words.Ko}.", $"Of {en} left in the period {now.Words.En}; in as many days before {then.Words.En}.");
    }

    private static Wording World(ReviewRows rows)
    {
        var early = rows.Request.Book.Reviews.SelectMany(review => review.OffCycle).Where(reason => DateOnly.FromDateTime(reason.At.DateTime) >= rows.Period.NowFrom).ToArray();
        return early.Length == 0
            ? new Wording("적어 둔 변화가 없어요. 가격, 제품, 경쟁사, 법, 시장이 바뀌었다면 적어 주세요.", "No change was written down. If price, product, a competitor, law or market changed, write it down.")
            : new Wording($"적어 둔 변화 {Format.Whole(early.Length)}건: {string.Join(", ", early.Select(reason => ReviewLabels.Of(reason.Reason.Cause).Ko).Distinct())}.", $"{Format.Whole(early.Length)} written down: {string.Join(", ", early.Select(reason => ReviewLabels.Of(reason.Reason.Cause).En).Distinct())}.");
    }

    private static Wording Feedback(ReviewRows rows, ReviewDraft draft)
    {
        var notes = rows.Request.Book.Feedback.Where(note => DateOnly.FromDateTime(note.At.DateTime) >= rows.Period.NowFrom).ToArray();
        var sales = notes.Count(note => note.Note.Question.StartsWith("sales-", StringComparison.Ordinal));
        var passed = rows.Request.Log.Events.Count(entry => entry.Kind == Leads.LeadEventKind.Passed && DateOnly.FromDateTime(entry.At.DateTime) >= rows.Period.NowFrom);
        return new Wording(
            $"이번 기간 영업 의견 {Format.Whole(sales)}건, 고객 성공 의견 {Format.Whole(notes.Length - sales)}건, 넘긴 리드 {Format.Whole(passed)}곳. 조건과 다른 것 {Format.Whole(draft.Contradictions.Count)}건.",
            $"In the period {Format.Whole(sales)} reports of sales, {Format.Whole(notes.Length - sales)} of customer success, {Format.Whole(passed)} leads passed; {Format.Whole(draft.Contradictions.Count)} against a clause.");
    }

    private static Wording Factors(ReviewDraft draft)
    {
        static string Words(ReasonFigure? reason, Language language) => reason is null ? "–" : $"{reason.Segment.In(language)}: {reason.Reason.In(language)} {Format.Whole(reason.Of.Count)}/{Format.Whole(reason.Of.Of)}";
        var (churn, grown) = (draft.Churn.OrderByDescending(one => one.Of.Count).FirstOrDefault(), draft.Expansion.OrderByDescending(one => one.Of.Count).FirstOrDefault());
        return new Wording($"최근 12개월, 가장 많은 것 — 이탈: {Words(churn, Language.Korean)}; 추가 구매: {Words(grown, Language.Korean)}.", $"Most in the last twelve months: churn, {Words(churn, Language.English)}; expansion, {Words(grown, Language.English)}.");
    }
}
